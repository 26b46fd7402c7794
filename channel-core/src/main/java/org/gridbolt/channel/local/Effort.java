package org.gridbolt.channel.local;

import java.time.Duration;

/**
 * What the protocol cost.
 *
 * @param rounds commitment rounds in which both households revoked a state
 * @param time spent in the machines of all three, without what the chain took
 */
public record Effort(int rounds, Duration time) {

    /** Nothing done yet. */
    static final Effort NONE = new Effort(0, Duration.ZERO);

    /** What was spent since {@code earlier}. */
    Effort since(Effort earlier) {
        return new Effort(rounds - earlier.rounds, time.minus(earlier.time));
    }
}
