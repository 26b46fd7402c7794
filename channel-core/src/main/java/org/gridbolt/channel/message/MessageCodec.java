package org.gridbolt.channel.message;

import static org.gridbolt.channel.codec.Codecs.COINS;
import static org.gridbolt.channel.codec.Codecs.HASH;
import static org.gridbolt.channel.codec.Codecs.NUMBER;
import static org.gridbolt.channel.codec.Codecs.OUTPOINT;
import static org.gridbolt.channel.codec.Codecs.PARTY;
import static org.gridbolt.channel.codec.Codecs.POINT;
import static org.gridbolt.channel.codec.Codecs.SIGNATURE;
import static org.gridbolt.channel.codec.Codecs.STATE_NUMBER;
import static org.gridbolt.channel.codec.Codecs.UNIT;
import static org.gridbolt.channel.codec.Codecs.constant;
import static org.gridbolt.channel.codec.Codecs.fixed;
import static org.gridbolt.channel.codec.Codecs.list;
import static org.gridbolt.channel.codec.Codecs.optional;
import static org.gridbolt.channel.codec.Codecs.text;
import static org.gridbolt.channel.codec.Records.part;

import java.util.List;
import org.gridbolt.channel.codec.ChainCodecs;
import org.gridbolt.channel.codec.Codec;
import org.gridbolt.channel.codec.Codecs;
import org.gridbolt.channel.codec.ContractCodecs;
import org.gridbolt.channel.codec.Records;
import org.gridbolt.channel.codec.Union;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * The canonical bytes of messages: one byte that names the kind, then its components, each in one way only. Decoding is total:
 * whatever the bytes are, the answer is a message or a typed flaw, and nothing is allocated for a length that the bytes
 * do not bear out.
 */
public final class MessageCodec {

    /** The longest message: a ruling with its evidence is the largest of all. */
    public static final int MESSAGE_BYTES_MAX = 1 << 20;

    private static final int SCRIPT_BYTES_MAX = 42;
    private static final int SENTENCE_BYTES_MAX = 500;
    private static final int INPUTS_MAX = 32;
    private static final int WITNESS_ITEMS_MAX = 8;
    private static final int WITNESS_ITEM_BYTES_MAX = 520;

    private static final Codec<Bytes> SECRET = fixed(PrivateKey.SIZE);
    private static final Codec<Bytes> RAW_POINT = fixed(PublicKey.SIZE);
    private static final Codec<Bytes> PREIMAGE = fixed(Preimages.SIZE);
    private static final Codec<String> SENTENCE = text(SENTENCE_BYTES_MAX);
    private static final Codec<List<List<Bytes>>> WITNESSES =
            list(list(Codecs.bytes(WITNESS_ITEM_BYTES_MAX), WITNESS_ITEMS_MAX), INPUTS_MAX);

    private static final Codec<RevealedSecret> REVEALED = Records.of(
            part(RevealedSecret::number, STATE_NUMBER), part(RevealedSecret::secret, SECRET), RevealedSecret::new);

    private static final Codec<ChannelMessage> MESSAGE =
            utilityMessages(householdMessages(peerMessages(new Union<>("message"))));

    private MessageCodec() {}

    /** The bytes of {@code message}. */
    public static Bytes encode(ChannelMessage message) {
        return MESSAGE.encode(message);
    }

    /** The message that {@code bytes} spell, or why they spell none. */
    public static Outcome<ChannelMessage, MessageFlaw> decode(Bytes bytes) {
        if (bytes.size() > MESSAGE_BYTES_MAX) {
            return Outcome.flawed(new MessageFlaw.TooLong(bytes.size(), MESSAGE_BYTES_MAX));
        }
        return MESSAGE.decode(bytes).fold(Outcome::of, MessageCodec::malformed);
    }

    private static Outcome<ChannelMessage, MessageFlaw> malformed(DecodingFlaw flaw) {
        return Outcome.flawed(new MessageFlaw.Malformed(flaw));
    }

    /** Messages as parts of something larger, such as stored state. */
    public static Codec<ChannelMessage> codec() {
        return MESSAGE;
    }

    private static Union<ChannelMessage> peerMessages(Union<ChannelMessage> union) {
        return closing(units(opening(union)))
                .with(
                        1,
                        CommitmentSigned.class,
                        Records.of(
                                part(CommitmentSigned::number, STATE_NUMBER),
                                part(CommitmentSigned::included, NUMBER),
                                part(CommitmentSigned::signature, SIGNATURE),
                                CommitmentSigned::new))
                .with(
                        2,
                        RevokeAndAck.class,
                        Records.of(
                                part(RevokeAndAck::revoked, STATE_NUMBER),
                                part(RevokeAndAck::secret, SECRET),
                                part(RevokeAndAck::nextPoint, RAW_POINT),
                                part(RevokeAndAck::receipt, ContractCodecs.RECEIPT),
                                RevokeAndAck::new))
                .with(
                        3,
                        Reestablish.class,
                        Records.of(
                                part(Reestablish::version, STATE_NUMBER),
                                part(Reestablish::revoked, STATE_NUMBER),
                                part(Reestablish::updates, NUMBER),
                                part(Reestablish::lastSecret, optional(SECRET)),
                                part(Reestablish::point, POINT),
                                part(Reestablish::nextPoint, POINT),
                                part(Reestablish::answer, Codecs.FLAG),
                                Reestablish::new))
                .with(4, ProtocolFault.class, Records.of(part(ProtocolFault::reason, SENTENCE), ProtocolFault::new));
    }

    private static Union<ChannelMessage> opening(Union<ChannelMessage> union) {
        return union.with(
                        10,
                        OpenChannel.class,
                        Records.of(
                                part(OpenChannel::termsHash, HASH),
                                part(OpenChannel::keys, ChainCodecs.PARTY_KEYS),
                                part(OpenChannel::firstPoint, RAW_POINT),
                                part(OpenChannel::secondPoint, RAW_POINT),
                                part(OpenChannel::contribution, ChainCodecs.CONTRIBUTION),
                                OpenChannel::new))
                .with(
                        11,
                        OpeningSigned.class,
                        Records.of(
                                part(OpeningSigned::fundingTxid, HASH),
                                part(OpeningSigned::signature, SIGNATURE),
                                OpeningSigned::new))
                .with(
                        12,
                        FundingSigned.class,
                        Records.of(
                                part(FundingSigned::fundingTxid, HASH),
                                part(FundingSigned::witnesses, WITNESSES),
                                FundingSigned::new))
                .with(
                        13,
                        ChannelReady.class,
                        Records.of(part(ChannelReady::receipt, ContractCodecs.RECEIPT), ChannelReady::new));
    }

    private static Union<ChannelMessage> units(Union<ChannelMessage> union) {
        return union.with(
                        20, UnitOffer.class, Records.of(part(UnitOffer::ticket, ContractCodecs.TICKET), UnitOffer::new))
                .with(
                        21,
                        UnitFail.class,
                        Records.of(
                                part(UnitFail::unit, UNIT),
                                part(UnitFail::reason, constant(FailReason.class)),
                                UnitFail::new))
                .with(
                        22,
                        UnitFulfil.class,
                        Records.of(part(UnitFulfil::unit, UNIT), part(UnitFulfil::preimage, PREIMAGE), UnitFulfil::new))
                .with(
                        23,
                        UnitAccepted.class,
                        Records.of(part(UnitAccepted::acceptance, ContractCodecs.ACCEPTANCE), UnitAccepted::new))
                .with(
                        24,
                        MeterReported.class,
                        Records.of(part(MeterReported::reading, ContractCodecs.READING), MeterReported::new))
                .with(25, RulingConceded.class, Records.of(part(RulingConceded::ruling, HASH), RulingConceded::new))
                .with(
                        26,
                        WaiverGiven.class,
                        Records.of(part(WaiverGiven::waiver, ContractCodecs.WAIVER), WaiverGiven::new))
                .with(27, UnitsReplaced.class, Records.of(part(UnitsReplaced::ruling, HASH), UnitsReplaced::new));
    }

    private static Union<ChannelMessage> closing(Union<ChannelMessage> union) {
        return union.with(30, Shutdown.class, Records.of(part(Shutdown::closer, PARTY), Shutdown::new))
                .with(
                        31,
                        ClosingProposed.class,
                        Records.of(
                                part(ClosingProposed::fee, COINS),
                                part(ClosingProposed::lockTime, Codecs.HEIGHT),
                                part(ClosingProposed::signature, SIGNATURE),
                                ClosingProposed::new))
                .with(
                        32,
                        ClosingSigned.class,
                        Records.of(
                                part(ClosingSigned::txid, HASH),
                                part(ClosingSigned::signature, SIGNATURE),
                                ClosingSigned::new));
    }

    private static Union<ChannelMessage> householdMessages(Union<ChannelMessage> union) {
        return union.with(
                        40,
                        ChannelRequested.class,
                        Records.of(
                                part(ChannelRequested::role, PARTY),
                                part(ChannelRequested::nodeKey, POINT),
                                part(ChannelRequested::meterKey, POINT),
                                part(ChannelRequested::keyId, Codecs.KEY_ID),
                                part(ChannelRequested::contribution, COINS),
                                part(ChannelRequested::payoutScript, Codecs.bytes(SCRIPT_BYTES_MAX)),
                                ChannelRequested::new))
                .with(
                        41,
                        OpeningReported.class,
                        Records.of(
                                part(OpeningReported::termsHash, HASH),
                                part(OpeningReported::consumer, ChainCodecs.PARTY_KEYS),
                                part(OpeningReported::producer, ChainCodecs.PARTY_KEYS),
                                part(OpeningReported::consumerPoint, POINT),
                                part(OpeningReported::producerPoint, POINT),
                                part(OpeningReported::wallet, OUTPOINT),
                                part(
                                        OpeningReported::contributions,
                                        list(ChainCodecs.CONTRIBUTION, Party.values().length)),
                                OpeningReported::new))
                .with(
                        42,
                        StateReported.class,
                        Records.of(
                                part(StateReported::receipt, optional(ContractCodecs.RECEIPT)),
                                part(StateReported::units, list(UNIT, Limits.PENDING_UNITS_BOUND)),
                                part(StateReported::peerSecret, optional(REVEALED)),
                                part(StateReported::peerReceipt, optional(ContractCodecs.RECEIPT)),
                                part(StateReported::peerUnits, list(UNIT, Limits.PENDING_UNITS_BOUND)),
                                StateReported::new))
                .with(
                        43,
                        PenaltySigned.class,
                        Records.of(
                                part(PenaltySigned::ruling, HASH),
                                part(PenaltySigned::txid, HASH),
                                part(PenaltySigned::signature, SIGNATURE),
                                PenaltySigned::new))
                .with(
                        45,
                        ForfeitSigned.class,
                        Records.of(
                                part(ForfeitSigned::ruling, HASH),
                                part(ForfeitSigned::txid, HASH),
                                part(ForfeitSigned::point, POINT),
                                part(ForfeitSigned::signature, SIGNATURE),
                                ForfeitSigned::new))
                .with(
                        44,
                        PenaltyRefused.class,
                        Records.of(
                                part(PenaltyRefused::ruling, HASH),
                                part(PenaltyRefused::reason, SENTENCE),
                                PenaltyRefused::new))
                .with(
                        46,
                        SilenceReported.class,
                        Records.of(part(SilenceReported::silence, ContractCodecs.SILENCE), SilenceReported::new))
                .with(52, VersionWanted.class, Codecs.nothing(new VersionWanted()))
                .with(
                        53,
                        VersionTold.class,
                        Records.of(
                                part(VersionTold::point, POINT),
                                part(VersionTold::units, list(ChainCodecs.PENDING_UNIT, Limits.PENDING_UNITS_BOUND)),
                                VersionTold::new))
                .with(51, PointReported.class, Records.of(part(PointReported::point, POINT), PointReported::new))
                .with(
                        50,
                        AbsenceReported.class,
                        Records.of(part(AbsenceReported::absence, ContractCodecs.ABSENCE), AbsenceReported::new));
    }

    private static Union<ChannelMessage> utilityMessages(Union<ChannelMessage> union) {
        return union.with(
                        60,
                        TermsOffered.class,
                        Records.of(
                                part(TermsOffered::terms, ContractCodecs.TERMS),
                                part(TermsOffered::contribution, optional(ChainCodecs.CONTRIBUTION)),
                                TermsOffered::new))
                .with(
                        61,
                        UtilityFunded.class,
                        Records.of(
                                part(UtilityFunded::fundingTxid, HASH),
                                part(UtilityFunded::witnesses, WITNESSES),
                                UtilityFunded::new))
                .with(
                        62,
                        PriceAnnounced.class,
                        Records.of(part(PriceAnnounced::announcement, ContractCodecs.PRICE), PriceAnnounced::new))
                .with(
                        63,
                        TicketsIssued.class,
                        Records.of(part(TicketsIssued::book, ContractCodecs.BOOK), TicketsIssued::new))
                .with(
                        64,
                        ReceiptsAcknowledged.class,
                        Records.of(part(ReceiptsAcknowledged::ack, ContractCodecs.ACK), ReceiptsAcknowledged::new))
                .with(
                        65,
                        UnitDelivered.class,
                        Records.of(
                                part(UnitDelivered::unit, UNIT),
                                part(UnitDelivered::preimage, PREIMAGE),
                                UnitDelivered::new))
                .with(
                        66,
                        RulingIssued.class,
                        Records.of(part(RulingIssued::file, ContractCodecs.RULING_FILE), RulingIssued::new))
                .with(
                        70,
                        AbsenceClaimed.class,
                        Records.of(part(AbsenceClaimed::absence, ContractCodecs.ABSENCE), AbsenceClaimed::new));
    }
}
