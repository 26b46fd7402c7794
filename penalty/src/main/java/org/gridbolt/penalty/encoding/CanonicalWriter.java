package org.gridbolt.penalty.encoding;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.pricing.WattHours;

/**
 * Writes fields one after another. Integers are big-endian and of fixed width; what always has the same size stands
 * bare; a byte string of any other size follows its length in 4 bytes, a list its count in 4 bytes.
 *
 * <p>{@link CanonicalReader} has a method of the same name for each of these, which reads back what it wrote.
 */
public final class CanonicalWriter {

    /** Most of what is encoded is smaller: then the buffer never grows. */
    private static final int FIRST_CAPACITY = 512;

    private byte[] buffer;
    private int size;

    /** With nothing written. */
    public CanonicalWriter() {
        this(FIRST_CAPACITY);
    }

    /** With nothing written, and room for {@code capacity} bytes; there may be more, but then they are copied. */
    public CanonicalWriter(int capacity) {
        this.buffer = new byte[capacity];
    }

    /** Everything written so far. */
    public Bytes toBytes() {
        return Bytes.of(buffer, 0, size);
    }

    /** One byte: 1 for true, 0 for false. */
    @CanIgnoreReturnValue
    public CanonicalWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    /** One byte: a number from 0 to 255. */
    @CanIgnoreReturnValue
    public CanonicalWriter octet(int value) {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("not in one byte: " + value);
        }
        int at = claim(1);
        buffer[at] = (byte) value;
        return this;
    }

    /** Four bytes: a number of at least 0. */
    @CanIgnoreReturnValue
    public CanonicalWriter number(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("never negative: " + value);
        }
        return big(value, Integer.BYTES);
    }

    /** Eight bytes: a number of at least 0. */
    @CanIgnoreReturnValue
    public CanonicalWriter wide(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("never negative: " + value);
        }
        return big(value, Long.BYTES);
    }

    /** Eight bytes in two's complement: a number of either sign. */
    @CanIgnoreReturnValue
    public CanonicalWriter signed(long value) {
        return big(value, Long.BYTES);
    }

    private CanonicalWriter big(long value, int width) {
        int at = claim(width);
        for (int shift = (width - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[at++] = (byte) (value >>> shift);
        }
        return this;
    }

    /** Room for {@code count} more bytes, and where they begin; the buffer may be another one afterwards. */
    private int claim(int count) {
        int at = size;
        size = Math.addExact(size, count);
        if (size > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size, 2 * buffer.length));
        }
        return at;
    }

    /** The bytes bare: for what always has the same size. */
    @CanIgnoreReturnValue
    public CanonicalWriter fixed(Bytes value) {
        int at = claim(value.size());
        value.copyInto(buffer, at);
        return this;
    }

    /** The length in four bytes and then the bytes. */
    @CanIgnoreReturnValue
    public CanonicalWriter bytes(Bytes value) {
        return number(value.size()).fixed(value);
    }

    /** 32 bytes, as SHA-256 gives them. */
    @CanIgnoreReturnValue
    public CanonicalWriter hash(Sha256Hash value) {
        byte[] bytes = value.getBytes();
        int at = claim(bytes.length);
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        return this;
    }

    /** 33 bytes, compressed. */
    @CanIgnoreReturnValue
    public CanonicalWriter key(PublicKey value) {
        return fixed(value.bytes());
    }

    /** 64 bytes, compact. */
    @CanIgnoreReturnValue
    public CanonicalWriter signature(Signature value) {
        return fixed(value.bytes());
    }

    /** Eight bytes: coins, never negative. */
    @CanIgnoreReturnValue
    public CanonicalWriter coins(Coin value) {
        return wide(value.value);
    }

    /** Eight bytes: watt-hours. */
    @CanIgnoreReturnValue
    public CanonicalWriter energy(WattHours value) {
        return wide(value.value());
    }

    /** Four bytes: a height. */
    @CanIgnoreReturnValue
    public CanonicalWriter height(BlockHeight value) {
        return number(value.value());
    }

    /** Four bytes: a number of blocks. */
    @CanIgnoreReturnValue
    public CanonicalWriter blocks(BlockCount value) {
        return number(value.value());
    }

    /** Eight bytes: the number of a state. */
    @CanIgnoreReturnValue
    public CanonicalWriter state(CommitmentNumber value) {
        return wide(value.value());
    }

    /** 32 bytes of transaction id, in the order in which users read it, and four bytes of index. */
    @CanIgnoreReturnValue
    public CanonicalWriter outpoint(Outpoint value) {
        return hash(value.txid()).number(value.index());
    }

    /** The count in four bytes and then each element. */
    @CanIgnoreReturnValue
    public <T> CanonicalWriter list(List<T> values, BiConsumer<CanonicalWriter, T> element) {
        number(values.size());
        values.forEach(value -> element.accept(this, value));
        return this;
    }
}
