package org.gridbolt.node.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class ParagraphTest {

    @Property(tries = 200)
    void wrapping_keeps_every_word_and_no_line_is_too_long(
            @ForAll @Size(max = 60) List<@AlphaChars @StringLength(min = 1, max = 12) String> words) {
        List<String> lines = Paragraph.wrap(String.join("  ", words));

        assertThat(String.join(" ", lines)).isEqualTo(String.join(" ", words));
        assertThat(lines).allMatch(line -> line.length() <= Paragraph.COLUMNS_MAX);
    }
}
