package org.gridbolt.multisig;

/** The three who share a wallet. The order is the protocol's: A, B, U. */
public enum Party {
    /** A: pays coins for energy and opens the channel. */
    CONSUMER('A'),
    /** B: injects energy and posts a bond. */
    PRODUCER('B'),
    /** U: runs grid, meters and a full node, publishes the price and arbitrates. */
    UTILITY('U');

    private final char letter;

    Party(char letter) {
        this.letter = letter;
    }

    /** The letter that the protocol writes for this party. */
    public char letter() {
        return letter;
    }

    /** The other household; an {@link IllegalStateException} for the utility, which has none. */
    public Party peer() {
        return switch (this) {
            case CONSUMER -> PRODUCER;
            case PRODUCER -> CONSUMER;
            case UTILITY -> throw new IllegalStateException("the utility is no side of a commitment");
        };
    }
}
