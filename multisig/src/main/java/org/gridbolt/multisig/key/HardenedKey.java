package org.gridbolt.multisig.key;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bitcoinj.crypto.HDUtils;
import org.gridbolt.multisig.Bytes;

/**
 * A node of a tree of keys, of which only hardened children are taken (BIP 32). Such a child needs no public key of its parent;
 * bitcoinj computes one at every step, which costs a channel's keys milliseconds.
 */
final class HardenedKey {

    private static final byte[] MASTER = "Bitcoin seed".getBytes(StandardCharsets.US_ASCII);
    private static final int HARDENED = 1 << 31;
    private static final int CHAIN_CODE_SIZE = 32;

    private final PrivateKey key;
    private final byte[] chainCode;

    private HardenedKey(PrivateKey key, byte[] chainCode) {
        this.key = key;
        this.chainCode = chainCode;
    }

    /** The root of the tree of {@code seed}. */
    static HardenedKey master(Bytes seed) {
        byte[] digest = HDUtils.hmacSha512(MASTER, seed.toArray());
        return of(Arrays.copyOf(digest, PrivateKey.SIZE), digest);
    }

    /** The hardened child of that index, at least 0. */
    HardenedKey child(int index) {
        byte[] data = ByteBuffer.allocate(1 + PrivateKey.SIZE + Integer.BYTES)
                .put((byte) 0)
                .put(key.scalar())
                .putInt(index | HARDENED)
                .array();
        byte[] digest = HDUtils.hmacSha512(chainCode, data);
        return of(Scalar.sum(Arrays.copyOf(digest, PrivateKey.SIZE), key.scalar()), digest);
    }

    private static HardenedKey of(byte[] scalar, byte[] digest) {
        byte[] chainCode = Arrays.copyOfRange(digest, PrivateKey.SIZE, PrivateKey.SIZE + CHAIN_CODE_SIZE);
        return new HardenedKey(PrivateKey.of(Bytes.of(scalar)), chainCode);
    }

    /** The private key at this node. */
    PrivateKey key() {
        return key;
    }
}
