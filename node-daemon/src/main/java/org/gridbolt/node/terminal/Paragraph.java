package org.gridbolt.node.terminal;

import java.util.ArrayList;
import java.util.List;

/** Running text, broken into lines at spaces. */
public final class Paragraph {

    /** The longest line. */
    public static final int COLUMNS_MAX = 100;

    private Paragraph() {}

    /** The text in lines of at most {@link #COLUMNS_MAX} columns; a longer word stands alone. */
    public static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > COLUMNS_MAX) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
