package org.gridbolt.channel.codec;

import java.util.function.Function;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.contract.Contract;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.ruling.RulingFile;

/** The codecs of what is signed: its own canonical encoding, with the signature behind it. */
public final class ContractCodecs {

    /** Terms and their signature. */
    public static final Codec<Signed<Terms>> TERMS = signed(Terms::readFrom);

    /** A price announcement and its signature. */
    public static final Codec<Signed<PriceAnnouncement>> PRICE = signed(PriceAnnouncement::readFrom);

    /** A ticket book and its signature. */
    public static final Codec<Signed<TicketBook>> BOOK = signed(TicketBook::readFrom);

    /** A ticket. */
    public static final Codec<Ticket> TICKET = Codecs.of((out, ticket) -> ticket.writeTo(out), Ticket::readFrom);

    /** A receipt and its signature. */
    public static final Codec<Signed<StateReceipt>> RECEIPT = signed(StateReceipt::readFrom);

    /** An acknowledgement of receipts. */
    public static final Codec<ReceiptAck> ACK = Codecs.of((out, ack) -> ack.writeTo(out), ReceiptAck::readFrom);

    /** An acceptance and its signature. */
    public static final Codec<Signed<UnitAccept>> ACCEPTANCE = signed(UnitAccept::readFrom);

    /** A meter's reading and its signature. */
    public static final Codec<Signed<MeterReading>> READING = signed(MeterReading::readFrom);

    /** The consumer's word on a silence, and its signature. */
    public static final Codec<Signed<ProducerSilence>> SILENCE = signed(ProducerSilence::readFrom);

    /** A household's word on its peer's absence, and its signature. */
    public static final Codec<Signed<PeerAbsence>> ABSENCE = signed(PeerAbsence::readFrom);

    /** The consumer's promise not to sign a penalty, and its signature. */
    public static final Codec<Signed<PenaltyWaived>> WAIVER = signed(PenaltyWaived::readFrom);

    /** A ruling with its evidence, as in a file. */
    public static final Codec<RulingFile> RULING_FILE =
            Codecs.map(Codecs.bytes(1 << 20), ContractCodecs::rulingFile, RulingFile::encode);

    private ContractCodecs() {}

    private static <T extends Contract> Codec<Signed<T>> signed(Function<CanonicalReader, T> content) {
        return Codecs.of((out, signed) -> signed.writeTo(out), in -> Signed.readFrom(in, content));
    }

    private static RulingFile rulingFile(Bytes bytes) {
        return RulingFile.decode(bytes).orElseThrow();
    }
}
