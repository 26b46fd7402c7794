package org.gridbolt.node.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gridbolt.node.page.Markup;
import org.gridbolt.node.report.Background;
import org.gridbolt.node.report.Background.Owner;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.report.SampleReports;
import org.gridbolt.node.report.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPageTest {

    @ParameterizedTest
    @MethodSource("reports")
    void it_says_what_happened_and_draws_the_day(Report report) {
        String page = page(report);

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains(Markup.escaped(
                        Sentence.of(report, SampleReports.background(report).promise())));
        assertThat(page.split("<svg ", -1)).as("pictures").hasSize(1 + 5);
        assertThat(page).doesNotContain("No picture");
    }

    @Test
    void it_has_every_entry_of_the_funds_ledger_and_what_was_paid_out() {
        String page = page(SampleReports.honest());

        assertThat(page)
                .contains("The slot fund", "20 per mille", "miner 0014" + "ab".repeat(20), "+40", "paid out", "PAYOUT");
    }

    @Test
    void it_refers_to_nothing_outside_of_itself() {
        String page = page(SampleReports.failed()).replace("http://www.w3.org/", "");

        assertThat(page)
                .doesNotContainPattern("(?i)https?:|//[a-z]|src=|@import|url\\((?!#)|<script|<link|<iframe|<img")
                .contains("default-src 'none'".replace("'", "&#39;"));
    }

    @Test
    void every_picture_has_a_title_a_description_and_its_numbers() {
        String page = page(SampleReports.honest());

        Stream.of("demand", "price", "energy", "balances", "transactions")
                .forEach(id -> assertThat(page)
                        .contains("aria-labelledby=\"" + id + "-title " + id + "-words\"")
                        .contains("<title id=\"" + id + "-title\">")
                        .contains("<desc id=\"" + id + "-words\">"));
        assertThat(page.split("<summary>The numbers</summary>", -1)).hasSize(1 + 5);
    }

    @Test
    void no_two_parts_of_the_page_have_one_name() {
        List<String> names = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page(SampleReports.honest()))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void it_is_the_same_page_each_time() {
        assertThat(page(SampleReports.cheat())).isEqualTo(page(SampleReports.cheat()));
    }

    @Test
    void the_colours_are_those_of_the_page_and_no_placeholder_is_left() {
        assertThat(page(SampleReports.honest())).contains("var(--consumer)").doesNotContain("rgb(1,1,");
    }

    @Test
    void a_hostile_version_string_of_a_node_stays_text() {
        Report report = SampleReports.of("</style><script>alert(1)</script>");

        assertThat(page(report)).doesNotContain("<script").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void the_trust_box_has_the_coins_of_this_run() {
        assertThat(page(SampleReports.failed()))
                .contains("3,000 coins, by publishing a revoked state that gave it 200,000 instead of 197,000")
                .contains("Nothing: no state that it revoked gave it more than its newest one, 83,000 coins")
                .contains("never more than 75,000 coins")
                .contains("no state gives the utility more than 30,000 coins to lose")
                .contains("Everything of the producer, 83,000 coins.");
    }

    @Test
    void a_plain_wallet_is_said_to_trust_that_no_signature_leaks() {
        assertThat(page(SampleReports.plain()))
                .contains("U, with a leaked signature of a commitment")
                .contains("Only that no commitment signature ever leaves the two households")
                .contains("Of a plain wallet only the households can tell");
        assertThat(page(SampleReports.honest())).doesNotContain("leaked");
    }

    @Test
    void the_graph_leads_from_the_wallet_to_what_spends_it() {
        String page = page(SampleReports.honest());

        assertThat(page.split("class=\"spend\"", -1)).hasSize(1 + 1);
        assertThat(page).contains(Owner.WALLET.words());
    }

    static List<Report> reports() {
        return List.of(SampleReports.honest(), SampleReports.failed(), SampleReports.cheat(), SampleReports.dry());
    }

    private static String page(Report report) {
        Background background = SampleReports.background(report);
        return ReportPage.of(report, background);
    }
}
