package org.gridbolt.multisig.tx;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;

/**
 * Who pays what for a funding transaction: everybody for its own inputs and change, the first party with inputs, in the order
 * A, B, U, for the rest.
 *
 * @param rate the agreed price
 * @param dustLimit the least change
 */
public record FundingFees(FeeRate rate, Coin dustLimit) {

    private static final int WITNESS_SCALE = 4;
    /** Version, lock time, two counts, and the wallet's output; marker and flag. */
    private static final int COMMON_WEIGHT = WITNESS_SCALE * (4 + 4 + 1 + 1 + 43) + 2;

    private static final int INPUT_WEIGHT = WITNESS_SCALE * (36 + 1 + 4);
    /** The count, a signature of at most 72 bytes, a key. */
    private static final int WITNESS_WEIGHT = 1 + 1 + 72 + 1 + 33;

    private static final int OUTPUT_FIXED_SIZE = 8 + 1;

    /** The least part of the fee that {@code contribution} owes. */
    public Coin least(FundingContribution contribution, boolean common) {
        int weight = contribution.inputs().size() * (INPUT_WEIGHT + WITNESS_WEIGHT)
                + contribution
                        .change()
                        .map(TxOutput::script)
                        .map(FundingFees::outputWeight)
                        .orElse(0)
                + (common ? COMMON_WEIGHT : 0);
        return rate.feeFor((weight + WITNESS_SCALE - 1) / WITNESS_SCALE);
    }

    private static int outputWeight(Bytes script) {
        return WITNESS_SCALE * (OUTPUT_FIXED_SIZE + script.size());
    }
}
