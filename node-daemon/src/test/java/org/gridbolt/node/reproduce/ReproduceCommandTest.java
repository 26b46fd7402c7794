package org.gridbolt.node.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.gridbolt.node.terminal.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class ReproduceCommandTest {

    private static final List<Reproduction> ALL = Evaluations.all(20).stream()
            .map(evaluation -> evaluation.run(step -> {}))
            .toList();

    @TempDir
    Path folder;

    @Test
    void every_paper_has_an_evaluation_in_the_order_of_the_papers() {
        assertThat(ALL).extracting(Reproduction::paper).containsExactly(Paper.values());
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_figure_stands_beside_ours_with_a_reason_and_something_is_drawn(Reproduction reproduction) {
        assertThat(reproduction.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.why()).endsWith(".");
            assertThat(finding.printed()).isNotBlank();
            assertThat(finding.ours()).isNotBlank();
            assertThat(finding.place()).isNotBlank();
        });
        assertThat(reproduction.pictures()).isNotEmpty();
    }

    @Test
    void the_page_draws_all_of_it_and_refers_to_nothing_outside_of_itself() {
        String page = ReproductionPage.of(ALL);

        assertThat(page.replace("http://www.w3.org/", ""))
                .doesNotContainPattern("(?i)https?:|src=|@import|url\\((?!#)|<script|<link|<iframe|<img")
                .doesNotContain("No picture")
                .contains(ALL.stream()
                        .map(Reproduction::paper)
                        .map(paper -> "id=\"" + paper.word() + "\"")
                        .toArray(String[]::new));
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(found -> found.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_is_found_each_time() {
        Reproduction again = new AwaisEvaluation().run(step -> {});

        assertThat(ReproductionPage.of(List.of(again))).isEqualTo(ReproductionPage.of(List.of(of(Paper.AWAIS))));
    }

    @Test
    void one_paper_is_told_in_the_terminal_and_written_as_a_page() throws IOException {
        StringWriter told = new StringWriter();

        int code = command(told).execute("awais", "--out", folder.toString());

        assertThat(code).isZero();
        assertThat(told.toString())
                .contains("Awais et al.", "paper: 1 MW | ours: 1 MWh | differs", ReproduceCommand.PAGE);
        assertThat(Files.readString(folder.resolve(ReproduceCommand.PAGE)))
                .contains("What the owner has of the plant")
                .doesNotContain("id=\"tharun\"");
    }

    @Test
    void an_unknown_paper_is_refused_with_those_there_are() {
        CommandLine command = command(new StringWriter()).setExecutionExceptionHandler((failure, line, result) -> {
            assertThat(failure)
                    .isInstanceOf(UnusableInput.class)
                    .hasMessage("reproduce smith: no such paper: name one of " + Evaluations.words() + ", or none");
            return UnusableInput.EXIT_CODE;
        });

        assertThat(command.execute("smith")).isEqualTo(UnusableInput.EXIT_CODE);
    }

    static List<Reproduction> all() {
        return ALL;
    }

    @Test
    void the_optimum_is_level_and_the_printed_ratio_is_said_not_to_be_it() {
        Reproduction tharun = of(Paper.THARUN);

        assertThat(tharun.findings())
                .filteredOn(finding -> finding.printed().equals("1.1612"))
                .first()
                .satisfies(finding -> {
                    assertThat(finding.ours()).startsWith("1.000 +- 0.00");
                    assertThat(finding.verdict()).isEqualTo(Verdict.DIFFERS);
                });
        assertThat(tharun.findings())
                .anySatisfy(finding -> assertThat(finding.ours()).isEqualTo("3.6215 to 2.4315"));
    }

    private static Reproduction of(Paper paper) {
        return ALL.stream().filter(one -> one.paper() == paper).findFirst().orElseThrow();
    }

    private static CommandLine command(StringWriter told) {
        return new CommandLine(new ReproduceCommand()).setOut(new PrintWriter(told, true));
    }
}
