package org.gridbolt.channel.signer;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.ruling.SignedSpends;
import org.gridbolt.pricing.Outcome;

/**
 * The record of the utility's signer on one channel.
 *
 * <p>Encoding: tag byte 2, deed (32), a flag and the ruling (32), spends (byte string).
 *
 * @param deed the channel that the key id is bound to
 * @param ruling the one ruling under which anything was signed
 * @param spends what was signed for each output: a transaction's id under the ruling, {@link #FOR_PRODUCER} for a delivered
 *     unit that was claimed for the producer
 */
record UtilityMark(Sha256Hash deed, Optional<Sha256Hash> ruling, SignedSpends spends) {

    /** In the place of a transaction's id: such a claim may be signed again with another fee. */
    static final Sha256Hash FOR_PRODUCER = Sha256Hash.ZERO_HASH;

    private static final int FORM = 2;
    private static final int SPENDS_SIZE_MAX = 32_768;

    static UtilityMark first(Sha256Hash deed) {
        return new UtilityMark(deed, Optional.empty(), SignedSpends.NONE);
    }

    UtilityMark under(Sha256Hash carriedOut, SignedSpends next) {
        return new UtilityMark(deed, Optional.of(carriedOut), next);
    }

    UtilityMark with(SignedSpends next) {
        return new UtilityMark(deed, ruling, next);
    }

    Bytes encode() {
        CanonicalWriter writer = new CanonicalWriter().octet(FORM).hash(deed).flag(ruling.isPresent());
        ruling.ifPresent(writer::hash);
        return writer.bytes(spends.encode()).toBytes();
    }

    static Outcome<UtilityMark, DecodingFlaw> decode(Bytes bytes) {
        return CanonicalReader.decode(bytes, UtilityMark::readFrom);
    }

    private static UtilityMark readFrom(CanonicalReader reader) {
        int form = reader.octet(FORM);
        if (form != FORM) {
            throw new IllegalArgumentException("no form " + form + " of the utility's record");
        }
        return new UtilityMark(
                reader.hash(),
                reader.flag() ? Optional.of(reader.hash()) : Optional.empty(),
                SignedSpends.decode(reader.bytes(SPENDS_SIZE_MAX)).orElseThrow());
    }
}
