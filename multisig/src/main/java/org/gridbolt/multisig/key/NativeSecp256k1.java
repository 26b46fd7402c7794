package org.gridbolt.multisig.key;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;

/** libsecp256k1: native code, in constant time where secrets are involved. */
final class NativeSecp256k1 implements Secp256k1 {

    private NativeSecp256k1() {}

    /** The library, or nothing where it does not load. */
    static Optional<Secp256k1> loaded() {
        try {
            return Optional.of(required());
        } catch (IllegalStateException absent) {
            return Optional.empty();
        }
    }

    /** The library; an {@link IllegalStateException} that says why it does not load. */
    static Secp256k1 required() {
        try {
            LibsecpBinding.load();
            return new NativeSecp256k1();
        } catch (LinkageError failure) {
            throw new IllegalStateException("libsecp256k1 does not load on this machine", failure);
        }
    }

    @Override
    public Signature sign(Sha256Hash digest, PrivateKey key) {
        return Signature.ofSigner(LibsecpBinding.sign(digest.getBytes(), key.scalar()));
    }

    @Override
    public boolean verify(Sha256Hash digest, Signature signature, PublicKey key) {
        return LibsecpBinding.verify(signature.compact(), digest.getBytes(), key.uncompressed());
    }

    @Override
    public PublicKey publicKey(PrivateKey key) {
        return PublicKey.ofPoint(LibsecpBinding.create(key.scalar()));
    }

    @Override
    public Optional<PublicKey> parse(Bytes compressed) {
        if (!PublicKey.looksCompressed(compressed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(PublicKey.ofPoint(LibsecpBinding.parse(compressed.toArray())));
        } catch (IllegalStateException offCurve) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return "libsecp256k1";
    }
}
