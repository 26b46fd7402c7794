package org.gridbolt.pricing.market.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.market.rule.Books.flawOf;
import static org.gridbolt.pricing.market.rule.Books.price;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Area;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.OrderFlaw;
import org.gridbolt.pricing.market.OrderId;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.SlotBook;
import org.gridbolt.pricing.market.TariffFlaw;
import org.junit.jupiter.api.Test;

/** Khalid and others, section IV: neighbours first, all at the lowest ask. */
class LowestAskTest {

    private static final Area A = new Area("A");
    private static final Area B = new Area("B");
    private static final Area C = new Area("C");
    private static final LowestAsk FLAT = (LowestAsk) Books.rule("lowest-ask,peak=none,off-peak=none");

    @Test
    void all_trade_at_the_lowest_ask() {
        Clearing clearing = clear(FLAT, buy("a", 2_000, A), sell("s", 1_000, "60", A), sell("t", 1_000, "50", A));
        assertThat(clearing.quotes().peers()).contains(BigFraction.of(50));
        assertThat(paid(clearing)).containsExactly(100L, -50L, -50L);
    }

    @Test
    void an_area_is_served_before_those_beside_it_and_they_before_the_grid() {
        Clearing clearing = clear(
                FLAT, buy("far", 1_000, C), buy("near", 1_500, B), buy("here", 1_000, A), sell("s", 2_200, "50", A));
        assertThat(trades(clearing)).containsExactly("s>here 1000", "s>near 1200");
        assertThat(clearing.grid().sold()).isEqualTo(new WattHours(300 + 1_000));
    }

    @Test
    void areas_that_do_not_touch_trade_with_the_grid_alone() {
        Clearing clearing = clear(FLAT, buy("a", 1_000, A), sell("s", 1_000, "50", C));
        assertThat(clearing.trades()).isEmpty();
        assertThat(paid(clearing)).containsExactly(100L, -40L);
        LowestAsk ring = FLAT.in(Areas.parse("A-B-C-A").orElseThrow());
        assertThat(trades(clear(ring, buy("a", 1_000, A), sell("s", 1_000, "50", C))))
                .containsExactly("s>a 1000");
    }

    @Test
    void across_a_border_whoever_came_first_is_served_first() {
        Clearing sellers = clear(FLAT, sell("c", 1_000, "50", C), sell("a", 1_000, "50", A), buy("b", 1_500, B));
        assertThat(trades(sellers)).containsExactly("c>b 1000", "a>b 500");
        Clearing buyers = clear(FLAT, buy("c", 1_000, C), buy("a", 1_000, A), sell("b", 1_500, "50", B));
        assertThat(trades(buyers)).containsExactly("b>c 1000", "b>a 500");
    }

    /** The seller that asked for 90 is paid 50. */
    @Test
    void as_printed_a_seller_is_paid_less_than_it_asked_for_and_excluding_it_mends_that() {
        Order[] orders = {buy("a", 2_000, A), sell("s", 1_000, "50", A), sell("t", 1_000, "90", A)};
        assertThat(paid(clear(FLAT, orders))).containsExactly(100L, -50L, -50L);
        LowestAsk mended = FLAT.excludingAboveClearing(true).leaving(Rest.BOOK);
        Clearing clearing = clear(mended, orders);
        assertThat(paid(clearing)).containsExactly(50L, -50L, 0L);
        assertThat(clearing.billOf(new Participant("t")).energy().unmatched()).isEqualTo(new WattHours(1_000));
    }

    @Test
    void a_bid_below_the_lowest_ask_stays_out_only_when_limits_are_kept() {
        Order[] orders = {buy("a", 1_000, A).at(price("45")), sell("s", 1_000, "50", A)};
        assertThat(clear(FLAT, orders).trades()).hasSize(1);
        assertThat(clear(FLAT.excludingAboveClearing(true), orders).trades()).isEmpty();
    }

    @Test
    void the_grid_charges_a_fifth_more_at_peak_and_a_twentieth_less_off_peak() {
        LowestAsk rule = LowestAsk.DEFAULT;
        assertThat(gridPriceIn(rule, 13)).isEqualTo(120);
        assertThat(gridPriceIn(rule, 22)).isEqualTo(120);
        assertThat(gridPriceIn(rule, 23)).isEqualTo(95);
        assertThat(gridPriceIn(rule, 24 + 13)).isEqualTo(120);
        assertThat(gridPriceIn(FLAT, 13)).isEqualTo(100);
    }

    @Test
    void as_the_algorithm_prints_it_the_grid_charges_four_fifths_more_or_a_twentieth() {
        LowestAsk rule = LowestAsk.DEFAULT.priced(PeakPricing.ALGORITHM_AS_PRINTED);
        assertThat(gridPriceIn(rule, 13)).isEqualTo(180);
        SlotBook offPeak = new SlotBook(new Slot(3), Books.tariff("100", "4"), List.of(buy("a", 1_000, A)));
        assertThat(paid(rule.clear(offPeak).orElseThrow())).containsExactly(5L);
    }

    @Test
    void a_grid_that_would_sell_for_less_than_it_buys_is_refused() {
        LowestAsk rule = LowestAsk.DEFAULT.priced(PeakPricing.ALGORITHM_AS_PRINTED);
        SlotBook book = new SlotBook(new Slot(3), Books.ROUND, List.of(buy("a", 1_000, A)));
        assertThat(flawOf(rule.clear(book)))
                .isEqualTo(new TariffFlaw.CrossedInSlot(new Slot(3), BigFraction.of(5), price("40")));
    }

    @Test
    void an_ask_lies_between_the_prices_of_the_grid_in_that_slot() {
        Order ask = sell("s", 1_000, "110", A);
        assertThat(LowestAsk.DEFAULT.clear(at(13, ask)).value()).isPresent();
        assertThat(flawOf(LowestAsk.DEFAULT.clear(at(3, ask))))
                .isEqualTo(new OrderFlaw.OutsideGridPrices(
                        new OrderId("s"), price("110"), BigFraction.of(40), BigFraction.of(95)));
        assertThat(flawOf(
                        FLAT.clear(at(3, Order.sell("s", "s", new WattHours(1)).in(A)))))
                .isEqualTo(new OrderFlaw.NoLimit(new OrderId("s"), "lowest-ask"));
    }

    @Test
    void an_area_that_is_missing_or_unknown_is_refused() {
        assertThat(flawOf(FLAT.clear(at(0, buy("a", 1, new Area("D"))))))
                .isEqualTo(new OrderFlaw.UnknownArea(new OrderId("a"), new Area("D"), List.of(A, B, C)));
        assertThat(flawOf(FLAT.clear(at(0, Order.buy("a", "a", new WattHours(1))))))
                .isEqualTo(new OrderFlaw.NoArea(new OrderId("a"), List.of(A, B, C)));
    }

    @Test
    void a_market_without_sellers_leaves_all_to_the_grid() {
        Clearing clearing = clear(FLAT, buy("a", 1_000, A));
        assertThat(clearing.quotes().peers()).isEmpty();
        assertThat(paid(clearing)).containsExactly(100L);
        assertThat(clear(FLAT).bills()).isEmpty();
    }

    @Property(tries = 500)
    void no_buyer_pays_a_peer_more_than_the_grid(@ForAll("books") SlotBook book) {
        Clearing clearing = FLAT.clear(book).orElseThrow();
        GridTariff tariff = book.tariff();
        clearing.quotes()
                .peers()
                .ifPresent(price ->
                        assertThat(price).isBetween(Fractions.of(tariff.feedIn()), Fractions.of(tariff.retail())));
    }

    @Property(tries = 500)
    void no_trade_crosses_more_than_one_border(@ForAll("books") SlotBook book) {
        FLAT.clear(book).orElseThrow().trades().forEach(trade -> {
            Area seller = areaOf(book, trade.seller());
            Area buyer = areaOf(book, trade.buyer());
            assertThat(seller.equals(buyer) || FLAT.areas().besides(seller).contains(buyer))
                    .isTrue();
        });
    }

    @Property(tries = 500)
    void what_neighbours_could_trade_does_not_go_to_the_grid(@ForAll("books") SlotBook book) {
        Clearing clearing =
                FLAT.in(Areas.parse("A-B-C-A").orElseThrow()).clear(book).orElseThrow();
        assertThat(clearing.traded()).isEqualTo(book.demand().min(book.supply()));
    }

    @Test
    void areas_lie_beside_each_other_both_ways_or_not_at_all() {
        assertThat(Areas.LINE_OF_THREE.beside()).isEqualTo(Map.of(A, Set.of(B), B, Set.of(A, C), C, Set.of(B)));
        assertThatThrownBy(() -> new Areas(Map.of(A, Set.of(B), B, Set.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Areas(Map.of(A, Set.of(A)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_day_has_from_one_slot_to_one_a_second() {
        PeakHours whole = new PeakHours(1, Set.of(0), Set.of());
        assertThat(whole.isPeak(new Slot(7))).isTrue();
        assertThat(PeakHours.parse(1, "0", "rest")).contains(whole);
        PeakHours seconds = new PeakHours(86_400, Set.of(), Set.of(0, 86_399));
        assertThat(seconds.isOffPeak(new Slot(86_399))).isTrue();
        assertThat(PeakHours.parse(86_400, "none", "0+86399")).contains(seconds);
        assertThatThrownBy(() -> new PeakHours(86_401, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_slot_is_peak_and_off_peak() {
        assertThatThrownBy(() -> new PeakHours(24, Set.of(3), Set.of(3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PeakHours(24, Set.of(24), Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PeakHours(24, Set.of(), Set.of(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PeakHours(0, Set.of(), Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<SlotBook> books() {
        return Books.any();
    }

    private static SlotBook at(int slot, Order... orders) {
        return new SlotBook(new Slot(slot), Books.ROUND, List.of(orders));
    }

    private static Clearing clear(LowestAsk rule, Order... orders) {
        return rule.clear(at(0, orders)).orElseThrow();
    }

    private static long gridPriceIn(LowestAsk rule, int slot) {
        return paid(rule.clear(at(slot, buy("a", 1_000, A))).orElseThrow()).get(0);
    }

    private static Order buy(String who, long energy, Area area) {
        return Order.buy(who, who, new WattHours(energy)).in(area);
    }

    private static Order sell(String who, long energy, String limit, Area area) {
        return Order.sell(who, who, new WattHours(energy)).at(price(limit)).in(area);
    }

    private static Area areaOf(SlotBook book, Participant participant) {
        return book.orders().stream()
                .filter(order -> order.participant().equals(participant))
                .flatMap(order -> order.area().stream())
                .findFirst()
                .orElseThrow();
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
