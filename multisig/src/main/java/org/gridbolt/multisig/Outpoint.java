package org.gridbolt.multisig;

import org.bitcoinj.base.Sha256Hash;

/**
 * An output of a transaction.
 *
 * @param txid the transaction's id
 * @param index the output's place in it, at least 0
 */
public record Outpoint(Sha256Hash txid, int index) {

    public Outpoint {
        if (index < 0) {
            throw new IllegalArgumentException("no output index: " + index);
        }
    }

    /** As block explorers write it: {@code txid:index}. */
    @Override
    public String toString() {
        return txid + ":" + index;
    }
}
