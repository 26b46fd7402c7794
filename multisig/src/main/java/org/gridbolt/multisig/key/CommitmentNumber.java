package org.gridbolt.multisig.key;

/**
 * The number of a state of a channel, counted from 0 by each side for its own version.
 *
 * @param value the number, 0 to 2^47 - 1
 */
public record CommitmentNumber(long value) implements Comparable<CommitmentNumber> {

    /** The state before any update: everybody gets back what they put in. */
    public static final CommitmentNumber ZERO = new CommitmentNumber(0);

    private static final long BOUND = 1L << 47;

    public CommitmentNumber {
        if (value < 0 || value >= BOUND) {
            throw new IllegalArgumentException("no commitment number: " + value);
        }
    }

    /** The number after this one; an {@link IllegalArgumentException} after the last. */
    public CommitmentNumber next() {
        return new CommitmentNumber(value + 1);
    }

    /** The number before this one; an {@link IllegalArgumentException} before 0. */
    public CommitmentNumber previous() {
        return new CommitmentNumber(value - 1);
    }

    /** Whether this state is older than {@code other}. */
    public boolean isBefore(CommitmentNumber other) {
        return value < other.value;
    }

    @Override
    public int compareTo(CommitmentNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "state " + value;
    }
}
