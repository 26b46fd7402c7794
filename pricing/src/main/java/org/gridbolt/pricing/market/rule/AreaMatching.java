package org.gridbolt.pricing.market.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.pricing.market.Area;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.OrderFlaw;

/**
 * Orders in the order of arrival, area by area: matched within an area first, then with areas beside it.
 *
 * @param areas how areas lie
 * @param buyers the orders to buy of each area
 * @param sellers the orders to sell of each area
 */
record AreaMatching(Areas areas, Map<Area, Deque<Part<Arrived>>> buyers, Map<Area, Deque<Part<Arrived>>> sellers) {

    /**
     * An order with its place in the order of arrival.
     *
     * @param place counted from 0
     * @param order the order
     */
    record Arrived(int place, Order order) {

        Area area() {
            return order.area().orElseThrow(() -> new IllegalArgumentException("order " + order.id() + " has no area"));
        }
    }

    /** The flaw of an order whose area is not among {@code areas}. */
    static Optional<OrderFlaw> flawOf(Order order, Areas areas) {
        if (order.area().isEmpty()) {
            return Optional.of(new OrderFlaw.NoArea(order.id(), areas.all()));
        }
        Area area = order.area().get();
        return areas.beside().containsKey(area)
                ? Optional.empty()
                : Optional.of(new OrderFlaw.UnknownArea(order.id(), area, areas.all()));
    }

    /** The matches among {@code orders}, whose areas are all known. */
    static List<Match<Order>> match(Areas areas, List<Order> orders) {
        AreaMatching matching = new AreaMatching(areas, new HashMap<>(), new HashMap<>());
        for (int place = 0; place < orders.size(); place++) {
            matching.add(new Arrived(place, orders.get(place)));
        }
        List<Match<Arrived>> matches = new ArrayList<>(matching.withinAreas());
        matches.addAll(matching.acrossBorders());
        return matches.stream()
                .map(match -> new Match<>(match.seller().order(), match.buyer().order(), match.energy()))
                .toList();
    }

    private void add(Arrived arrived) {
        queue(arrived.order().buys() ? buyers : sellers, arrived.area())
                .add(new Part<>(arrived, arrived.order().energy()));
    }

    private List<Match<Arrived>> withinAreas() {
        return areas.all().stream()
                .flatMap(area -> Match.headToHead(queue(sellers, area), queue(buyers, area)).stream())
                .toList();
    }

    /** Whoever came first among the buyers that still lack energy takes it from whoever came first beside them. */
    private List<Match<Arrived>> acrossBorders() {
        Deque<Part<Arrived>> lacking = new ArrayDeque<>(buyers.values().stream()
                .flatMap(Deque::stream)
                .sorted(Comparator.comparing(part -> part.of().place()))
                .toList());
        List<Match<Arrived>> matches = new ArrayList<>();
        while (!lacking.isEmpty()) {
            Optional<Deque<Part<Arrived>>> nearest =
                    sellersBeside(lacking.element().of().area());
            if (nearest.isPresent()) {
                matches.add(Match.ofHeads(nearest.get(), lacking));
            } else {
                lacking.remove();
            }
        }
        return matches;
    }

    private Optional<Deque<Part<Arrived>>> sellersBeside(Area area) {
        return areas.besides(area).stream()
                .map(other -> queue(sellers, other))
                .filter(queue -> !queue.isEmpty())
                .min(Comparator.comparing(queue -> queue.element().of().place()));
    }

    private static Deque<Part<Arrived>> queue(Map<Area, Deque<Part<Arrived>>> queues, Area area) {
        return queues.computeIfAbsent(area, any -> new ArrayDeque<>());
    }
}
