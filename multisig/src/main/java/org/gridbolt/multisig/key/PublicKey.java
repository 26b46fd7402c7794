package org.gridbolt.multisig.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bitcoinj.base.internal.ByteUtils;
import org.gridbolt.multisig.Bytes;

/**
 * A point of secp256k1 other than infinity: a key that scripts name in its compressed form of 33 bytes.
 *
 * <p>An instance is on the curve by construction. It keeps both coordinates, so that a verification does not take the
 * square root of parsing again.
 */
public final class PublicKey {

    /** The length of the compressed form in bytes. */
    public static final int SIZE = 33;

    /** p, the order of the field (SEC 2, section 2.4.1). */
    private static final BigInteger FIELD =
            new BigInteger("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f", 16);

    private static final int X_END = 33;
    private static final int UNCOMPRESSED_SIZE = 65;

    private final Bytes bytes;
    private final byte[] uncompressed;

    private PublicKey(byte[] uncompressed) {
        this.uncompressed = uncompressed;
        this.bytes = compress(uncompressed);
    }

    /** The key that {@code compressed} spells, or nothing when it is not 33 bytes, compressed and on the curve. */
    public static Optional<PublicKey> parse(Bytes compressed) {
        return Secp256k1.active().parse(compressed);
    }

    /** The key that {@code compressed} spells; an {@link IllegalArgumentException} when it is none. */
    public static PublicKey of(Bytes compressed) {
        return parse(compressed)
                .orElseThrow(() -> new IllegalArgumentException("no compressed point of secp256k1: " + compressed));
    }

    /** The key that {@code hex} spells; an {@link IllegalArgumentException} when it is none. */
    public static PublicKey ofHex(String hex) {
        return of(Bytes.ofHex(hex));
    }

    /** The key of a point that the curve arithmetic itself has computed or checked: 04, x, y. Takes the array over. */
    static PublicKey ofPoint(byte[] uncompressed) {
        return new PublicKey(uncompressed);
    }

    /** Whether {@code bytes} has the length and the first byte of a compressed point, wherever that may lie. */
    static boolean looksCompressed(Bytes bytes) {
        return bytes.size() == SIZE && (bytes.at(0) == 2 || bytes.at(0) == 3);
    }

    private static Bytes compress(byte[] uncompressed) {
        byte[] compressed = Arrays.copyOf(uncompressed, SIZE);
        compressed[0] = (byte) (2 + (uncompressed[UNCOMPRESSED_SIZE - 1] & 1));
        return Bytes.of(compressed);
    }

    /** The compressed form, 33 bytes. */
    public Bytes bytes() {
        return bytes;
    }

    /** The x coordinate, 32 bytes: what this key shares with its negation and with no other. */
    public Bytes xOnly() {
        return bytes.slice(1, SIZE);
    }

    /** Whether this is {@code other} or its negation. */
    public boolean hasSameX(PublicKey other) {
        return Arrays.equals(uncompressed, 1, X_END, other.uncompressed, 1, X_END);
    }

    /** The point with the same x and the opposite y, whose secret is N minus this key's. */
    public PublicKey negate() {
        byte[] y = Arrays.copyOfRange(uncompressed, X_END, UNCOMPRESSED_SIZE);
        byte[] negatedY = ByteUtils.bigIntegerToBytes(FIELD.subtract(new BigInteger(1, y)), y.length);
        byte[] negated = Arrays.copyOf(uncompressed, UNCOMPRESSED_SIZE);
        System.arraycopy(negatedY, 0, negated, X_END, negatedY.length);
        return new PublicKey(negated);
    }

    /** 04, x, y: the array itself, for the curve arithmetic only, which does not write to it. */
    byte[] uncompressed() {
        return uncompressed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && bytes.equals(key.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    /** The compressed form in hexadecimal. */
    @Override
    public String toString() {
        return bytes.toHex();
    }
}
