package org.gridbolt.channel.signer;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.RevokedSecrets;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.ruling.SignedSpends;
import org.gridbolt.penalty.ruling.TerminalMark;
import org.gridbolt.pricing.Outcome;

/**
 * The record of a household's signer on one channel. Its size does not grow with the channel's age.
 *
 * <p>Encoding: tag byte 3 (1 before there were waivers), deed (32), own version, the peer's newest version, a flag and the one before it, the peer's secrets
 * (byte string), a flag and the published own version (32), a flag and the terminal mark (33), ruled spends (byte string), a flag and the waiver.
 *
 * @param deed the channel that the key id is bound to
 * @param own the own newest version: those before it are revoked. Of version 0 the digest is unknown, and zero
 * @param signed the peer's version that was signed last
 * @param before the one before it, of which the secret may not be known yet
 * @param revoked the peer's secrets, each verified against its point
 * @param published the id of the own version that was signed to be published
 * @param terminal what ended the channel by agreement or by a ruling
 * @param ruled the spends that were signed under the ruling
 * @param waiver the penalty that was waived last
 */
record HouseholdMark(
        Sha256Hash deed,
        VersionMark own,
        VersionMark signed,
        Optional<VersionMark> before,
        RevokedSecrets revoked,
        Optional<Sha256Hash> published,
        Optional<TerminalMark> terminal,
        SignedSpends ruled,
        Optional<WaiverMark> waiver) {

    /** The form before there were waivers, which stays readable. */
    private static final int WITHOUT_WAIVER = 1;

    private static final int FORM = 3;
    private static final int SECRETS_SIZE_MAX = 2048;
    private static final int SPENDS_SIZE_MAX = 32_768;

    /** The first record, of a channel whose peer's version 0 is signed. */
    static HouseholdMark first(Sha256Hash deed, VersionMark own, VersionMark signed) {
        return new HouseholdMark(
                deed,
                own,
                signed,
                Optional.empty(),
                RevokedSecrets.EMPTY,
                Optional.empty(),
                Optional.empty(),
                SignedSpends.NONE,
                Optional.empty());
    }

    /** Of a channel that is only known from a backup of the seed: its coins may be claimed, and nothing else is signed. */
    static HouseholdMark recovered(Sha256Hash deed, VersionMark zero) {
        return first(deed, zero, zero).publishing(Sha256Hash.ZERO_HASH);
    }

    /** What was signed for good, in words; nothing while the channel may be updated. */
    Optional<String> end() {
        return terminal.map(mark -> switch (mark.ground()) {
                    case COOPERATIVE_CLOSE -> "a cooperative close was signed";
                    case PENALTY -> "a ruling is carried out";
                })
                .or(() -> published.map(txid -> "the own version was published as " + txid));
    }

    /** The oldest version of the peer that it could publish unpunished. */
    CommitmentNumber oldestLive() {
        return revoked.next();
    }

    HouseholdMark signing(VersionMark next) {
        return new HouseholdMark(deed, own, next, Optional.of(signed), revoked, published, terminal, ruled, waiver);
    }

    HouseholdMark revoking(VersionMark successor) {
        return new HouseholdMark(deed, successor, signed, before, revoked, published, terminal, ruled, waiver);
    }

    HouseholdMark with(RevokedSecrets next) {
        return new HouseholdMark(deed, own, signed, before, next, published, terminal, ruled, waiver);
    }

    HouseholdMark publishing(Sha256Hash txid) {
        return new HouseholdMark(deed, own, signed, before, revoked, Optional.of(txid), terminal, ruled, waiver);
    }

    HouseholdMark ending(TerminalMark mark) {
        return new HouseholdMark(deed, own, signed, before, revoked, published, Optional.of(mark), ruled, waiver);
    }

    HouseholdMark with(SignedSpends next) {
        return new HouseholdMark(deed, own, signed, before, revoked, published, terminal, next, waiver);
    }

    HouseholdMark with(WaiverMark next) {
        return new HouseholdMark(deed, own, signed, before, revoked, published, terminal, ruled, Optional.of(next));
    }

    /** The same after {@code version}, which may carry a waived ruling out. */
    HouseholdMark after(CommitmentTx version) {
        return waiver.map(mark -> with(mark.after(version))).orElse(this);
    }

    Bytes encode() {
        CanonicalWriter writer = new CanonicalWriter(2560).octet(FORM).hash(deed);
        own.writeTo(writer);
        signed.writeTo(writer);
        writer.flag(before.isPresent());
        before.ifPresent(version -> version.writeTo(writer));
        writer.bytes(revoked.encode()).flag(published.isPresent());
        published.ifPresent(writer::hash);
        writer.flag(terminal.isPresent());
        terminal.ifPresent(mark -> writer.fixed(mark.encode()));
        writer.bytes(ruled.encode()).flag(waiver.isPresent());
        waiver.ifPresent(mark -> mark.writeTo(writer));
        return writer.toBytes();
    }

    static Outcome<HouseholdMark, DecodingFlaw> decode(Bytes bytes) {
        return CanonicalReader.decode(bytes, HouseholdMark::readFrom);
    }

    private static HouseholdMark readFrom(CanonicalReader reader) {
        int form = reader.octet(FORM);
        if (form != FORM && form != WITHOUT_WAIVER) {
            throw new IllegalArgumentException("no form " + form + " of a household's record");
        }
        return new HouseholdMark(
                reader.hash(),
                VersionMark.readFrom(reader),
                VersionMark.readFrom(reader),
                reader.flag() ? Optional.of(VersionMark.readFrom(reader)) : Optional.empty(),
                RevokedSecrets.decode(reader.bytes(SECRETS_SIZE_MAX))
                        .orElseThrow(() -> new IllegalArgumentException("no secrets")),
                reader.flag() ? Optional.of(reader.hash()) : Optional.empty(),
                reader.flag() ? Optional.of(terminal(reader)) : Optional.empty(),
                SignedSpends.decode(reader.bytes(SPENDS_SIZE_MAX)).orElseThrow(),
                form == FORM && reader.flag() ? Optional.of(WaiverMark.readFrom(reader)) : Optional.empty());
    }

    private static TerminalMark terminal(CanonicalReader reader) {
        return TerminalMark.decode(reader.fixed(1 + Sha256Hash.LENGTH)).orElseThrow();
    }
}
