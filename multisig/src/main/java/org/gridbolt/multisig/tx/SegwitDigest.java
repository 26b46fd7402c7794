package org.gridbolt.multisig.tx;

import java.security.MessageDigest;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteWriter;
import org.gridbolt.multisig.internal.Digests;

/** What a signature of a version 0 witness commits to (BIP 143). */
final class SegwitDigest {

    static final int SIGHASH_ALL = 1;

    private static final int SIGHASH_NONE = 2;
    private static final int SIGHASH_SINGLE = 3;
    private static final int SIGHASH_KIND = 0x1f;
    private static final int ANYONE_CAN_PAY = 0x80;
    private static final byte[] NOTHING = new byte[Sha256Hash.LENGTH];

    private static final int OUTPOINT_SIZE = 36;
    private static final int SEQUENCE_SIZE = 4;
    private static final int OUTPUT_SIZE = 43;
    private static final int FIXED_SIZE = 160;

    private SegwitDigest() {}

    /** With {@code SIGHASH_ALL}: the only type that anybody signs here. MUST 4.6. */
    static Sha256Hash of(Transaction transaction, int input, Bytes scriptCode, Coin value) {
        return of(transaction, input, scriptCode, value, SIGHASH_ALL);
    }

    /** With whatever type a mined signature says. */
    static Sha256Hash of(Transaction transaction, int input, Bytes scriptCode, Coin value, int type) {
        MessageDigest sha256 = Digests.sha256();
        TxInput signed = transaction.inputs().get(input);
        ByteWriter message = new ByteWriter(FIXED_SIZE + scriptCode.size())
                .int32(transaction.version())
                .bytes(coversInputs(type) ? outpoints(transaction).digestTwice(sha256) : NOTHING)
                .bytes(coversSequences(type) ? sequences(transaction).digestTwice(sha256) : NOTHING)
                .outpoint(signed.outpoint())
                .sized(scriptCode)
                .int64(value.value)
                .int32((int) signed.sequence())
                .bytes(outputs(transaction, input, type, sha256))
                .int32((int) transaction.lockTime())
                .int32(type);
        return Sha256Hash.wrap(message.digestTwice(sha256));
    }

    private static boolean coversInputs(int type) {
        return (type & ANYONE_CAN_PAY) == 0;
    }

    private static boolean coversSequences(int type) {
        return coversInputs(type) && coversOutputs(type);
    }

    private static boolean coversOutputs(int type) {
        return (type & SIGHASH_KIND) != SIGHASH_SINGLE && (type & SIGHASH_KIND) != SIGHASH_NONE;
    }

    private static byte[] outputs(Transaction transaction, int input, int type, MessageDigest sha256) {
        if (coversOutputs(type)) {
            return outputs(transaction).digestTwice(sha256);
        }
        boolean one = (type & SIGHASH_KIND) == SIGHASH_SINGLE
                && input < transaction.outputs().size();
        if (!one) {
            return NOTHING;
        }
        ByteWriter out = new ByteWriter(OUTPUT_SIZE);
        transaction.outputs().get(input).write(out);
        return out.digestTwice(sha256);
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
