package org.gridbolt.penalty.ruling;

import java.nio.charset.StandardCharsets;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * A proof of the utility's fraud as a file of its own, {@code fraud.bin}: a household keeps it, and whoever gets it needs nothing
 * but the utility's public key and, for a transaction, a look at the chain.
 *
 * <p>Format: the 16 bytes {@code gridbolt fraud 1} and a line feed, then the {@linkplain FraudProof#encode proof}.
 *
 * @param proof what convicts the utility, or accuses it
 */
public record FraudFile(FraudProof proof) {

    private static final Bytes MAGIC = Bytes.of("gridbolt fraud 1\n".getBytes(StandardCharsets.US_ASCII));

    /** Whether {@code bytes} begin as such a file does. */
    public static boolean isOne(Bytes bytes) {
        return bytes.size() >= MAGIC.size() && bytes.slice(0, MAGIC.size()).equals(MAGIC);
    }

    /** The bytes of the file. */
    public Bytes encode() {
        return new CanonicalWriter().fixed(MAGIC).fixed(proof.encode()).toBytes();
    }

    /** The file that {@code bytes} spell; whether it convicts is another question. */
    public static Outcome<FraudFile, DecodingFlaw> decode(Bytes bytes) {
        return CanonicalReader.decode(bytes, FraudFile::readFrom);
    }

    private static FraudFile readFrom(CanonicalReader reader) {
        if (!reader.fixed(MAGIC.size()).equals(MAGIC)) {
            throw new IllegalArgumentException("no fraud file of version 1");
        }
        return new FraudFile(FraudProofCodec.readFrom(reader));
    }
}
