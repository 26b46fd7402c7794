package org.gridbolt.multisig.tx;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteWriter;

/**
 * An output of a transaction.
 *
 * @param value its coins, at least 0
 * @param script its output script
 */
public record TxOutput(Coin value, Bytes script) {

    private static final int TYPICAL_SIZE = 43;

    public TxOutput {
        if (value.isNegative()) {
            throw new IllegalArgumentException("an output of " + value.value + " coins");
        }
    }

    void write(ByteWriter out) {
        out.int64(value.value).sized(script);
    }

    /** As it stands on the wire. */
    Bytes serialize() {
        ByteWriter out = new ByteWriter(TYPICAL_SIZE);
        write(out);
        return out.toBytes();
    }
}
