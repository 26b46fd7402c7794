package org.gridbolt.pricing.market.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Area;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.SlotBook;

/** Books for tests: small ones written by hand, and any. */
final class Books {

    static final Slot SLOT = new Slot(17);

    /** The tariff of the published figures for ratio and mid-market prices. */
    static final GridTariff PUBLISHED = tariff("0.3137", "0.1196");

    /** A tariff in round coins: the grid sells at 100 and buys at 40. */
    static final GridTariff ROUND = tariff("100", "40");

    private static final List<String> TAGS = List.of("A", "B", "C");

    private Books() {}

    static Price price(String decimal) {
        return Price.parse(decimal).orElseThrow();
    }

    static GridTariff tariff(String retail, String feedIn) {
        return new GridTariff(price(retail), price(feedIn));
    }

    static Order buy(String who, long wattHours) {
        return Order.buy("bid of " + who, who, new WattHours(wattHours));
    }

    static Order sell(String who, long wattHours) {
        return Order.sell("ask of " + who, who, new WattHours(wattHours));
    }

    static Order buy(String who, long wattHours, String limit) {
        return buy(who, wattHours).at(price(limit));
    }

    static Order sell(String who, long wattHours, String limit) {
        return sell(who, wattHours).at(price(limit));
    }

    static SlotBook book(GridTariff tariff, Order... orders) {
        return new SlotBook(SLOT, tariff, List.of(orders));
    }

    static SlotBook book(Order... orders) {
        return book(ROUND, orders);
    }

    /** One seller of {@code supply} kilowatt-hours and one buyer of {@code demand}. */
    static SlotBook kilowattHours(GridTariff tariff, long supply, long demand) {
        return book(tariff, sell("s", supply * 1_000), buy("b", demand * 1_000));
    }

    static Clearing clear(MarketRule rule, Order... orders) {
        return rule.clear(book(orders)).orElseThrow();
    }

    static MarketRule rule(String text) {
        return MarketRules.parse(text).orElseThrow();
    }

    static MarketFlaw flawOf(Outcome<?, MarketFlaw> outcome) {
        MarketFlaw flaw = outcome.flaw().orElseThrow();
        if (flaw.message().isBlank() || flaw.message().contains("\n")) {
            throw new AssertionError("not one line: " + flaw.message());
        }
        return flaw;
    }

    static BigFraction fraction(String decimal) {
        BigDecimal value = new BigDecimal(decimal);
        return BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /** The fraction in six decimal places, as figures are published. */
    static String sixPlaces(BigFraction value) {
        return value.bigDecimalValue(6, RoundingMode.HALF_UP).toPlainString();
    }

    static SlotBook shuffled(SlotBook book, long seed) {
        List<Order> orders = new ArrayList<>(book.orders());
        Collections.shuffle(orders, new Random(seed));
        return new SlotBook(book.slot(), book.tariff(), orders);
    }

    static SlotBook with(SlotBook book, Order more) {
        List<Order> orders = new ArrayList<>(book.orders());
        orders.add(more);
        return new SlotBook(book.slot(), book.tariff(), orders);
    }

    /** Tariffs with a retail price above nothing, at times equal to the feed-in price. */
    static Arbitrary<GridTariff> tariffs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 200_000_000_000L),
                        Arbitraries.longs().between(0, 100_000_000_000L))
                .as((feedIn, spread) -> new GridTariff(new Price(feedIn + spread), new Price(feedIn)));
    }

    /** Books of up to 14 orders of up to 8 participants in three areas, with limits between the grid's prices. */
    static Arbitrary<SlotBook> any() {
        Arbitrary<List<Draft>> drafts = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.longs().between(1, 9_999),
                        Arbitraries.integers().between(0, 100))
                .as(Draft::new)
                .list()
                .ofMaxSize(14);
        return Combinators.combine(tariffs(), drafts).as(Books::book);
    }

    /** What a random order is made of: its participant's number, its energy, and its limit in percent of the spread. */
    private record Draft(int participant, long energy, int percent) {

        Order order(int index, GridTariff tariff) {
            WattHours asked = new WattHours(energy);
            String name = "p" + participant;
            Order plain =
                    participant % 2 == 0 ? Order.buy("o" + index, name, asked) : Order.sell("o" + index, name, asked);
            long low = tariff.feedIn().nanoCoinsPerKwh();
            long spread = tariff.retail().nanoCoinsPerKwh() - low;
            return plain.at(new Price(low + spread / 100 * percent)).in(new Area(TAGS.get(participant % 3)));
        }
    }

    private static SlotBook book(GridTariff tariff, List<Draft> drafts) {
        List<Order> orders = IntStream.range(0, drafts.size())
                .mapToObj(index -> drafts.get(index).order(index, tariff))
                .toList();
        return new SlotBook(SLOT, tariff, orders);
    }
}
