package org.gridbolt.multisig.key;

import org.gridbolt.multisig.Bytes;

/**
 * What makes the keys of a channel fresh: 16 random bytes that each household draws for itself and uses once.
 *
 * @param value the 16 bytes
 */
public record KeyId(Bytes value) {

    /** The length in bytes. */
    public static final int SIZE = 16;

    public KeyId {
        if (value.size() != SIZE) {
            throw new IllegalArgumentException("a key id has 16 bytes, not " + value.size());
        }
    }

    @Override
    public String toString() {
        return value.toHex();
    }
}
