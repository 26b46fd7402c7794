package org.gridbolt.penalty.ruling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * A ruling with its evidence: what {@code ruling.bin} holds, and all that {@link RulingVerifier} needs besides the utility's
 * public key.
 *
 * <p>Format: the 18 bytes {@code gridbolt ruling 2} and a line feed, the ruling with its signature, the evidence. No byte of it
 * is free: the evidence is bound by its hash in the ruling, the ruling by its signature, and each value has one encoding.
 *
 * @param ruling the ruling, signed by the utility
 * @param evidence what it rests on
 */
public record RulingFile(Signed<Ruling> ruling, Evidence evidence) {

    private static final Bytes MAGIC = Bytes.of("gridbolt ruling 2\n".getBytes(StandardCharsets.US_ASCII));

    /**
     * The ruling with these verdicts on that evidence, signed.
     *
     * @param evidence what it rests on
     * @param wallet the channel's wallet
     * @param sequence its number among the channel's rulings
     * @param verdicts by rising unit number
     * @param salt 32 random bytes
     * @param utilityNode the utility's node key
     */
    public static RulingFile issue(
            Evidence evidence,
            Outpoint wallet,
            int sequence,
            List<UnitVerdict> verdicts,
            Bytes salt,
            PrivateKey utilityNode) {
        Ruling ruling = new Ruling(
                ChannelRef.of(evidence.terms().content(), wallet),
                wallet,
                evidence.of(evidence.signer()).receipt().hash(),
                sequence,
                verdicts,
                evidence.hash(),
                salt);
        return new RulingFile(Signed.sign(ruling, utilityNode), evidence);
    }

    /** The bytes of the file. */
    public Bytes encode() {
        CanonicalWriter writer = new CanonicalWriter().fixed(MAGIC);
        ruling.writeTo(writer);
        evidence.writeTo(writer);
        return writer.toBytes();
    }

    /** The file that {@code bytes} spell; nothing of it is verified. */
    public static Outcome<RulingFile, DecodingFlaw> decode(Bytes bytes) {
        return CanonicalReader.decode(bytes, RulingFile::readFrom);
    }

    private static RulingFile readFrom(CanonicalReader reader) {
        if (!reader.fixed(MAGIC.size()).equals(MAGIC)) {
            throw new IllegalArgumentException("no ruling file of version 2");
        }
        return new RulingFile(Signed.readFrom(reader, Ruling::readFrom), Evidence.readFrom(reader));
    }
}
