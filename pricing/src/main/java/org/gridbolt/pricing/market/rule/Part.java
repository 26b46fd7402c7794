package org.gridbolt.pricing.market.rule;

import java.util.Deque;
import org.gridbolt.pricing.WattHours;

/**
 * Energy of somebody that is still to be matched.
 *
 * @param of whose it is
 * @param energy how much
 * @param <T> who has energy
 */
record Part<T>(T of, WattHours energy) {

    /** Puts what is left of this after {@code taken} back to the head of {@code queue}, when anything is. */
    void giveBackTo(Deque<Part<T>> queue, WattHours taken) {
        if (energy.compareTo(taken) > 0) {
            queue.push(new Part<>(of, energy.minus(taken)));
        }
    }
}
