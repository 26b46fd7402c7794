package org.gridbolt.multisig.tx;

import java.security.MessageDigest;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteWriter;
import org.gridbolt.multisig.internal.Digests;

/** What a signature of a version 0 witness commits to, with {@code SIGHASH_ALL} (BIP 143). */
final class SegwitDigest {

    static final int SIGHASH_ALL = 1;

    private static final int OUTPOINT_SIZE = 36;
    private static final int SEQUENCE_SIZE = 4;
    private static final int OUTPUT_SIZE = 43;
    private static final int FIXED_SIZE = 160;

    private SegwitDigest() {}

    static Sha256Hash of(Transaction transaction, int input, Bytes scriptCode, Coin value) {
        MessageDigest sha256 = Digests.sha256();
        TxInput signed = transaction.inputs().get(input);
        ByteWriter message = new ByteWriter(FIXED_SIZE + scriptCode.size())
                .int32(transaction.version())
                .bytes(outpoints(transaction).digestTwice(sha256))
                .bytes(sequences(transaction).digestTwice(sha256))
                .outpoint(signed.outpoint())
                .sized(scriptCode)
                .int64(value.value)
                .int32((int) signed.sequence())
                .bytes(outputs(transaction).digestTwice(sha256))
                .int32((int) transaction.lockTime())
                .int32(SIGHASH_ALL);
        return Sha256Hash.wrap(message.digestTwice(sha256));
    }

    static ByteWriter outpoints(Transaction transaction) {
        ByteWriter out = new ByteWriter(OUTPOINT_SIZE * transaction.inputs().size());
        transaction.inputs().forEach(input -> out.outpoint(input.outpoint()));
        return out;
    }

    static ByteWriter sequences(Transaction transaction) {
        ByteWriter out = new ByteWriter(SEQUENCE_SIZE * transaction.inputs().size());
        transaction.inputs().forEach(input -> out.int32((int) input.sequence()));
        return out;
    }

    static ByteWriter outputs(Transaction transaction) {
        ByteWriter out = new ByteWriter(OUTPUT_SIZE * transaction.outputs().size());
        transaction.outputs().forEach(output -> output.write(out));
        return out;
    }
}
