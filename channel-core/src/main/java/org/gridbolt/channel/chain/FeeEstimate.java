package org.gridbolt.channel.chain;

import org.gridbolt.multisig.tx.FeeRate;

/** What a node thinks that room in a block costs, which may be nothing one can use. */
public sealed interface FeeEstimate {

    /** The highest rate that is believed: ten thousand coins for a virtual byte. */
    FeeRate BELIEVED_MAX = new FeeRate(10_000_000);

    /**
     * A rate.
     *
     * @param rate above 0 and at most {@link #BELIEVED_MAX}
     */
    record Known(FeeRate rate) implements FeeEstimate {}

    /**
     * The node has seen too little to tell, as always on regtest.
     *
     * @param reason its words
     */
    record Absent(String reason) implements FeeEstimate {}

    /**
     * A rate that nobody would pay, or none at all: following it would burn coins or strand a transaction.
     *
     * @param said what the node said, in coins of 100,000,000 for a thousand virtual bytes
     */
    record Absurd(String said) implements FeeEstimate {}

    /** The rate to go by: this one, or {@code otherwise}. */
    default FeeRate orElse(FeeRate otherwise) {
        return this instanceof Known known ? known.rate() : otherwise;
    }
}
