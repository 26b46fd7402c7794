package org.gridbolt.multisig.key;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.jspecify.annotations.Nullable;

/** libsecp256k1: native code, in constant time where secrets are involved. */
final class NativeSecp256k1 implements Secp256k1 {

    private static final Attempt ATTEMPT = attempt();

    /** The outcome of loading the library: it, or why not. Kept, since the JVM tells the reason only once. */
    private record Attempt(
            Optional<Secp256k1> library, @Nullable LinkageError failure) {}

    private NativeSecp256k1() {}

    private static Attempt attempt() {
        try {
            LibsecpBinding.load();
            return new Attempt(Optional.of(new NativeSecp256k1()), null);
        } catch (LinkageError failure) {
            return new Attempt(Optional.empty(), failure);
        }
    }

    /** The library, or nothing where it does not load. */
    static Optional<Secp256k1> loaded() {
        return ATTEMPT.library;
    }

    /** The library; an {@link IllegalStateException} with the reason as its cause when it does not load. */
    static Secp256k1 required() {
        return ATTEMPT.library.orElseThrow(
                () -> new IllegalStateException("libsecp256k1 does not load on this machine", ATTEMPT.failure));
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
