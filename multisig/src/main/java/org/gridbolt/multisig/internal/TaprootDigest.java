package org.gridbolt.multisig.internal;

import fr.acinq.bitcoin.SigHash;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxOut;
import java.util.List;
import org.gridbolt.multisig.Bytes;

/** What a signature of a taproot key path commits to (BIP 341), by bitcoin-kmp. */
public final class TaprootDigest {

    /** The type of a signature that names none: it covers everything. */
    public static final int DEFAULT = SigHash.SIGHASH_DEFAULT;

    private TaprootDigest() {}

    /**
     * The digest without an annex.
     *
     * @param unsigned a transaction on the wire
     * @param spent the output that each of its inputs spends, on the wire
     * @param input which input is signed, from 0
     * @param type what the signature covers: {@link #DEFAULT} or a {@code SIGHASH} of BIP 341
     */
    public static Bytes of(Bytes unsigned, List<Bytes> spent, int input, int type) {
        List<TxOut> outputs =
                spent.stream().map(output -> TxOut.read(output.toArray())).toList();
        return Bytes.of(Transaction.read(unsigned.toArray())
                .hashForSigningTaprootKeyPath(input, outputs, type, null)
                .toByteArray());
    }
}
