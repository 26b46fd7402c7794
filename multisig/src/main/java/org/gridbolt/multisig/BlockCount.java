package org.gridbolt.multisig;

/**
 * A number of blocks: an age or a distance, never a position in the chain.
 *
 * @param value the blocks, at least 0
 */
public record BlockCount(int value) implements Comparable<BlockCount> {

    /** No blocks. */
    public static final BlockCount ZERO = new BlockCount(0);

    public BlockCount {
        if (value < 0) {
            throw new IllegalArgumentException("a number of blocks is never negative: " + value);
        }
    }

    /** The sum. */
    public BlockCount plus(BlockCount other) {
        return new BlockCount(Math.addExact(value, other.value));
    }

    /** This many times over. */
    public BlockCount times(int factor) {
        return new BlockCount(Math.multiplyExact(value, factor));
    }

    @Override
    public int compareTo(BlockCount other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + (value == 1 ? " block" : " blocks");
    }
}
