package org.gridbolt.node.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridbolt.node.terminal.Paragraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportTableTest {

    @ParameterizedTest
    @MethodSource("reports")
    void it_fits_a_hundred_columns(Report report) {
        assertThat(lines(report)).allMatch(line -> line.length() <= Paragraph.COLUMNS_MAX);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void it_ends_with_one_sentence(Report report) {
        assertThat(Sentence.of(report)).startsWith("The producer delivered").endsWith(".");
        assertThat(String.join(" ", lines(report))).endsWith(Sentence.of(report));
    }

    @Test
    void balances_stand_before_and_after() {
        assertThat(lines(SampleReports.honest()))
                .anyMatch(line -> line.matches(" *A consumer +200,000 +197,000 +-3,000"))
                .anyMatch(line -> line.matches(" *miners +0 +300 +\\+300"))
                .anyMatch(line -> line.matches(" *wallet +300,000 +300,000"));
    }

    @Test
    void it_names_energy_prices_speed_and_transactions() {
        assertThat(String.join("\n", lines(SampleReports.honest())))
                .contains("500 Wh in 2 of 2 units, from home 16 to home 6")
                .contains("7,640.0 to 7,812.5 coins/kWh")
                .contains("1,234 rounds/s")
                .containsPattern("CLOSE +(ab){32} +180 +300");
    }

    @Test
    void a_unit_that_was_not_traded_is_told() {
        assertThat(Sentence.of(SampleReports.dry())).contains("from unit 2 on not all could be traded");
    }

    @Test
    void a_default_names_the_unit() {
        assertThat(Sentence.of(SampleReports.failed())).contains("but not unit 2");
    }

    static List<Report> reports() {
        return List.of(SampleReports.honest(), SampleReports.failed(), SampleReports.cheat(), SampleReports.dry());
    }

    private static List<String> lines(Report report) {
        return new ReportTable(report, SampleReports.day()).lines();
    }
}
