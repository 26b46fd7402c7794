package org.gridbolt.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine;

/**
 * One run of the command line, in this process.
 *
 * @param exitCode how it ended
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
public record Run(int exitCode, String out, String err) {

    /** Runs the command with arguments separated by spaces. */
    public static Run of(String arguments) {
        return of(Arrays.stream(arguments.split(" "))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new));
    }

    /** Runs the command. */
    public static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Gridbolt.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int exitCode = command.execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** Input that cannot be used: exit code 2, nothing on stdout, and a last line that says so in these words. */
    public void assertUnusable(String... words) {
        assertThat(exitCode).as(err).isEqualTo(2);
        assertThat(out).isEmpty();
        assertThat(err).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(err.lines().filter(line -> line.startsWith("gridbolt: "))).hasSize(1);
        assertThat(err.lines().reduce("", (before, line) -> line))
                .startsWith("gridbolt: ")
                .contains(words);
    }
}
