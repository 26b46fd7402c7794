package org.gridbolt.node.reproduce;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.node.terminal.Paragraph;

/** A reproduction as a terminal shows it: each figure in a paragraph of its own. */
final class ReproductionText {

    private static final String INDENT = "    ";

    private final Reproduction reproduction;

    ReproductionText(Reproduction reproduction) {
        this.reproduction = reproduction;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Paper paper = reproduction.paper();
        String title = paper.shortName() + ": " + paper.subject();
        lines.add(title);
        lines.add("=".repeat(title.length()));
        lines.addAll(Paragraph.wrap(reproduction.setting()));
        for (int place = 0; place < reproduction.findings().size(); place++) {
            lines.add("");
            lines.addAll(lines(place + 1, reproduction.findings().get(place)));
        }
        return lines;
    }

    private static List<String> lines(int number, Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add("%2d. %s (%s)".formatted(number, finding.figure(), finding.place()));
        lines.add(INDENT + "paper: " + finding.printed() + " | ours: " + finding.ours() + " | "
                + finding.verdict().words());
        Paragraph.wrap(finding.why()).forEach(line -> lines.add(INDENT + line));
        return lines;
    }
}
