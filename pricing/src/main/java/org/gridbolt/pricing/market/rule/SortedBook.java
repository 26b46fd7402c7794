package org.gridbolt.pricing.market.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.Side;
import org.gridbolt.pricing.market.SlotBook;

/**
 * Bids and asks, each best first: the highest bid, the lowest ask, of equals the one that came first. Matching takes
 * orders from the heads.
 *
 * @param bids the orders to buy
 * @param asks the orders to sell
 */
record SortedBook(Deque<Part<Order>> bids, Deque<Part<Order>> asks) {

    static SortedBook of(SlotBook book) {
        return of(book, order -> true);
    }

    /** The orders of {@code book} that {@code takePart}. */
    static SortedBook of(SlotBook book, Predicate<Order> takePart) {
        return new SortedBook(
                queue(book, Side.BUY, Limits.BIDS, takePart), queue(book, Side.SELL, Limits.ASKS, takePart));
    }

    /** Matches heads as long as the bid is not below the ask. */
    List<Match<Order>> cross() {
        List<Match<Order>> matches = new ArrayList<>();
        while (crosses()) {
            matches.add(Match.ofHeads(asks, bids));
        }
        return matches;
    }

    private boolean crosses() {
        return !bids.isEmpty() && !asks.isEmpty() && headOf(bids).compareTo(headOf(asks)) >= 0;
    }

    /** The limit of the best order of a queue that is not empty. */
    static Price headOf(Deque<Part<Order>> queue) {
        return Limits.of(queue.element().of());
    }

    private static Deque<Part<Order>> queue(
            SlotBook book, Side side, Comparator<Order> best, Predicate<Order> takePart) {
        return new ArrayDeque<>(book.orders().stream()
                .filter(order -> order.side() == side)
                .filter(takePart)
                .sorted(best)
                .map(order -> new Part<>(order, order.energy()))
                .toList());
    }
}
