package org.gridbolt.node.reproduce;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.SlotBook;
import org.gridbolt.pricing.market.listing.Mechanism;

/**
 * An hour's auction among members, drawn around the thesis's mean prices, with every order of a kilowatt-hour.
 *
 * @param book the orders
 * @param mean cleared by the mean of the bids, as the thesis says
 * @param crossing cleared where the curves cross, as the thesis draws
 */
record Auction(SlotBook book, Clearing mean, Clearing crossing) {

    private static final long SEED = 13;
    private static final int SELLERS = 20;
    private static final int BUYERS = 25;
    private static final long COIN = 1_000_000_000L;

    /** Coins of a thousandth of a euro: asks of 39 and bids of 95 on average. */
    private static final int ASK_LEAST = 19;

    private static final int ASK_MOST = 59;
    private static final int BID_LEAST = 40;
    private static final int BID_MOST = 150;
    private static final GridTariff TARIFF = new GridTariff(new Price(160 * COIN), new Price(10 * COIN));

    static Auction drawn() {
        SplittableRandom chance = new SplittableRandom(SEED);
        List<Order> orders = new ArrayList<>();
        for (int seller = 1; seller <= SELLERS; seller++) {
            orders.add(Order.sell("ask " + seller, "seller " + seller, new WattHours(1_000))
                    .at(drawn(chance, ASK_LEAST, ASK_MOST)));
        }
        for (int buyer = 1; buyer <= BUYERS; buyer++) {
            orders.add(Order.buy("bid " + buyer, "buyer " + buyer, new WattHours(1_000))
                    .at(drawn(chance, BID_LEAST, BID_MOST)));
        }
        SlotBook book = SlotBook.of(new Slot(13), TARIFF, orders).orElseThrow();
        return new Auction(
                book,
                Mechanism.MEAN_BID.rule().clear(book).orElseThrow(),
                Mechanism.CROSSING.rule().clear(book).orElseThrow());
    }

    private static Price drawn(SplittableRandom chance, int least, int most) {
        return new Price(chance.nextInt(least, most + 1) * COIN);
    }

    /** The price among members, in coins per kilowatt-hour. */
    String price(Clearing clearing) {
        return clearing.quotes()
                .peers()
                .map(price -> price.bigDecimalValue(2, RoundingMode.HALF_UP).toPlainString())
                .orElse("none");
    }

    /** The asks from the lowest up, in coins per kilowatt-hour. */
    List<Double> supply() {
        return limits(false, Comparator.naturalOrder());
    }

    /** The bids from the highest down, in coins per kilowatt-hour. */
    List<Double> demand() {
        return limits(true, Comparator.reverseOrder());
    }

    private List<Double> limits(boolean buys, Comparator<Double> order) {
        return book.orders().stream()
                .filter(one -> one.buys() == buys)
                .flatMap(one -> one.limit().stream())
                .map(limit -> (double) limit.nanoCoinsPerKwh() / COIN)
                .sorted(order)
                .toList();
    }
}
