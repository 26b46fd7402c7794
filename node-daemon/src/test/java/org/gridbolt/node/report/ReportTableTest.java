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
    void it_ends_by_saying_what_happened_and_what_each_honest_party_was_due(Report report) {
        String said = sentence(report);

        assertThat(said)
                .startsWith("The producer delivered")
                .contains("they end with")
                .endsWith(".");
        assertThat(String.join(" ", lines(report))).endsWith(said);
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
    void it_says_in_a_line_what_the_fund_received_and_paid() {
        assertThat(lines(SampleReports.honest()))
                .anyMatch(
                        line -> line.strip().equals("fund      60 of turnover; miners: 40 in 1 payout, 20 still owed"));
    }

    @Test
    void a_unit_that_was_not_traded_is_told() {
        assertThat(sentence(SampleReports.dry())).contains("from unit 2 on not all could be traded");
    }

    @Test
    void a_default_names_the_unit() {
        assertThat(sentence(SampleReports.failed())).contains("but not unit 2");
    }

    @Test
    void a_promise_is_kept_up_to_the_fees_and_no_further() {
        Promise promise = SampleReports.background(SampleReports.honest()).promise();

        assertThat(promise.due()).hasSize(3);
        assertThat(promise.isKept(300)).isTrue();
        assertThat(promise.isKept(299)).isFalse();
    }

    private static String sentence(Report report) {
        return Sentence.of(report, SampleReports.background(report).promise());
    }

    static List<Report> reports() {
        return List.of(SampleReports.honest(), SampleReports.failed(), SampleReports.cheat(), SampleReports.dry());
    }

    private static List<String> lines(Report report) {
        return new ReportTable(report, SampleReports.background(report)).lines();
    }
}
