package org.gridbolt.pricing.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/**
 * All orders of a slot, with the tariff of the grid that takes up what peers leave. Each order has an id of its own and
 * some energy, no participant stands on both sides, and the energy of either side can be summed.
 *
 * @param slot the slot
 * @param tariff the grid's prices
 * @param orders in the order in which they arrived
 */
public record SlotBook(Slot slot, GridTariff tariff, List<Order> orders) {

    /** The book; an {@link IllegalArgumentException} when {@link #of} would have a flaw for it. */
    public SlotBook {
        orders = List.copyOf(orders);
        flawIn(slot, orders).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw.message());
        });
    }

    /** The book of these orders, or why they do not make one. */
    public static Outcome<SlotBook, MarketFlaw> of(Slot slot, GridTariff tariff, List<Order> orders) {
        Optional<MarketFlaw> flaw = flawIn(slot, orders);
        return flaw.isPresent() ? Outcome.flawed(flaw.get()) : Outcome.of(new SlotBook(slot, tariff, orders));
    }

    /** The energy of all orders to buy. */
    public WattHours demand() {
        return total(Side.BUY);
    }

    /** The energy of all orders to sell. */
    public WattHours supply() {
        return total(Side.SELL);
    }

    /** What each participant asks for in all, ordered by participant, so that no order of arrival shows in it. */
    public List<Position> positions() {
        List<Position> positions = new ArrayList<>();
        for (Order order :
                orders.stream().sorted(Comparator.comparing(Order::participant)).toList()) {
            Position own = new Position(order.participant(), order.side(), order.energy());
            int last = positions.size() - 1;
            if (last >= 0 && positions.get(last).participant().equals(order.participant())) {
                positions.set(last, positions.get(last).plus(own.energy()));
            } else {
                positions.add(own);
            }
        }
        return List.copyOf(positions);
    }

    private WattHours total(Side side) {
        return orders.stream()
                .filter(order -> order.side() == side)
                .map(Order::energy)
                .reduce(WattHours.ZERO, WattHours::plus);
    }

    private static Optional<MarketFlaw> flawIn(Slot slot, List<Order> orders) {
        return flawInOrders(orders)
                .or(() -> Stream.of(Side.values())
                        .filter(side -> overflows(orders, side))
                        .findFirst()
                        .map(side -> new SumFlaw.TooMuchEnergy(slot, side)));
    }

    private static Optional<MarketFlaw> flawInOrders(List<Order> orders) {
        Set<OrderId> ids = new HashSet<>();
        Map<Participant, Side> sides = new HashMap<>();
        for (Order order : orders) {
            if (order.energy().equals(WattHours.ZERO)) {
                return Optional.of(new OrderFlaw.NoEnergy(order.id()));
            }
            if (!ids.add(order.id())) {
                return Optional.of(new OrderFlaw.DoubledId(order.id()));
            }
            if (sides.merge(order.participant(), order.side(), (before, now) -> before) != order.side()) {
                return Optional.of(new OrderFlaw.BothSides(order.id(), order.participant()));
            }
        }
        return Optional.empty();
    }

    private static boolean overflows(List<Order> orders, Side side) {
        long sum = 0;
        for (Order order : orders) {
            sum += order.side() == side ? order.energy().value() : 0;
            if (sum < 0) {
                return true;
            }
        }
        return false;
    }
}
