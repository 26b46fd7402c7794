package org.gridbolt.pricing.market.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.pricing.market.rule.Books.price;

import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assertj.core.api.Assertions;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.RuleFlaw;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketRulesTest {

    @Test
    void each_rule_is_found_by_its_own_name() {
        for (String name : MarketRules.names()) {
            assertThat(MarketRules.named(name).orElseThrow().name()).isEqualTo(name);
        }
    }

    @Test
    void parameters_are_text() {
        assertThat(Books.rule("sdr")).isEqualTo(SupplyDemandRatio.PLAIN);
        assertThat(Books.rule("sdr,compensation=0.5")).isEqualTo(new SupplyDemandRatio(price("0.5")));
        assertThat(MarketRules.named("sdr", Map.of("compensation", "2")).orElseThrow())
                .isEqualTo(new SupplyDemandRatio(price("2")));
        assertThat(Books.rule("quadratic, a=10, b=100, c=5000, sigma=1/3, base=20000"))
                .isEqualTo(new QuadraticDemand(
                        QuadraticPrice.of("10", "100", "5000"), BigFraction.of(1, 3), new WattHours(20_000)));
        assertThat(Books.rule("quadratic,sigma=0.25"))
                .isEqualTo(new QuadraticDemand(QuadraticPrice.of("1", "1", "1"), BigFraction.of(1, 4), WattHours.ZERO));
    }

    @Test
    void rules_of_an_order_book_say_what_becomes_of_the_rest() {
        assertThat(Books.rule("pay-as-clear")).isEqualTo(new PayAsClear(Rest.GRID));
        assertThat(Books.rule("pay-as-clear,rest=book")).isEqualTo(new PayAsClear(Rest.BOOK));
        assertThat(Books.rule("pay-as-bid,price=middle")).isEqualTo(new PayAsBid(PairPrice.MIDDLE, Rest.GRID));
        assertThat(Books.rule("mean-bid")).isEqualTo(new MeanBid(BidMean.UNWEIGHTED, Rest.GRID));
        assertThat(Books.rule("mean-bid,mean=by-energy,rest=book"))
                .isEqualTo(new MeanBid(BidMean.BY_ENERGY, Rest.BOOK));
    }

    @Test
    void the_lowest_ask_has_areas_and_hours() {
        assertThat(Books.rule("lowest-ask")).isEqualTo(LowestAsk.DEFAULT);
        LowestAsk rule = (LowestAsk) Books.rule("lowest-ask,areas=A-B-C+C-D+E,exclude-above-clearing=true,"
                + "p2g=algorithm-as-printed,slots-a-day=48,peak=36-43+46,off-peak=0-11,rest=book");
        assertThat(rule.areas()).hasToString("A-B+B-C+C-D+E");
        assertThat(rule.excludeAboveClearing()).isTrue();
        assertThat(rule.pricing()).isEqualTo(PeakPricing.ALGORITHM_AS_PRINTED);
        assertThat(rule.hours().peak()).containsExactlyInAnyOrder(36, 37, 38, 39, 40, 41, 42, 43, 46);
        assertThat(rule.hours().offPeak()).hasSize(12).contains(0, 11);
        assertThat(rule.rest()).isEqualTo(Rest.BOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "areas=A-A",
                "areas=",
                "areas=A--B",
                "areas=A-B+",
                "areas=a b",
                "exclude-above-clearing=yes",
                "p2g=text",
                "slots-a-day=0",
                "slots-a-day=86401",
                "slots-a-day=1.5",
                "peak=24",
                "peak=5-3",
                "peak=x",
                "peak=",
                "off-peak=12-13",
                "off-peak=99999999",
                "rest=nobody"
            })
    void a_rule_of_the_lowest_ask_takes_nothing_else(String parameter) {
        assertThat(Books.flawOf(MarketRules.parse("lowest-ask," + parameter))).isInstanceOf(RuleFlaw.BadValue.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sdr,lambda=1 | market rule sdr has no parameter \"lambda\"; it has compensation",
                "mid-market,x=1 | market rule mid-market has no parameter \"x\"; it has none",
                "sdr,compensation | market rule sdr: \"compensation\" is no parameter of its own; write name=value, each name once",
                "sdr,compensation=1,compensation=2 | market rule sdr: \"compensation=2\" is no parameter of its own; write name=value, each name once",
                "sdr,compensation=-1 | market rule sdr, compensation: \"-1\" will not do; give coins per kWh in plain decimals, such as 0.5",
                "quadratic,sigma=0 | market rule quadratic, sigma: \"0\" will not do; give a number above 0, such as 1, 0.25 or 1/3",
                "quadratic,sigma=-1 | market rule quadratic, sigma: \"-1\" will not do; give a number above 0, such as 1, 0.25 or 1/3",
                "quadratic,sigma=1/0 | market rule quadratic, sigma: \"1/0\" will not do; give a number above 0, such as 1, 0.25 or 1/3",
                "quadratic,sigma=1/2/3 | market rule quadratic, sigma: \"1/2/3\" will not do; give a number above 0, such as 1, 0.25 or 1/3",
                "quadratic,base=1.5 | market rule quadratic, base: \"1.5\" will not do; give a whole number, such as 24",
                "pay-as-bid,price=both | market rule pay-as-bid, price: \"both\" will not do; give bid or ask or middle",
                "mean-bid,rest=nobody | market rule mean-bid, rest: \"nobody\" will not do; give grid or book",
                "quadratic,b=-1 | market rule quadratic, price coefficient b: -1 is negative, the price would fall with demand; give 0 or more"
            })
    void what_will_not_do_is_named(String text, String message) {
        assertThat(Books.flawOf(MarketRules.parse(text)).message()).isEqualTo(message);
    }

    @Test
    void an_unknown_rule_is_answered_with_those_there_are() {
        assertThat(Books.flawOf(MarketRules.parse("vickrey")).message())
                .isEqualTo("market rule \"vickrey\" is unknown; give one of " + String.join(", ", MarketRules.names()));
    }

    @Test
    void a_factor_that_is_not_above_nothing_cannot_be_made() {
        for (BigFraction sigma : List.of(BigFraction.ZERO, BigFraction.of(-1, 2))) {
            Assertions.assertThatThrownBy(
                            () -> new QuadraticDemand(QuadraticPrice.of("1", "1", "1"), sigma, WattHours.ZERO))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
