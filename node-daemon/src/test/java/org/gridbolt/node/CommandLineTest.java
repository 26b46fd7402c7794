package org.gridbolt.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "help",
                "demo --help",
                "verify-ruling --help",
                "fund --help",
                "help demo",
                "backup --help",
                "restore --help"
            })
    void help_is_on_stdout_and_ends_well(String arguments) {
        Run run = Run.of(arguments);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: gridbolt").contains("Examples:");
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void the_version_is_told() {
        assertThat(Run.of("--version").out()).startsWith("gridbolt ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deliver",
                "demo --frobnicate",
                "demo --scenario dishonest",
                "demo --chain mainnet",
                "demo --day 2017-02-30",
                "demo --consumer six",
                "demo --seed",
                "verify-ruling",
                "fund --chain mainnet"
            })
    void arguments_that_make_no_sense_are_one_line_and_exit_code_two(String arguments) {
        Run.of(arguments).assertUnusable("--help'");
    }
}
