package org.gridbolt.multisig.key;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;

/** A secret scalar in [1, N - 1]. Its text form shows nothing of it. */
public final class PrivateKey {

    /** The length in bytes. */
    public static final int SIZE = Scalar.SIZE;

    private final byte[] scalar;

    private PrivateKey(byte[] scalar) {
        this.scalar = scalar;
    }

    /** The key that {@code bytes} spells, or nothing when it is not 32 bytes in [1, N - 1]. */
    public static Optional<PrivateKey> parse(Bytes bytes) {
        if (bytes.size() != SIZE) {
            return Optional.empty();
        }
        byte[] scalar = bytes.toArray();
        return Scalar.isInRange(scalar, 0) ? Optional.of(new PrivateKey(scalar)) : Optional.empty();
    }

    /** The key that {@code bytes} spells; an {@link IllegalArgumentException}, which does not show it, when it is none. */
    public static PrivateKey of(Bytes bytes) {
        return parse(bytes).orElseThrow(() -> new IllegalArgumentException("no scalar in [1, N - 1]"));
    }

    /** The key k G; computed each time. */
    public PublicKey publicKey() {
        return Secp256k1.active().publicKey(this);
    }

    /** The scalar, 32 bytes: for a secret that is to be revealed or stored. */
    public Bytes bytes() {
        return Bytes.of(scalar);
    }

    /** The array itself, for the curve arithmetic only, which does not write to it. */
    byte[] scalar() {
        return scalar;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrivateKey key && MessageDigest.isEqual(scalar, key.scalar);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(scalar);
    }

    @Override
    public String toString() {
        return "PrivateKey";
    }
}
