package org.gridbolt.multisig.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;

/** A growing buffer in Bitcoin's wire format: integers little-endian, lengths as compact sizes. */
public final class ByteWriter {

    private static final int COMPACT_SIZE_SHORT = 0xfd;
    private static final int COMPACT_SIZE_INT = 0xfe;

    private byte[] buffer;
    private int size;

    /** An empty buffer with room for {@code capacity} bytes; it grows when that is not enough. */
    public ByteWriter(int capacity) {
        this.buffer = new byte[capacity];
    }

    /** Appends one byte: the low eight bits of {@code value}. */
    @CanIgnoreReturnValue
    public ByteWriter put(int value) {
        room(1);
        buffer[size++] = (byte) value;
        return this;
    }

    /** Appends 16 bits. */
    @CanIgnoreReturnValue
    public ByteWriter int16(int value) {
        return put(value).put(value >>> 8);
    }

    /** Appends 32 bits. */
    @CanIgnoreReturnValue
    public ByteWriter int32(int value) {
        return int16(value).int16(value >>> 16);
    }

    /** Appends 64 bits. */
    @CanIgnoreReturnValue
    public ByteWriter int64(long value) {
        return int32((int) value).int32((int) (value >>> 32));
    }

    /** Appends {@code value}, at least 0, as a compact size. */
    @CanIgnoreReturnValue
    public ByteWriter compactSize(int value) {
        if (value < COMPACT_SIZE_SHORT) {
            return put(value);
        }
        return value <= 0xffff
                ? put(COMPACT_SIZE_SHORT).int16(value)
                : put(COMPACT_SIZE_INT).int32(value);
    }

    /** Appends {@code bytes} as they are. */
    @CanIgnoreReturnValue
    public ByteWriter bytes(Bytes bytes) {
        room(bytes.size());
        bytes.copyInto(buffer, size);
        size += bytes.size();
        return this;
    }

    /** Appends {@code bytes} as they are. */
    @CanIgnoreReturnValue
    public ByteWriter bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        return this;
    }

    /** Appends the length of {@code bytes} as a compact size, and them. */
    @CanIgnoreReturnValue
    public ByteWriter sized(Bytes bytes) {
        return compactSize(bytes.size()).bytes(bytes);
    }

    /** Appends what {@code other} holds. */
    @CanIgnoreReturnValue
    public ByteWriter bytes(ByteWriter other) {
        room(other.size);
        System.arraycopy(other.buffer, 0, buffer, size, other.size);
        size += other.size;
        return this;
    }

    /** Appends the 36 bytes of {@code outpoint}; a transaction id is shown in the reverse of its order on the wire. */
    @CanIgnoreReturnValue
    public ByteWriter outpoint(Outpoint outpoint) {
        return txid(outpoint.txid()).int32(outpoint.index());
    }

    /** Appends the 32 bytes of a transaction id, in the reverse of the order in which it is shown. */
    @CanIgnoreReturnValue
    public ByteWriter txid(Sha256Hash txid) {
        return bytes(txid.serialize());
    }

    /** The bytes written so far. */
    public int size() {
        return size;
    }

    /** The last byte written, at least one. */
    public int last() {
        return buffer[size - 1] & 0xff;
    }

    /** Writes {@code value} over the last byte. */
    public void replaceLast(int value) {
        buffer[size - 1] = (byte) value;
    }

    /** A copy of the content. */
    public byte[] toArray() {
        return Arrays.copyOf(buffer, size);
    }

    /** A copy of the content. */
    public Bytes toBytes() {
        return Bytes.of(buffer, 0, size);
    }

    /** SHA-256 of the content by {@code sha256}. */
    public byte[] digest(MessageDigest sha256) {
        sha256.update(buffer, 0, size);
        return sha256.digest();
    }

    /** SHA-256 of SHA-256 of the content by {@code sha256}. */
    public byte[] digestTwice(MessageDigest sha256) {
        return sha256.digest(digest(sha256));
    }

    private void room(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
        }
    }
}
