package org.gridbolt.multisig.key;

import java.math.BigInteger;
import java.util.Arrays;
import org.bitcoinj.base.internal.ByteUtils;

/** Ranges of 32-byte big-endian numbers modulo the order of secp256k1 (SEC 2, section 2.4.1). */
final class Scalar {

    /** The length of a scalar in bytes. */
    static final int SIZE = 32;

    /** N, the order of the group. */
    private static final byte[] ORDER =
            ByteUtils.parseHex("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141");

    /** (N - 1) / 2, the largest S that Bitcoin Core relays. */
    private static final byte[] HALF_ORDER =
            ByteUtils.parseHex("7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0");

    private Scalar() {}

    /** Whether the 32 bytes at {@code from} are in [1, N - 1]. */
    static boolean isInRange(byte[] content, int from) {
        return !isZero(content, from) && compare(content, from, ORDER) < 0;
    }

    /** Whether the 32 bytes at {@code from} are in [1, (N - 1) / 2]. */
    static boolean isInLowerHalf(byte[] content, int from) {
        return !isZero(content, from) && compare(content, from, HALF_ORDER) <= 0;
    }

    /** The sum of two scalars modulo the curve's order, as 32 bytes. */
    static byte[] sum(byte[] one, byte[] other) {
        BigInteger sum = new BigInteger(1, one).add(new BigInteger(1, other));
        return ByteUtils.bigIntegerToBytes(sum.mod(new BigInteger(1, ORDER)), SIZE);
    }

    private static int compare(byte[] content, int from, byte[] bound) {
        return Arrays.compareUnsigned(content, from, from + SIZE, bound, 0, SIZE);
    }

    private static boolean isZero(byte[] content, int from) {
        int union = 0;
        for (int i = from; i < from + SIZE; i++) {
            union |= content[i];
        }
        return union == 0;
    }
}
