package org.gridbolt.multisig.tx;

import java.security.MessageDigest;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteWriter;
import org.gridbolt.multisig.internal.Digests;

/** What a signature of a taproot key path commits to, for the types that cover everything (BIP 341). */
final class TaprootDigest {

    static final int DEFAULT = 0;

    private static final int TYPICAL_SIZE = 256;
    private static final int EPOCH = 0;
    private static final int KEY_PATH_WITHOUT_ANNEX = 0;

    private TaprootDigest() {}

    static Bytes of(FundingTx funding, int input, int type) {
        MessageDigest sha256 = Digests.sha256();
        Transaction unsigned = funding.unsigned();
        ByteWriter message = new ByteWriter(TYPICAL_SIZE)
                .put(EPOCH)
                .put(type)
                .int32(unsigned.version())
                .int32((int) unsigned.lockTime())
                .bytes(SegwitDigest.outpoints(unsigned).digest(sha256))
                .bytes(values(funding).digest(sha256))
                .bytes(scripts(funding).digest(sha256))
                .bytes(SegwitDigest.sequences(unsigned).digest(sha256))
                .bytes(SegwitDigest.outputs(unsigned).digest(sha256))
                .put(KEY_PATH_WITHOUT_ANNEX)
                .int32(input);
        return Digests.tagged("TapSighash", message.toBytes());
    }

    private static ByteWriter values(FundingTx funding) {
        ByteWriter out = new ByteWriter(TYPICAL_SIZE);
        funding.inputs().forEach(input -> out.int64(input.spent().value().value));
        return out;
    }

    private static ByteWriter scripts(FundingTx funding) {
        ByteWriter out = new ByteWriter(TYPICAL_SIZE);
        funding.inputs().forEach(input -> out.sized(input.spent().script()));
        return out;
    }
}
