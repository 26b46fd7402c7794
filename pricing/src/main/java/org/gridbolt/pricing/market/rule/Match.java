package org.gridbolt.pricing.market.rule;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gridbolt.pricing.WattHours;

/**
 * Energy that goes from one to another.
 *
 * @param seller who sells
 * @param buyer who buys
 * @param energy how much, more than nothing
 * @param <T> who has energy
 */
record Match<T>(T seller, T buyer, WattHours energy) {

    /**
     * Matches the heads of both queues until one of them is empty. What is left of a part stays at the head of its queue,
     * so there are fewer matches than parts.
     */
    static <T> List<Match<T>> headToHead(Deque<Part<T>> sellers, Deque<Part<T>> buyers) {
        List<Match<T>> matches = new ArrayList<>();
        while (!sellers.isEmpty() && !buyers.isEmpty()) {
            matches.add(ofHeads(sellers, buyers));
        }
        return matches;
    }

    /** Matches the heads of both queues, which are not empty, once. */
    static <T> Match<T> ofHeads(Deque<Part<T>> sellers, Deque<Part<T>> buyers) {
        Part<T> seller = sellers.pop();
        Part<T> buyer = buyers.pop();
        WattHours energy = seller.energy().min(buyer.energy());
        seller.giveBackTo(sellers, energy);
        buyer.giveBackTo(buyers, energy);
        return new Match<>(seller.of(), buyer.of(), energy);
    }
}
