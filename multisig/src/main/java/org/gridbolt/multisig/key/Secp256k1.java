package org.gridbolt.multisig.key;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;

/**
 * The arithmetic of secp256k1. There are two implementations, which give the same answers and the same bytes:
 * libsecp256k1, in native code, and BouncyCastle, wherever Java runs.
 *
 * <p>Prefer the native one where secrets matter: BouncyCastle does not promise to run in constant time.
 */
public sealed interface Secp256k1 permits NativeSecp256k1, PortableSecp256k1 {

    /**
     * The implementation in use: what the system property {@code gridbolt.secp256k1} names, {@code native} or {@code
     * portable}; without it the native one where its library loads, else the portable one. It is chosen once. An {@link
     * IllegalArgumentException} when the property names something else, an {@link IllegalStateException} when it asks for
     * the native library and that does not load.
     */
    static Secp256k1 active() {
        return Secp256k1Choice.active();
    }

    /** libsecp256k1, or nothing where its native library does not load. */
    static Optional<Secp256k1> nativeLibrary() {
        return NativeSecp256k1.loaded();
    }

    /** BouncyCastle. */
    static Secp256k1 portable() {
        return PortableSecp256k1.INSTANCE;
    }

    /**
     * The signature of {@code digest} by {@code key}, with low S and the nonce of RFC 6979: the same each time.
     *
     * <p>MUST 4.6: RFC 6979, and low S.
     */
    Signature sign(Sha256Hash digest, PrivateKey key);

    /** Whether {@code signature} is one of {@code digest} by {@code key}. */
    boolean verify(Sha256Hash digest, Signature signature, PublicKey key);

    /** The point k G. */
    PublicKey publicKey(PrivateKey key);

    /** The point that {@code compressed} spells, or nothing when it is not 33 bytes, compressed and on the curve. */
    Optional<PublicKey> parse(Bytes compressed);

    /** Whether {@code compressed} is 33 bytes, compressed, and on the curve. */
    default boolean isOnCurve(Bytes compressed) {
        return parse(compressed).isPresent();
    }

    /** What an operator calls this implementation: {@code libsecp256k1} or {@code BouncyCastle}. */
    String name();
}
