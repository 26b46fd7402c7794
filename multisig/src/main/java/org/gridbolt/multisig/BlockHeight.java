package org.gridbolt.multisig;

/**
 * A position in the chain, as {@code OP_CHECKLOCKTIMEVERIFY} reads it (BIP 65).
 *
 * @param value the height, 0 to 499,999,999: from 500,000,000 on, consensus reads a lock time as seconds
 */
public record BlockHeight(int value) implements Comparable<BlockHeight> {

    /** The first number that consensus reads as seconds and not as a height. */
    public static final int LOCK_TIME_THRESHOLD = 500_000_000;

    public BlockHeight {
        if (value < 0 || value >= LOCK_TIME_THRESHOLD) {
            throw new IllegalArgumentException("no block height: " + value);
        }
    }

    /** The height that many blocks later. */
    public BlockHeight plus(BlockCount blocks) {
        return new BlockHeight(Math.addExact(value, blocks.value()));
    }

    /** The height that many blocks earlier; an {@link IllegalArgumentException} below the first block. */
    public BlockHeight minus(BlockCount blocks) {
        return new BlockHeight(value - blocks.value());
    }

    /** The blocks from {@code earlier} to here; an {@link IllegalArgumentException} when it is later. */
    public BlockCount since(BlockHeight earlier) {
        return new BlockCount(value - earlier.value);
    }

    /** Whether this height comes before {@code other}. */
    public boolean isBefore(BlockHeight other) {
        return value < other.value;
    }

    /** Whether this height comes after {@code other}. */
    public boolean isAfter(BlockHeight other) {
        return value > other.value;
    }

    @Override
    public int compareTo(BlockHeight other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "height " + value;
    }
}
