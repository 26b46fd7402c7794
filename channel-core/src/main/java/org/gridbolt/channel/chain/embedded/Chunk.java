package org.gridbolt.channel.chain.embedded;

/**
 * Transactions that are mined together.
 *
 * @param fee of all of them
 * @param size of all of them, in virtual bytes, above 0
 */
record Chunk(long fee, long size) {

    Chunk plus(Chunk other) {
        return new Chunk(Math.addExact(fee, other.fee), Math.addExact(size, other.size));
    }

    /** Whether it pays more for a byte. */
    boolean paysMoreThan(Chunk other) {
        return Math.multiplyExact(fee, other.size) > Math.multiplyExact(other.fee, size);
    }
}
