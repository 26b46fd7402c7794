package org.gridbolt.node.simulate;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.community.Bidding;
import org.gridbolt.pricing.market.Area;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.Order;

/**
 * Homes that each have one bid and one ask, drawn once between the grid's two prices, and are in three areas in turn.
 *
 * @param limits the bid and the ask of each home, home 1 first
 */
record SeededBidding(List<Limits> limits) implements Bidding {

    private static final List<Area> AREAS =
            Stream.of("A", "B", "C").map(Area::new).toList();

    /** Limits end this far below retail, so that they stay between the grid's prices where a rule lowers it off peak. */
    private static final long HUNDREDTHS = 90;

    SeededBidding {
        limits = List.copyOf(limits);
    }

    /** The most that a home pays a peer and the least that it takes from one. */
    record Limits(Price bid, Price ask) {}

    static SeededBidding of(int homes, GridTariff tariff, SplittableRandom chance) {
        long least = tariff.feedIn().nanoCoinsPerKwh();
        long most = Math.max(least, tariff.retail().nanoCoinsPerKwh() / 100 * HUNDREDTHS);
        return new SeededBidding(
                Stream.generate(() -> new Limits(drawn(least, most, chance), drawn(least, most, chance)))
                        .limit(homes)
                        .toList());
    }

    private static Price drawn(long least, long most, SplittableRandom chance) {
        return new Price(least + chance.nextLong(most - least + 1));
    }

    @Override
    public Order complete(int home, Order order) {
        Limits own = limits.get(home - 1);
        return order.in(AREAS.get((home - 1) % AREAS.size())).at(order.buys() ? own.bid() : own.ask());
    }
}
