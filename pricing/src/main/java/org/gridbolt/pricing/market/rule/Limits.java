package org.gridbolt.pricing.market.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.OrderFlaw;
import org.gridbolt.pricing.market.Side;

/** The limits of orders, for rules that take them. */
final class Limits {

    /** The highest bid first, the earlier of equals. */
    static final Comparator<Order> BIDS = Comparator.comparing(Limits::of, Comparator.reverseOrder());

    /** The lowest ask first, the earlier of equals. */
    static final Comparator<Order> ASKS = Comparator.comparing(Limits::of);

    private Limits() {}

    /** The limit of an order that was checked to have one. */
    static Price of(Order order) {
        return order.limit().orElseThrow(() -> new IllegalArgumentException("order " + order.id() + " has no limit"));
    }

    /** Whether {@code order}, which has a limit, can trade at {@code price}. */
    static boolean allows(Order order, BigFraction price) {
        int side = Fractions.of(of(order)).compareTo(price);
        return order.buys() ? side >= 0 : side <= 0;
    }

    /** The first flaw of the limits of {@code orders}, each of which must be there and between the grid's prices. */
    static Optional<MarketFlaw> flawIn(List<Order> orders, GridPrices grid, MarketRule rule) {
        return orders.stream()
                .flatMap(order -> flawOf(order, grid, rule).stream())
                .findFirst();
    }

    /** The first flaw of the limits that there are; those of {@code needed} must be there. */
    static Optional<MarketFlaw> flawIn(List<Order> orders, Side needed, GridPrices grid, MarketRule rule) {
        return flawIn(
                orders.stream()
                        .filter(order -> order.side() == needed || order.limit().isPresent())
                        .toList(),
                grid,
                rule);
    }

    private static Optional<MarketFlaw> flawOf(Order order, GridPrices grid, MarketRule rule) {
        if (order.limit().isEmpty()) {
            return Optional.of(new OrderFlaw.NoLimit(order.id(), rule.name()));
        }
        Price limit = of(order);
        return grid.include(Fractions.of(limit))
                ? Optional.empty()
                : Optional.of(new OrderFlaw.OutsideGridPrices(order.id(), limit, grid.buys(), grid.sells()));
    }
}
