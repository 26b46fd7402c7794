package org.gridbolt.multisig;

import java.security.MessageDigest;
import java.util.Arrays;
import org.bitcoinj.base.internal.ByteUtils;

/** An immutable byte string: what a record holds where an array would leak its insides. */
public final class Bytes implements Comparable<Bytes> {

    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of {@code content}. */
    public static Bytes of(byte... content) {
        return new Bytes(content.clone());
    }

    /** A copy of the bytes of {@code content} from {@code from}, inclusive, to {@code to}, exclusive. */
    public static Bytes of(byte[] content, int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** The bytes that {@code hex} spells; an {@link IllegalArgumentException} when it is not hexadecimal. */
    public static Bytes ofHex(String hex) {
        return new Bytes(ByteUtils.parseHex(hex));
    }

    /** The number of bytes. */
    public int size() {
        return content.length;
    }

    /** A copy of the bytes. */
    public byte[] toArray() {
        return content.clone();
    }

    /** Copies the bytes into {@code target} from {@code at} on; an {@link IndexOutOfBoundsException} when it has no room. */
    public void copyInto(byte[] target, int at) {
        System.arraycopy(content, 0, target, at, content.length);
    }

    /** Adds the bytes to what {@code digest} is of. */
    public void addTo(MessageDigest digest) {
        digest.update(content);
    }

    /** The byte at {@code index}. */
    public byte at(int index) {
        return content[index];
    }

    /** The bytes from {@code from}, inclusive, to {@code to}, exclusive. */
    public Bytes slice(int from, int to) {
        if (from < 0 || to > content.length || from > to) {
            throw new IndexOutOfBoundsException(from + " to " + to + " of " + content.length + " bytes");
        }
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** These bytes and then {@code other}. */
    public Bytes concat(Bytes other) {
        byte[] joined = Arrays.copyOf(content, content.length + other.content.length);
        System.arraycopy(other.content, 0, joined, content.length, other.content.length);
        return new Bytes(joined);
    }

    /** Lower-case hexadecimal. */
    public String toHex() {
        return ByteUtils.formatHex(content);
    }

    /** Byte by byte, each from 0 to 255; what another begins with comes before it. */
    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return toHex();
    }
}
