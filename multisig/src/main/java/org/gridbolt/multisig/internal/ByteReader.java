package org.gridbolt.multisig.internal;

import java.util.Arrays;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;

/** Reads what {@link ByteWriter} writes; a {@link Malformed} where the bytes end too early or say a thing in two ways. */
public final class ByteReader {

    private static final int COMPACT_SIZE_SHORT = 0xfd;
    private static final int COMPACT_SIZE_INT = 0xfe;

    private final byte[] content;
    private int position;

    /** Reads {@code content} from its first byte. */
    public ByteReader(Bytes content) {
        this.content = content.toArray();
    }

    /** One byte, 0 to 255. */
    public int read() throws Malformed {
        need(1);
        return content[position++] & 0xff;
    }

    /** The next byte, which stays unread. */
    public int peek() throws Malformed {
        need(1);
        return content[position] & 0xff;
    }

    /** 16 bits, 0 to 65535. */
    public int int16() throws Malformed {
        return read() | read() << 8;
    }

    /** 32 bits. */
    public int int32() throws Malformed {
        return int16() | int16() << 16;
    }

    /** 64 bits. */
    public long int64() throws Malformed {
        return (int32() & 0xffff_ffffL) | (long) int32() << 32;
    }

    /** A compact size in its shortest form, at most the bytes that are left: it counts things of at least one byte. */
    public int compactSize() throws Malformed {
        int first = read();
        if (first < COMPACT_SIZE_SHORT) {
            return bounded(first, 0);
        }
        if (first == COMPACT_SIZE_SHORT) {
            return bounded(int16(), COMPACT_SIZE_SHORT);
        }
        if (first == COMPACT_SIZE_INT) {
            return bounded(int32(), 0x10000);
        }
        throw new Malformed("a length of 64 bits");
    }

    private int bounded(int value, int least) throws Malformed {
        if (value < least || value > left()) {
            throw new Malformed("the length " + value + " with " + left() + " bytes left");
        }
        return value;
    }

    /** The next {@code count} bytes. */
    public Bytes bytes(int count) throws Malformed {
        return Bytes.of(array(count));
    }

    /** A compact size and that many bytes. */
    public Bytes sized() throws Malformed {
        return bytes(compactSize());
    }

    /** The 32 bytes of a transaction id, in the order in which it is shown. */
    public Sha256Hash txid() throws Malformed {
        return Sha256Hash.wrapReversed(array(Sha256Hash.LENGTH));
    }

    private byte[] array(int count) throws Malformed {
        need(count);
        position += count;
        return Arrays.copyOfRange(content, position - count, position);
    }

    /** The bytes not yet read. */
    public int left() {
        return content.length - position;
    }

    private void need(int count) throws Malformed {
        if (count > left()) {
            throw new Malformed(count + " bytes wanted, " + left() + " left");
        }
    }

    /** The bytes are not in the format; the caller turns it into a value. */
    public static final class Malformed extends Exception {

        /** For the reason {@code message}. */
        public Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
