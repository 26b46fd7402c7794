package org.gridbolt.multisig.key;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.Digests;

/**
 * The per-commitment secrets of one side of a channel, as BOLT 3 generates them from a seed ("Per-commitment Secret
 * Requirements").
 *
 * <p>A secret belongs to an index of 48 bits. It is the seed after one step for each bit that is set in the index, from
 * the highest down: flip that bit of the value, then hash it. So whoever knows the secret of an index whose last {@code b}
 * bits are zero can compute those of all indices that differ from it in these bits only. State {@code n} has index 2^48 -
 * 1 - n: the indices fall, and a revealed secret tells about older states but never about newer ones.
 *
 * <p>The indices of early states begin with many ones, whose steps they have in common. These are taken once, at
 * construction: {@code trunk[b]} is the value after the bits above the last {@code b}, all set. A secret then costs at most
 * as many hashes as its commitment number has bits, and not up to 48.
 */
public final class ShaChain {

    /** The bits of an index. */
    static final int INDEX_BITS = 48;

    /** The index of state 0: all ones. */
    static final long FIRST_INDEX = (1L << INDEX_BITS) - 1;

    private final byte[][] trunk;

    /** The chain of {@code seed}, 32 bytes that nobody else can guess. */
    public ShaChain(Bytes seed) {
        if (seed.size() != Scalar.SIZE) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.size());
        }
        trunk = new byte[INDEX_BITS + 1][];
        trunk[INDEX_BITS] = seed.toArray();
        for (int bit = INDEX_BITS - 1; bit >= 0; bit--) {
            trunk[bit] = step(trunk[bit + 1], bit);
        }
    }

    /** The index of state {@code number}. MUST 4.4: 2^48 - 1 - n. */
    static long indexOf(CommitmentNumber number) {
        return FIRST_INDEX - number.value();
    }

    /** The value of {@code index} from {@code start}, that of the index with its last {@code bits} bits zero. */
    static byte[] derive(byte[] start, int bits, long index) {
        byte[] value = start;
        for (int bit = bits - 1; bit >= 0; bit--) {
            if ((index >>> bit & 1) == 1) {
                value = step(value, bit);
            }
        }
        return value;
    }

    private static byte[] step(byte[] value, int bit) {
        byte[] flipped = value.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return Digests.sha256().digest(flipped);
    }

    /** The secret that revokes state {@code number}. */
    public PrivateKey secretAt(CommitmentNumber number) {
        return PrivateKey.of(Bytes.of(valueAt(indexOf(number))));
    }

    /** The point of state {@code number}: the key that stands in its owner's version. */
    public PublicKey pointAt(CommitmentNumber number) {
        return secretAt(number).publicKey();
    }

    /** The value of any index of 48 bits. */
    byte[] valueAt(long index) {
        int shared = Long.SIZE - Long.numberOfLeadingZeros(FIRST_INDEX - index);
        return derive(trunk[shared], shared, index);
    }

    @Override
    public String toString() {
        return "ShaChain";
    }
}
