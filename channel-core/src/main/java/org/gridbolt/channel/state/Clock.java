package org.gridbolt.channel.state;

import org.gridbolt.multisig.Party;

/**
 * How many updates of each author something contains, counted over the whole channel: both households number the updates
 * alike, so two numbers say exactly which ones a version holds, whatever crossed on the way.
 *
 * @param consumer updates by A
 * @param producer updates by B
 */
public record Clock(int consumer, int producer) {

    /** Before any update. */
    public static final Clock START = new Clock(0, 0);

    public Clock {
        if (consumer < 0 || producer < 0) {
            throw new IllegalArgumentException("no count of updates: " + consumer + ", " + producer);
        }
    }

    /** The count of that household's updates. */
    public int of(Party author) {
        return author == Party.CONSUMER ? consumer : producer;
    }

    /** One more update of that household. */
    public Clock plusOne(Party author) {
        return with(author, Math.addExact(of(author), 1));
    }

    /** The same with another count for that household. */
    public Clock with(Party author, int count) {
        return author == Party.CONSUMER ? new Clock(count, producer) : new Clock(consumer, count);
    }

    /** Whether this contains all that {@code other} contains. */
    public boolean covers(Clock other) {
        return consumer >= other.consumer && producer >= other.producer;
    }

    /** What both contain. */
    public Clock least(Clock other) {
        return new Clock(Math.min(consumer, other.consumer), Math.min(producer, other.producer));
    }
}
