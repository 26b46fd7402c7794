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
 * <p>Encoding: the content's fields, then the signature, 64 bytes compact with low S. It is sent, stored and hashed more
 * than once and computed once, as the hash is, which is why this is no record.
 *
 * @param <T> the kind of contract
 */
public final class Signed<T extends Contract> {

    private final T content;
    private final Signature signature;
    private final Bytes encoded;
    private final Sha256Hash hash;

    /**
     * {@code content} and somebody's signature.
     *
     * @param content what is signed
     * @param signature the signature
     */
    public Signed(T content, Signature signature) {
        CanonicalWriter fields = new CanonicalWriter();
        content.writeTo(fields);
        this.content = content;
        this.signature = signature;
        this.hash = content.tag().hash(fields.toBytes());
        this.encoded = fields.signature(signature).toBytes();
    }

    /** {@code content} with the signature of {@code key}; always the same one (RFC 6979). */
    public static <T extends Contract> Signed<T> sign(T content, PrivateKey key) {
        return new Signed<>(content, Secp256k1.active().sign(content.hash(), key));
    }

    /** What is signed. */
    public T content() {
        return content;
    }

    /** The signature. */
    public Signature signature() {
        return signature;
    }

    /** Whether the signature is by {@code key}. */
    public boolean isSignedBy(PublicKey key) {
        return Secp256k1.active().verify(hash, signature, key);
    }

    /** The hash of the content. */
    public Sha256Hash hash() {
        return hash;
    }

    /** Writes content and signature. */
    public void writeTo(CanonicalWriter writer) {
        writer.fixed(encoded);
    }

    /** Content and signature. */
    public Bytes encode() {
        return encoded;
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

    /** The encoding has all of it but the type. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Signed<?> signed
                && encoded.equals(signed.encoded)
                && content.tag().equals(signed.content.tag());
    }

    @Override
    public int hashCode() {
        return encoded.hashCode();
    }

    @Override
    public String toString() {
        return "Signed[" + content + ", " + signature + "]";
    }
}
