package org.gridbolt.pricing.market.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.pricing.market.rule.Books.book;
import static org.gridbolt.pricing.market.rule.Books.buy;
import static org.gridbolt.pricing.market.rule.Books.clear;
import static org.gridbolt.pricing.market.rule.Books.flawOf;
import static org.gridbolt.pricing.market.rule.Books.price;
import static org.gridbolt.pricing.market.rule.Books.sell;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Bill;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.OrderFlaw;
import org.gridbolt.pricing.market.OrderId;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.PeerTrade;
import org.gridbolt.pricing.market.SlotBook;
import org.junit.jupiter.api.Test;

/** The rules under which each order has a limit of its own. */
class OrderBookRulesTest {

    private static final MarketRule CLEAR = new PayAsClear(Rest.GRID);
    private static final MarketRule BID = new PayAsBid(PairPrice.BID, Rest.GRID);
    private static final MarketRule MEAN = new MeanBid(BidMean.UNWEIGHTED, Rest.GRID);

    @Test
    void all_who_trade_pay_the_clearing_price() {
        Clearing clearing = clear(
                CLEAR, buy("a", 1_000, "90"), buy("b", 1_000, "70"), sell("s", 1_000, "50"), sell("t", 1_000, "60"));
        assertThat(clearing.quotes().peers()).contains(BigFraction.of(65));
        assertThat(paid(clearing)).containsExactly(65L, 65L, -65L, -65L);
        assertThat(trades(clearing)).containsExactly("s>a 1000", "t>b 1000");
    }

    @Test
    void the_price_lies_between_what_was_served_and_what_was_left() {
        assertThat(peers(buy("a", 1, "100"), sell("s", 1, "40"))).isEqualTo(BigFraction.of(70));
        assertThat(peers(buy("a", 1, "100"), sell("s", 1, "40"), sell("t", 1, "50")))
                .isEqualTo(BigFraction.of(45));
        assertThat(peers(buy("a", 1, "100"), buy("b", 1, "80"), sell("s", 1, "40")))
                .isEqualTo(BigFraction.of(90));
    }

    @Test
    void an_order_served_in_part_makes_the_price() {
        assertThat(peers(buy("a", 3, "80"), sell("s", 1, "40"))).isEqualTo(BigFraction.of(80));
        assertThat(peers(buy("a", 1, "80"), sell("s", 3, "40"))).isEqualTo(BigFraction.of(40));
    }

    /** The middle between the last bid and the last ask would be 70 before and 60 after. */
    @Test
    void a_further_bid_does_not_lower_the_price_where_the_middle_of_the_last_pair_would_fall() {
        BigFraction before = peers(buy("a", 1, "100"), sell("s", 1, "40"), sell("t", 1, "50"));
        BigFraction after = peers(buy("a", 1, "100"), sell("s", 1, "40"), sell("t", 1, "50"), buy("b", 1, "60"));
        assertThat(before).isEqualTo(BigFraction.of(45));
        assertThat(after).isEqualTo(BigFraction.of(55));
    }

    @Property(tries = 1_000)
    void a_further_bid_never_lowers_the_price(
            @ForAll("books") SlotBook book,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @LongRange(min = 1, max = 20_000) long energy) {
        GridTariff tariff = book.tariff();
        long spread = tariff.retail().nanoCoinsPerKwh() - tariff.feedIn().nanoCoinsPerKwh();
        Price limit = new Price(tariff.feedIn().nanoCoinsPerKwh() + spread / 100 * percent);
        SlotBook more = Books.with(
                book, Order.buy("more", "newcomer", new WattHours(energy)).at(limit));
        CLEAR.clear(book)
                .orElseThrow()
                .quotes()
                .peers()
                .ifPresent(before -> assertThat(
                                CLEAR.clear(more).orElseThrow().quotes().peers().orElseThrow())
                        .isGreaterThanOrEqualTo(before));
    }

    @Test
    void of_equal_limits_the_earlier_is_served() {
        for (MarketRule rule : List.of(CLEAR, BID, MEAN)) {
            Clearing bids = clear(rule, buy("b", 1_000, "70"), buy("a", 1_000, "70"), sell("s", 1_500, "50"));
            assertThat(trades(bids)).containsExactly("s>b 1000", "s>a 500");
            Clearing asks = clear(rule, sell("t", 1_000, "50"), sell("s", 1_000, "50"), buy("b", 1_500, "70"));
            assertThat(trades(asks)).containsExactly("t>b 1000", "s>b 500");
        }
    }

    @Test
    void the_rest_goes_to_the_grid_or_stays_in_the_book() {
        Order bid = buy("a", 3_000, "70");
        Order ask = sell("s", 1_000, "70");
        Clearing grid = clear(CLEAR, bid, ask);
        assertThat(grid.billOf(new Participant("a")).energy().withGrid()).isEqualTo(new WattHours(2_000));
        assertThat(paid(grid)).containsExactly(70L + 200L, -70L);
        Clearing left = clear(new PayAsClear(Rest.BOOK), bid, ask);
        assertThat(left.billOf(new Participant("a")).energy().unmatched()).isEqualTo(new WattHours(2_000));
        assertThat(paid(left)).containsExactly(70L, -70L);
    }

    @Test
    void a_market_with_one_side_or_none_trades_nothing() {
        for (MarketRule rule : List.of(CLEAR, BID, MEAN)) {
            assertThat(clear(rule).bills()).isEmpty();
            assertThat(paid(clear(rule, buy("a", 1_000, "70")))).containsExactly(100L);
            assertThat(paid(clear(rule, sell("s", 1_000, "70")))).containsExactly(-40L);
            assertThat(clear(rule, buy("a", 1_000, "50"), sell("s", 1_000, "60"))
                            .trades())
                    .isEmpty();
        }
    }

    @Test
    void each_pair_has_a_price_of_its_own() {
        Order[] orders = {buy("a", 1_000, "90"), buy("b", 1_000, "71"), sell("s", 1_000, "50"), sell("t", 1_000, "60")};
        assertThat(paid(clear(BID, orders))).containsExactly(90L, 71L, -90L, -71L);
        assertThat(paid(clear(new PayAsBid(PairPrice.ASK, Rest.GRID), orders))).containsExactly(50L, 60L, -50L, -60L);
        assertThat(clear(new PayAsBid(PairPrice.MIDDLE, Rest.GRID), orders).trades())
                .extracting(PeerTrade::price)
                .containsExactly(BigFraction.of(70), BigFraction.of(131, 2));
        assertThat(clear(BID, orders).quotes().peers()).isEmpty();
    }

    @Test
    void the_mean_of_the_bids_is_the_price() {
        Clearing clearing = clear(
                MEAN,
                buy("a", 1_000, "90"),
                buy("b", 2_000, "70"),
                buy("c", 3_000, "50"),
                sell("s", 2_000, "60"),
                sell("t", 2_000, "70"),
                sell("u", 2_000, "71"));
        assertThat(clearing.quotes().peers()).contains(BigFraction.of(70));
        assertThat(trades(clearing)).containsExactly("s>a 1000", "s>b 1000", "t>b 1000");
        assertThat(paid(clearing)).containsExactly(70L, 140L, 300L, -140L, -70L - 40L, -80L);
    }

    @Test
    void a_mean_by_energy_counts_kilowatt_hours() {
        Order[] orders = {buy("a", 1_000, "90"), buy("b", 2_000, "60"), sell("s", 1_000, "70")};
        assertThat(clear(MEAN, orders).quotes().peers()).contains(BigFraction.of(75));
        assertThat(clear(new MeanBid(BidMean.BY_ENERGY, Rest.GRID), orders)
                        .quotes()
                        .peers())
                .contains(BigFraction.of(70));
    }

    @Test
    void a_mean_above_retail_is_capped_at_retail() {
        Clearing clearing = clear(MEAN, buy("a", 1_000, "150"), buy("b", 1_000, "90"), sell("s", 1_000, "100"));
        assertThat(clearing.quotes().peers()).contains(BigFraction.of(100));
        assertThat(trades(clearing)).containsExactly("s>a 1000");
    }

    @Test
    void a_limit_is_there_and_between_the_grids_prices() {
        for (MarketRule rule : List.of(CLEAR, BID)) {
            assertThat(flawOf(rule.clear(book(buy("a", 1, "40"), sell("s", 1)))))
                    .isEqualTo(new OrderFlaw.NoLimit(new OrderId("ask of s"), rule.name()));
            for (Order order : List.of(buy("a", 1, "100.000000001"), sell("a", 1, "39.999999999"))) {
                assertThat(flawOf(rule.clear(book(order))))
                        .isEqualTo(new OrderFlaw.OutsideGridPrices(
                                order.id(), Limits.of(order), BigFraction.of(40), BigFraction.of(100)));
            }
            assertThat(rule.clear(book(buy("a", 1, "40"), sell("s", 1, "100"))).value())
                    .isPresent();
        }
        assertThat(flawOf(MEAN.clear(book(buy("a", 1)))))
                .isEqualTo(new OrderFlaw.NoLimit(new OrderId("bid of a"), "mean-bid"));
        assertThat(flawOf(MEAN.clear(book(buy("a", 1, "39")))))
                .isEqualTo(new OrderFlaw.BelowFeedIn(new OrderId("bid of a"), price("39"), price("40")));
    }

    @Property(tries = 1_500)
    void nobody_trades_with_a_peer_outside_its_limit(
            @ForAll("keepingLimits") MarketRule rule, @ForAll("books") SlotBook book) {
        Clearing clearing = rule.clear(book).orElseThrow();
        for (PeerTrade trade : clearing.trades()) {
            assertThat(trade.price()).isGreaterThanOrEqualTo(best(book, trade.seller()));
            assertThat(trade.price()).isLessThanOrEqualTo(best(book, trade.buyer()));
        }
    }

    @Property(tries = 1_000)
    void where_no_two_limits_are_equal_arrival_makes_no_difference(
            @ForAll("books") SlotBook book, @ForAll long seed, @ForAll("symmetric") MarketRule rule) {
        Assume.that(book.orders().stream()
                        .map(order -> order.limit() + " " + order.side())
                        .distinct()
                        .count()
                == book.orders().size());
        Clearing one = rule.clear(book).orElseThrow();
        assertThat(rule.clear(Books.shuffled(book, seed)).orElseThrow()).isEqualTo(one);
    }

    @Property(tries = 500)
    void arrival_never_moves_the_clearing_price(@ForAll("books") SlotBook book, @ForAll long seed) {
        Clearing one = CLEAR.clear(book).orElseThrow();
        Clearing other = CLEAR.clear(Books.shuffled(book, seed)).orElseThrow();
        assertThat(other.quotes()).isEqualTo(one.quotes());
        assertThat(other.traded()).isEqualTo(one.traded());
    }

    @Property(tries = 500)
    void nobody_who_leaves_the_rest_to_the_grid_does_worse_than_with_it_alone(
            @ForAll("symmetric") MarketRule rule, @ForAll("books") SlotBook book) {
        for (Bill bill : rule.clear(book).orElseThrow().bills()) {
            BigFraction alone = PooledRulesTest.withGridAlone(bill, book.tariff());
            assertThat(alone.subtract(bill.exact()).signum()).isNotNegative();
        }
    }

    @Provide
    Arbitrary<SlotBook> books() {
        return Books.any();
    }

    @Provide
    Arbitrary<MarketRule> symmetric() {
        return Arbitraries.of(CLEAR, BID, MEAN, new PayAsBid(PairPrice.MIDDLE, Rest.GRID));
    }

    @Provide
    Arbitrary<MarketRule> keepingLimits() {
        return Arbitraries.of(
                CLEAR,
                BID,
                MEAN,
                new PayAsBid(PairPrice.ASK, Rest.BOOK),
                new PayAsBid(PairPrice.MIDDLE, Rest.BOOK),
                new MeanBid(BidMean.BY_ENERGY, Rest.BOOK),
                Books.rule("lowest-ask,off-peak=none,exclude-above-clearing=true"));
    }

    /** The limit of a participant's order that is easiest to keep. */
    private static BigFraction best(SlotBook book, Participant participant) {
        return book.orders().stream()
                .filter(order -> order.participant().equals(participant))
                .sorted(
                        book.orders().stream().anyMatch(o -> o.participant().equals(participant) && o.buys())
                                ? Limits.BIDS
                                : Limits.ASKS)
                .map(order -> Fractions.of(Limits.of(order)))
                .findFirst()
                .orElseThrow();
    }

    private static BigFraction peers(Order... orders) {
        return clear(CLEAR, orders).quotes().peers().orElseThrow();
    }

    private static List<Long> paid(Clearing clearing) {
        return clearing.bills().stream().map(bill -> bill.pays().getValue()).toList();
    }

    private static List<String> trades(Clearing clearing) {
        return clearing.trades().stream()
                .map(trade -> trade.seller() + ">" + trade.buyer() + " "
                        + trade.energy().value())
                .toList();
    }
}
