package org.gridbolt.multisig;

import org.bitcoinj.base.Sha256Hash;

/**
 * An output of a transaction.
 *
 * @param txid the transaction's id
 * @param index the output's place in it, at least 0; -1, all bits set, in a coinbase, which spends no output
 */
public record Outpoint(Sha256Hash txid, int index) {

    /** What a coinbase names in the place of an output. */
    public static final Outpoint NONE = new Outpoint(Sha256Hash.ZERO_HASH, -1);

    public Outpoint {
        if (index < 0 && !(index == -1 && txid.equals(Sha256Hash.ZERO_HASH))) {
            throw new IllegalArgumentException("no output index: " + index);
        }
    }

    /** As block explorers write it: {@code txid:index}. */
    @Override
    public String toString() {
        return txid + ":" + index;
    }
}
