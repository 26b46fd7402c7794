package org.gridbolt.channel.codec;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * Writes values of one type as bytes and reads them back. The two are inverse, and a value has exactly one spelling.
 *
 * @param <T> the type of the values
 */
public interface Codec<T> {

    /** Appends {@code value} to {@code out}. */
    void write(CanonicalWriter out, T value);

    /** The value at the place where {@code in} stands; an {@link IllegalArgumentException} when there is none. */
    T read(CanonicalReader in);

    /** The bytes of {@code value}. */
    default Bytes encode(T value) {
        return encode(value, new CanonicalWriter());
    }

    /** The bytes of {@code value}, written to {@code out}, which is empty. */
    default Bytes encode(T value, CanonicalWriter out) {
        write(out, value);
        return out.toBytes();
    }

    /** The value that {@code bytes} spell from the first to the last, or why they spell none. Never throws. */
    default Outcome<T, DecodingFlaw> decode(Bytes bytes) {
        return CanonicalReader.decode(bytes, this::read);
    }
}
