package org.gridbolt.multisig.key;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;

/**
 * An ECDSA signature in compact form, r and then s, 32 bytes each, with low S: s is at most (N - 1) / 2, as Bitcoin Core
 * relays it (BIP 146). A signature with high S is no instance of this type, so nobody can verify one by oversight.
 */
public final class Signature {

    /** The length of the compact form in bytes. */
    public static final int SIZE = 64;

    private static final byte SIGHASH_ALL = 1;
    private static final byte DER_SEQUENCE = 0x30;
    private static final byte DER_INTEGER = 0x02;

    private final byte[] compact;

    private Signature(byte[] compact) {
        this.compact = compact;
    }

    /** The signature that {@code compact} spells, or nothing: not 64 bytes, r outside [1, N - 1], or s not low. */
    public static Optional<Signature> parse(Bytes compact) {
        byte[] content = compact.toArray();
        boolean valid =
                content.length == SIZE && Scalar.isInRange(content, 0) && Scalar.isInLowerHalf(content, Scalar.SIZE);
        return valid ? Optional.of(new Signature(content)) : Optional.empty();
    }

    /** The signature that {@code compact} spells; an {@link IllegalArgumentException} when it is none. */
    public static Signature of(Bytes compact) {
        return parse(compact)
                .orElseThrow(() -> new IllegalArgumentException("no compact signature with low S: " + compact));
    }

    /** What a signer of this package made, with low S. Takes the array over. */
    static Signature ofSigner(byte[] compact) {
        return new Signature(compact);
    }

    /** The compact form, 64 bytes. */
    public Bytes bytes() {
        return Bytes.of(compact);
    }

    /** As a witness holds it: strict DER (BIP 66) and the byte of {@code SIGHASH_ALL}; at most 72 bytes. */
    public Bytes derWithSigHashAll() {
        Bytes integers = derInteger(0).concat(derInteger(Scalar.SIZE));
        return Bytes.of(DER_SEQUENCE, (byte) integers.size()).concat(integers).concat(Bytes.of(SIGHASH_ALL));
    }

    /** The 32 bytes at {@code from} as a DER integer: no leading zeros, save the one that keeps it positive. */
    private Bytes derInteger(int from) {
        byte[] number = new BigInteger(1, compact, from, Scalar.SIZE).toByteArray();
        return Bytes.of(DER_INTEGER, (byte) number.length).concat(Bytes.of(number));
    }

    /** The array itself, for the curve arithmetic only, which does not write to it. */
    byte[] compact() {
        return compact;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature && Arrays.equals(compact, signature.compact);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(compact);
    }

    /** The compact form in hexadecimal. */
    @Override
    public String toString() {
        return bytes().toHex();
    }
}
