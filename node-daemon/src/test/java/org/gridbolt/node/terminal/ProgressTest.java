package org.gridbolt.node.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter written = new StringWriter();

    @Test
    void a_terminal_has_one_line_that_moves() {
        Progress progress = new Progress(new PrintWriter(written), true);
        progress.moving("slot 1");
        progress.moving("slot 2");
        progress.kept("done");

        assertThat(written.toString().lines().map(line -> line.replace("\u001b[K", "")))
                .containsExactly("", "slot 1", "slot 2", "done");
    }

    @Test
    void elsewhere_only_what_is_worth_keeping_is_written() {
        Progress progress = new Progress(new PrintWriter(written), false);
        progress.moving("slot 1");
        progress.kept("done");
        progress.clear();

        assertThat(written.toString()).isEqualTo("done" + System.lineSeparator());
    }
}
