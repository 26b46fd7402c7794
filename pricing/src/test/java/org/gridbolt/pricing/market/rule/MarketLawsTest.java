package org.gridbolt.pricing.market.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Bill;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.PeerTrade;
import org.gridbolt.pricing.market.Position;
import org.gridbolt.pricing.market.Side;
import org.gridbolt.pricing.market.SlotBook;
import org.junit.jupiter.api.Test;

/** What holds whichever rule clears the market. */
class MarketLawsTest {

    /** Every rule there is, by the text that a configuration would have. */
    static final List<String> RULES = List.of(
            "bill-sharing",
            "lowest-ask,off-peak=none",
            "lowest-ask,off-peak=none,exclude-above-clearing=true,rest=book",
            "lowest-ask,areas=A-B+C,p2g=algorithm-as-printed,peak=17,off-peak=none",
            "mean-bid",
            "mean-bid,mean=by-energy,rest=book",
            "mid-market",
            "pay-as-bid",
            "pay-as-bid,price=middle,rest=book",
            "pay-as-clear",
            "pay-as-clear,rest=book",
            "quadratic,a=1000,b=7,c=300,sigma=5/3",
            "sdr",
            "sdr,compensation=0.000000001");

    @Test
    void no_rule_is_left_out_here() {
        assertThat(RULES).extracting(text -> Books.rule(text).name()).containsAll(MarketRules.names());
    }

    @Property(tries = 1_500)
    void not_a_coin_appears_or_gets_lost(@ForAll("rules") String rule, @ForAll("books") SlotBook book) {
        Optional<Clearing> clearing = clear(rule, book);
        clearing.ifPresent(done -> assertThat(done.bills().stream()
                                .mapToLong(bill -> bill.pays().getValue())
                                .sum()
                        + done.grid().pays().getValue())
                .isZero());
    }

    @Property(tries = 1_500)
    void exact_amounts_sum_to_what_trades_and_grid_cost(@ForAll("rules") String rule, @ForAll("books") SlotBook book) {
        clear(rule, book).ifPresent(done -> {
            BigFraction sum = done.bills().stream().map(Bill::exact).reduce(BigFraction.ZERO, BigFraction::add);
            assertThat(sum.add(done.grid().pays().getValue()).abs()).isLessThan(BigFraction.ONE);
        });
    }

    @Property(tries = 1_500)
    void all_energy_asked_for_is_accounted_for(@ForAll("rules") String rule, @ForAll("books") SlotBook book) {
        clear(rule, book).ifPresent(done -> {
            assertThat(done.bills())
                    .extracting(bill -> new Position(
                            bill.participant(), bill.side(), bill.energy().total()))
                    .isEqualTo(book.positions());
            WattHours bought = sum(done, Side.BUY);
            assertThat(bought).isEqualTo(sum(done, Side.SELL)).isEqualTo(done.traded());
            assertThat(bought).isLessThanOrEqualTo(book.demand().min(book.supply()));
        });
    }

    @Property(tries = 1_500)
    void trades_run_from_sellers_to_buyers_and_are_few(@ForAll("rules") String rule, @ForAll("books") SlotBook book) {
        clear(rule, book).ifPresent(done -> {
            assertThat(done.trades()).extracting(PeerTrade::seller).allMatch(who -> sideOf(done, who) == Side.SELL);
            assertThat(done.trades()).extracting(PeerTrade::buyer).allMatch(who -> sideOf(done, who) == Side.BUY);
            assertThat(done.trades().size()).isLessThanOrEqualTo(book.orders().size());
        });
    }

    @Property(tries = 300)
    void a_clearing_is_the_same_every_time(@ForAll("rules") String rule, @ForAll("books") SlotBook book) {
        assertThat(clear(rule, book)).isEqualTo(clear(rule, book));
    }

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(RULES);
    }

    @Provide
    Arbitrary<SlotBook> books() {
        return Books.any();
    }

    private static Optional<Clearing> clear(String rule, SlotBook book) {
        return Books.rule(rule).clear(book).value();
    }

    private static Side sideOf(Clearing clearing, Participant participant) {
        return clearing.billOf(participant).side();
    }

    private static WattHours sum(Clearing clearing, Side side) {
        return WattHours.sum(clearing.bills().stream()
                .filter(bill -> bill.side() == side)
                .map(bill -> bill.energy().withPeers())
                .toList());
    }
}
