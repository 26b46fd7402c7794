package org.gridbolt.channel.signer;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.ruling.Ruling;
import org.gridbolt.penalty.ruling.SignedSpends;
import org.gridbolt.pricing.Outcome;

/**
 * The record of the utility's signer on one channel.
 *
 * <p>Encoding: tag byte 4 (2 before there were waivers), deed (32), a flag and the ruling (32), spends (byte string), a flag and the
 * ruling that was waived last (32) with its sequence (4).
 *
 * @param deed the channel that the key id is bound to
 * @param ruling the one ruling under which anything was signed
 * @param spends what was signed for each output: a transaction's id under the ruling, {@link #FOR_PRODUCER} for a delivered
 *     unit that was claimed for the producer
 * @param waived the ruling whose penalty was waived last
 */
record UtilityMark(Sha256Hash deed, Optional<Sha256Hash> ruling, SignedSpends spends, Optional<Waived> waived) {

    /** In the place of a transaction's id: such a claim may be signed again with another fee. */
    static final Sha256Hash FOR_PRODUCER = Sha256Hash.ZERO_HASH;

    /** The form before there were waivers, which stays readable. */
    private static final int WITHOUT_WAIVER = 2;

    private static final int FORM = 4;
    private static final int SPENDS_SIZE_MAX = 32_768;

    /**
     * A ruling whose penalty was waived.
     *
     * @param ruling its hash
     * @param sequence its number among the channel's
     */
    record Waived(Sha256Hash ruling, int sequence) {}

    static UtilityMark first(Sha256Hash deed) {
        return new UtilityMark(deed, Optional.empty(), SignedSpends.NONE, Optional.empty());
    }

    UtilityMark under(Sha256Hash carriedOut, SignedSpends next) {
        return new UtilityMark(deed, Optional.of(carriedOut), next, waived);
    }

    UtilityMark with(SignedSpends next) {
        return new UtilityMark(deed, ruling, next, waived);
    }

    UtilityMark waiving(Ruling next) {
        return new UtilityMark(deed, ruling, spends, Optional.of(new Waived(next.hash(), next.sequence())));
    }

    Bytes encode() {
        CanonicalWriter writer = new CanonicalWriter().octet(FORM).hash(deed).flag(ruling.isPresent());
        ruling.ifPresent(writer::hash);
        writer.bytes(spends.encode()).flag(waived.isPresent());
        waived.ifPresent(mark -> writer.hash(mark.ruling()).number(mark.sequence()));
        return writer.toBytes();
    }

    static Outcome<UtilityMark, DecodingFlaw> decode(Bytes bytes) {
        return CanonicalReader.decode(bytes, UtilityMark::readFrom);
    }

    private static UtilityMark readFrom(CanonicalReader reader) {
        int form = reader.octet(FORM);
        if (form != FORM && form != WITHOUT_WAIVER) {
            throw new IllegalArgumentException("no form " + form + " of the utility's record");
        }
        return new UtilityMark(
                reader.hash(),
                reader.flag() ? Optional.of(reader.hash()) : Optional.empty(),
                SignedSpends.decode(reader.bytes(SPENDS_SIZE_MAX)).orElseThrow(),
                form == FORM && reader.flag()
                        ? Optional.of(new Waived(reader.hash(), reader.number()))
                        : Optional.empty());
    }
}
