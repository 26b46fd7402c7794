package org.gridbolt.pricing.market.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.pricing.market.rule.Books.buy;
import static org.gridbolt.pricing.market.rule.Books.sell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.gridbolt.pricing.market.Area;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.SlotBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the example of {@code docs/markets.md} to what the rules make of it, and the page to naming every rule. */
class MarketsDocumentTest {

    private static final SlotBook EXAMPLE = Books.book(
            buy("ana", 2_000, "90").in(new Area("A")),
            buy("rui", 1_500, "70").in(new Area("B")),
            buy("eva", 1_000, "55").in(new Area("C")),
            sell("sol", 1_800, "50").in(new Area("A")),
            sell("mar", 1_200, "65").in(new Area("B")));

    static List<String> rules() {
        return List.of(
                "bill-sharing",
                "lowest-ask",
                "lowest-ask,exclude-above-clearing=true",
                "mean-bid",
                "mean-bid,mean=by-energy",
                "mid-market",
                "pay-as-bid",
                "pay-as-bid,price=middle",
                "pay-as-clear",
                "pay-as-clear,rest=book",
                "quadratic,a=2,b=6,c=10",
                "sdr",
                "sdr,compensation=6");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_page_has_what_each_rule_makes_of_its_example(String rule) throws IOException {
        assertThat(page()).contains(row(rule));
    }

    @Test
    void the_page_has_a_part_for_every_rule() throws IOException {
        for (String name : MarketRules.names()) {
            assertThat(page()).contains("`" + name + "`");
        }
    }

    private static String row(String rule) {
        Clearing clearing = Books.rule(rule).clear(EXAMPLE).orElseThrow();
        String peers = clearing.quotes()
                .peers()
                .map(price -> price.isZero() ? "0" : Books.sixPlaces(price).replaceFirst("\\.?0+$", ""))
                .orElse("each its own");
        String bills = clearing.bills().stream()
                .map(bill -> Long.toString(bill.pays().getValue()))
                .collect(Collectors.joining(" | "));
        return "| `%s` | %s | %d | %s | %d |\n"
                .formatted(
                        rule,
                        peers,
                        clearing.traded().value(),
                        bills,
                        clearing.grid().pays().getValue());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "markets.md"));
    }
}
