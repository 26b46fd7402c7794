package org.gridbolt.channel.state;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;

/**
 * A receipt with its hash, which is needed more than once and computed once.
 *
 * @param signed the receipt
 * @param hash the hash of its content
 */
public record KnownReceipt(Signed<StateReceipt> signed, Sha256Hash hash) {

    /** The receipt, its hash computed. */
    public static KnownReceipt of(Signed<StateReceipt> signed) {
        return new KnownReceipt(signed, signed.hash());
    }

    /** The receipt of {@code content}, signed. */
    public static KnownReceipt sign(StateReceipt content, PrivateKey nodeKey) {
        Sha256Hash hash = content.hash();
        Signature signature = Secp256k1.active().sign(hash, nodeKey);
        return new KnownReceipt(new Signed<>(content, signature), hash);
    }

    /** What it states. */
    public StateReceipt content() {
        return signed.content();
    }

    /** Whether the signature is by {@code nodeKey}. */
    public boolean isSignedBy(PublicKey nodeKey) {
        return Secp256k1.active().verify(hash, signed.signature(), nodeKey);
    }
}
