package org.gridbolt.multisig.tx;

import java.util.List;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.internal.ByteWriter;

/**
 * An input of a transaction.
 *
 * @param outpoint the output it spends; {@link Outpoint#NONE} in a coinbase
 * @param scriptSig empty in every input of this protocol
 * @param sequence 0 to 2^32 - 1
 * @param witness the elements, bottom of the stack first
 */
public record TxInput(Outpoint outpoint, Bytes scriptSig, long sequence, List<Bytes> witness) {

    static final long SEQUENCE_MAX = 0xffff_ffffL;

    public TxInput {
        witness = List.copyOf(witness);
        if (sequence < 0 || sequence > SEQUENCE_MAX) {
            throw new IllegalArgumentException("no sequence: " + sequence);
        }
    }

    /** Without a script and not yet signed. */
    public static TxInput unsigned(Outpoint outpoint, long sequence) {
        return new TxInput(outpoint, Bytes.EMPTY, sequence, List.of());
    }

    /** The same with {@code witness}. */
    public TxInput withWitness(List<Bytes> witness) {
        return new TxInput(outpoint, scriptSig, sequence, witness);
    }

    void write(ByteWriter out) {
        out.outpoint(outpoint).sized(scriptSig).int32((int) sequence);
    }

    void writeWitness(ByteWriter out) {
        out.compactSize(witness.size());
        witness.forEach(out::sized);
    }
}
