package org.gridbolt.pricing.market.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.pricing.market.rule.Books.PUBLISHED;
import static org.gridbolt.pricing.market.rule.Books.ROUND;
import static org.gridbolt.pricing.market.rule.Books.book;
import static org.gridbolt.pricing.market.rule.Books.buy;
import static org.gridbolt.pricing.market.rule.Books.clear;
import static org.gridbolt.pricing.market.rule.Books.flawOf;
import static org.gridbolt.pricing.market.rule.Books.fraction;
import static org.gridbolt.pricing.market.rule.Books.kilowattHours;
import static org.gridbolt.pricing.market.rule.Books.price;
import static org.gridbolt.pricing.market.rule.Books.sell;
import static org.gridbolt.pricing.market.rule.Books.tariff;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Bill;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.Quotes;
import org.gridbolt.pricing.market.Side;
import org.gridbolt.pricing.market.SlotBook;
import org.gridbolt.pricing.market.SumFlaw;
import org.gridbolt.pricing.market.TariffFlaw;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that form a price from quantities alone. */
class PooledRulesTest {

    private static final List<MarketRule> WITHIN_THE_GRIDS_PRICES =
            List.of(SupplyDemandRatio.PLAIN, new MidMarketRate());

    private static final QuadraticDemand PAPER = quadratic("1", "1", "1", BigFraction.ONE);

    /** Figures of the formulas at the tariff of "Rise of the prosumer", computed apart from this code. */
    @ParameterizedTest
    @CsvSource({
        "0,    25, 100, 0.223158, 0.291065",
        "0,    50, 100, 0.173176, 0.243438",
        "0,    75, 100, 0.141486, 0.184539",
        "0,    100, 100, 0.119600, 0.119600",
        "0.01, 50, 100, 0.183422, 0.248561",
        "0.01, 200, 100, 0.124600, 0.129600"
    })
    void the_ratio_of_supply_to_demand_makes_both_prices(
            String compensation, long supply, long demand, String sellers, String buyers) {
        Quotes quotes = quotes(new SupplyDemandRatio(price(compensation)), supply, demand);
        assertThat(quotes.sellers().map(Books::sixPlaces)).contains(sellers);
        assertThat(quotes.buyers().map(Books::sixPlaces)).contains(buyers);
    }

    @ParameterizedTest
    @CsvSource({"30, 50, 0.255470, 0.216650", "80, 50, 0.216650, 0.180256", "50, 50, 0.216650, 0.216650"})
    void the_mid_market_rate_shares_what_is_traded_with_the_grid(
            long supply, long demand, String buyers, String sellers) {
        Quotes quotes = quotes(new MidMarketRate(), supply, demand);
        assertThat(quotes.buyers().map(Books::sixPlaces)).contains(buyers);
        assertThat(quotes.sellers().map(Books::sixPlaces)).contains(sellers);
        assertThat(quotes.peers()).contains(fraction("0.21665"));
    }

    @Test
    void a_shared_bill_is_the_grids_bill() {
        Quotes lacking = quotes(new BillSharing(), 30, 50);
        assertThat(lacking.buyers()).contains(fraction("0.3137").multiply(BigFraction.of(20, 50)));
        assertThat(lacking.sellers()).contains(BigFraction.ZERO);
        Quotes plenty = quotes(new BillSharing(), 80, 50);
        assertThat(plenty.buyers()).contains(BigFraction.ZERO);
        assertThat(plenty.sellers()).contains(fraction("0.1196").multiply(BigFraction.of(30, 80)));
    }

    @Test
    void under_a_shared_bill_a_seller_does_worse_than_with_the_grid_alone() {
        Clearing clearing = clear(new BillSharing(), sell("s", 3_000), buy("b", 5_000));
        assertThat(paidBy(clearing, "s")).isZero();
        assertThat(paidBy(clearing, "b")).isEqualTo(200);
        assertThat(clearing.grid().pays()).isEqualTo(Coin.valueOf(-200));
    }

    @Test
    void energy_is_shared_in_whole_watt_hours_and_the_price_to_the_coin() {
        Clearing clearing =
                clear(new MidMarketRate(), buy("a", 1_000), buy("b", 1_000), buy("c", 1_000), sell("s", 1_000));
        assertThat(clearing.bills())
                .extracting(bill -> bill.energy().withPeers().value())
                .containsExactly(334L, 333L, 333L, 1_000L);
        assertThat(clearing.bills()).extracting(bill -> bill.pays().getValue()).containsExactly(90L, 90L, 90L, -70L);
        assertThat(clearing.grid().pays()).isEqualTo(Coin.valueOf(-200));
        assertThat(clearing.grid().sold()).isEqualTo(new WattHours(2_000));
        assertThat(clearing.trades()).hasSize(3).allMatch(trade -> trade.price().equals(BigFraction.of(70)));
    }

    @Test
    void a_coin_that_cannot_be_divided_goes_by_the_largest_remainder() {
        Clearing clearing = clear(new MidMarketRate(), buy("a", 5), buy("b", 5), sell("s", 10));
        assertThat(clearing.bills())
                .extracting(Bill::exact)
                .containsExactly(BigFraction.of(7, 20), BigFraction.of(7, 20), BigFraction.of(-7, 10));
        assertThat(clearing.bills()).extracting(bill -> bill.pays().getValue()).containsExactly(1L, 0L, -1L);
        assertThat(clearing.grid().pays()).isEqualTo(Coin.ZERO);
    }

    @Test
    void a_side_without_orders_has_no_price() {
        for (MarketRule rule : List.of(new BillSharing(), new MidMarketRate(), SupplyDemandRatio.PLAIN)) {
            Quotes onlyBuyers = clear(rule, buy("b", 1_000)).quotes();
            assertThat(onlyBuyers)
                    .isEqualTo(new Quotes(Optional.empty(), Optional.of(BigFraction.of(100)), Optional.empty()));
            Quotes onlySellers = clear(rule, sell("s", 1_000)).quotes();
            assertThat(onlySellers)
                    .isEqualTo(new Quotes(Optional.empty(), Optional.empty(), Optional.of(BigFraction.of(40))));
            assertThat(clear(rule).bills()).isEmpty();
        }
    }

    @Test
    void a_grid_that_pays_nothing_makes_sellers_get_nothing_under_the_ratio() {
        SlotBook book = book(tariff("100", "0"), sell("s", 500), buy("b", 1_000));
        Quotes quotes = SupplyDemandRatio.PLAIN.clear(book).orElseThrow().quotes();
        assertThat(quotes.sellers()).contains(BigFraction.ZERO);
        assertThat(quotes.buyers()).contains(BigFraction.of(50));
    }

    @Test
    void a_compensation_is_at_most_what_lies_between_the_grids_prices() {
        SlotBook plenty = book(sell("s", 2_000), buy("b", 1_000));
        assertThat(new SupplyDemandRatio(price("60"))
                        .clear(plenty)
                        .orElseThrow()
                        .quotes()
                        .buyers())
                .contains(BigFraction.of(100));
        assertThat(flawOf(new SupplyDemandRatio(price("60.000000001")).clear(plenty)))
                .isEqualTo(new TariffFlaw.CompensationTooHigh(Books.SLOT, price("60.000000001"), price("60")));
    }

    @Property(tries = 500)
    void nobody_does_worse_than_with_the_grid_alone(@ForAll("books") SlotBook book) {
        for (MarketRule rule : WITHIN_THE_GRIDS_PRICES) {
            for (Bill bill : rule.clear(book).orElseThrow().bills()) {
                BigFraction saved = withGridAlone(bill, book.tariff()).subtract(bill.exact());
                assertThat(saved.signum()).isNotNegative();
            }
        }
    }

    @Property(tries = 500)
    void every_price_falls_when_supply_grows(
            @ForAll("tariffs") GridTariff tariff,
            @ForAll @LongRange(min = 1, max = 5_000) long demand,
            @ForAll @LongRange(min = 1, max = 9_000) long supply,
            @ForAll @LongRange(min = 1, max = 9_000) long more,
            @ForAll @IntRange(max = 100) int percent) {
        long spread = tariff.retail().nanoCoinsPerKwh() - tariff.feedIn().nanoCoinsPerKwh();
        for (MarketRule rule : List.of(
                new SupplyDemandRatio(new Price(spread / 100 * percent)), new MidMarketRate(), new BillSharing())) {
            Quotes before = rule.clear(book(tariff, sell("s", supply), buy("b", demand)))
                    .orElseThrow()
                    .quotes();
            Quotes after = rule.clear(book(tariff, sell("s", supply + more), buy("b", demand)))
                    .orElseThrow()
                    .quotes();
            assertThat(after.buyers().orElseThrow())
                    .isLessThanOrEqualTo(before.buyers().orElseThrow());
            if (!(rule instanceof BillSharing)) {
                assertThat(after.sellers().orElseThrow())
                        .isLessThanOrEqualTo(before.sellers().orElseThrow());
            }
        }
    }

    @Property(tries = 500)
    void arrival_makes_no_difference(@ForAll("books") SlotBook book, @ForAll long seed) {
        for (MarketRule rule : List.of(SupplyDemandRatio.PLAIN, new MidMarketRate(), new BillSharing())) {
            assertThat(rule.clear(Books.shuffled(book, seed)).orElseThrow())
                    .isEqualTo(rule.clear(book).orElseThrow());
        }
    }

    @Test
    void the_published_price_is_paid_for_all_energy_whoever_delivers_it() {
        SlotBook book = book(tariff("9", "2"), buy("a", 2_000), buy("b", 1_000), sell("s", 1_000));
        Clearing clearing = PAPER.clear(book).orElseThrow();
        assertThat(clearing.quotes().peers()).contains(BigFraction.of(3 * 3 + 3 + 1));
        assertThat(clearing.bills()).extracting(bill -> bill.pays().getValue()).containsExactly(26L, 13L, -13L);
        assertThat(clearing.grid().pays()).isEqualTo(Coin.valueOf(-26));
    }

    @Test
    void sigma_turns_currency_into_coins() {
        SlotBook book = book(tariff("9", "0"), buy("a", 2_000), sell("s", 2_000));
        QuadraticDemand sevenThirds = quadratic("1", "1", "1", BigFraction.of(7, 3));
        assertThat(paidBy(sevenThirds.clear(book).orElseThrow(), "a")).isEqualTo(33);
        assertThat(sevenThirds
                        .clear(book)
                        .orElseThrow()
                        .billOf(new Participant("a"))
                        .exact())
                .isEqualTo(BigFraction.of(7, 3).multiply(7 * 2));
    }

    @Test
    void the_demand_of_those_who_do_not_trade_raises_the_price() {
        SlotBook book = book(tariff("9", "0"), buy("a", 2_000), sell("s", 2_000));
        MarketRule withBase =
                new QuadraticDemand(QuadraticPrice.of("1", "1", "1"), BigFraction.ONE, new WattHours(8_000));
        assertThat(withBase.clear(book).orElseThrow().quotes().buyers()).contains(BigFraction.of(111));
    }

    @Property(tries = 500)
    void a_buyer_pays_more_when_another_asks_for_energy(
            @ForAll @LongRange(min = 1, max = 10_000) long energy,
            @ForAll @LongRange(max = 10_000) long others,
            @ForAll @LongRange(min = 1, max = 10_000) long more) {
        Bill before = costAt(energy, others);
        Bill after = costAt(energy, others + more);
        assertThat(after.exact()).isGreaterThan(before.exact());
        assertThat(after.pays()).isGreaterThanOrEqualTo(before.pays());
    }

    @Test
    void a_published_price_below_feed_in_is_refused() {
        SlotBook book = book(buy("a", 1_000));
        assertThat(flawOf(PAPER.clear(book)))
                .isEqualTo(new TariffFlaw.CrossedInSlot(Books.SLOT, BigFraction.of(3), ROUND.feedIn()));
    }

    @Test
    void a_demand_without_a_price_is_refused() {
        SlotBook book = book(buy("a", Long.MAX_VALUE));
        assertThat(flawOf(PAPER.clear(book)))
                .isEqualTo(new TariffFlaw.NoPriceAt(Books.SLOT, new WattHours(Long.MAX_VALUE)));
        MarketRule withBase = new QuadraticDemand(QuadraticPrice.of("1", "1", "1"), BigFraction.ONE, new WattHours(1));
        assertThat(flawOf(withBase.clear(book))).isEqualTo(new SumFlaw.TooMuchEnergy(Books.SLOT, Side.BUY));
    }

    @Test
    void coins_that_cannot_be_counted_are_refused() {
        GridTariff most = new GridTariff(Price.MAX, Price.MAX);
        SlotBook book = book(most, buy("a", Long.MAX_VALUE), sell("s", 1));
        assertThat(flawOf(new MidMarketRate().clear(book))).isInstanceOf(SumFlaw.TooManyCoins.class);
    }

    @Provide
    Arbitrary<SlotBook> books() {
        return Books.any();
    }

    @Provide
    Arbitrary<GridTariff> tariffs() {
        return Books.tariffs();
    }

    private static Quotes quotes(MarketRule rule, long supply, long demand) {
        return rule.clear(kilowattHours(PUBLISHED, supply, demand))
                .orElseThrow()
                .quotes();
    }

    private static Bill costAt(long energy, long others) {
        return new QuadraticDemand(QuadraticPrice.of("1", "1", "1"), BigFraction.ONE, new WattHours(others))
                .clear(book(tariff("9", "0"), buy("a", energy)))
                .orElseThrow()
                .billOf(new Participant("a"));
    }

    static BigFraction withGridAlone(Bill bill, GridTariff tariff) {
        boolean buys = bill.side() == Side.BUY;
        BigFraction gridPrice = Fractions.of(buys ? tariff.retail() : tariff.feedIn());
        return gridPrice.multiply(bill.energy().total().value()).divide(1_000).multiply(buys ? 1 : -1);
    }

    private static long paidBy(Clearing clearing, String who) {
        return clearing.billOf(new Participant(who)).pays().getValue();
    }

    private static QuadraticDemand quadratic(String a, String b, String c, BigFraction sigma) {
        return new QuadraticDemand(QuadraticPrice.of(a, b, c), sigma, WattHours.ZERO);
    }
}
