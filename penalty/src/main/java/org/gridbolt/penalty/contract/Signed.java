package org.gridbolt.penalty.contract;

import java.util.function.Function;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * A contract and somebody's signature of its hash. Having one says nothing of whose signature it is: ask {@link
 * #isSignedBy}.
 *
 * <p>Encoding: the content's fields, then the signature, 64 bytes compact with low S.
 *
 * @param content what is signed
 * @param signature the signature
 * @param <T> the kind of contract
 */
public record Signed<T extends Contract>(T content, Signature signature) {

    /** {@code content} with the signature of {@code key}; always the same one (RFC 6979). */
    public static <T extends Contract> Signed<T> sign(T content, PrivateKey key) {
        return new Signed<>(content, Secp256k1.active().sign(content.hash(), key));
    }

    /** Whether the signature is by {@code key}. */
    public boolean isSignedBy(PublicKey key) {
        return Secp256k1.active().verify(content.hash(), signature, key);
    }

    /** The hash of the content. */
    public Sha256Hash hash() {
        return content.hash();
    }

    /** Writes content and signature. */
    public void writeTo(CanonicalWriter writer) {
        content.writeTo(writer);
        writer.signature(signature);
    }

    /** Content and signature. */
    public Bytes encode() {
        CanonicalWriter writer = new CanonicalWriter();
        writeTo(writer);
        return writer.toBytes();
    }

    /** Reads what {@link #writeTo} wrote, the content by {@code contentReader}. */
    public static <T extends Contract> Signed<T> readFrom(
            CanonicalReader reader, Function<CanonicalReader, T> contentReader) {
        return new Signed<>(contentReader.apply(reader), reader.signature());
    }

    /** What {@code encoding} spells, the content read by {@code contentReader}; the signature is not verified. */
    public static <T extends Contract> Outcome<Signed<T>, DecodingFlaw> decode(
            Bytes encoding, Function<CanonicalReader, T> contentReader) {
        return CanonicalReader.decode(encoding, reader -> readFrom(reader, contentReader));
    }
}
