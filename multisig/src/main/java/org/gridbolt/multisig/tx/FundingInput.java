package org.gridbolt.multisig.tx;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Outpoint;

/**
 * A coin that funds a channel, as its owner describes it. {@link FundingCheck} holds the description to the transaction.
 *
 * @param outpoint where the coin is said to be
 * @param value what it is said to be worth
 * @param previous the whole transaction that made it
 */
public record FundingInput(Outpoint outpoint, Coin value, Transaction previous) {

    /** Output {@code index} of {@code previous}, truly described. */
    public static FundingInput of(Transaction previous, int index) {
        return new FundingInput(
                previous.outpoint(index), previous.outputs().get(index).value(), previous);
    }

    /** The output that is spent; only for an input that {@link FundingCheck} found no flaw in. */
    TxOutput spent() {
        return previous.outputs().get(outpoint.index());
    }
}
