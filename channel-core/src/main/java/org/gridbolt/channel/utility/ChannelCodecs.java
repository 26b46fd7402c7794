package org.gridbolt.channel.utility;

import static org.gridbolt.channel.codec.Codecs.constant;
import static org.gridbolt.channel.codec.Codecs.list;
import static org.gridbolt.channel.codec.Codecs.map;
import static org.gridbolt.channel.codec.Codecs.optional;
import static org.gridbolt.channel.codec.Records.part;

import java.math.BigInteger;
import org.gridbolt.channel.codec.ChainCodecs;
import org.gridbolt.channel.codec.Codec;
import org.gridbolt.channel.codec.Codecs;
import org.gridbolt.channel.codec.ContractCodecs;
import org.gridbolt.channel.codec.Records;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.justice.Watchtower;
import org.gridbolt.penalty.ruling.SignedSpends;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;

/** The stored form of a channel as the utility has it. No key of anybody is in it. */
final class ChannelCodecs {

    private static final int SPENDS_BYTES_MAX = 1 << 16;
    private static final int UNITS_MAX = 1 << 16;
    private static final int PRICES_MAX = 1 << 16;

    private static final Codec<PendingUnits> PENDING =
            map(list(ContractCodecs.TICKET, Limits.PENDING_UNITS_BOUND), PendingUnits::new, PendingUnits::tickets);

    private static final Codec<SideBook.ReceiptMark> MARK = Records.of(
            part(SideBook.ReceiptMark::number, Codecs.STATE_NUMBER),
            part(SideBook.ReceiptMark::hash, Codecs.HASH),
            SideBook.ReceiptMark::new);

    private static final Codec<RevealedSecret> SECRET = Records.of(
            part(RevealedSecret::number, Codecs.STATE_NUMBER),
            part(RevealedSecret::secret, Codecs.fixed(PrivateKey.SIZE)),
            RevealedSecret::new);

    private static final Codec<SideBook> SIDE = Records.of(
            part(SideBook::balances, ChainCodecs.ALLOCATION),
            part(SideBook::pending, PENDING),
            part(SideBook::receipts, list(MARK, SideBook.RECEIPTS_MAX)),
            part(SideBook::early, list(SECRET, SideBook.EARLY_MAX)),
            part(SideBook::told, Codecs.NUMBER),
            SideBook::new);

    private static final Codec<Sides> SIDES = Records.of(
            part(Sides::consumer, SIDE),
            part(Sides::producer, SIDE),
            part(Sides::ack, optional(ContractCodecs.ACK)),
            Sides::new);

    private static final Codec<CumulativeRounding> CARRY = Codecs.of(
            (out, rounding) -> out.signed(rounding.carry().picoCoins().longValueExact()),
            in -> new CumulativeRounding(new ExactCoins(BigInteger.valueOf(in.signed()))));

    private static final Codec<Kept<Signed<TicketBook>>> BOOK =
            Records.of(part(Kept::place, Codecs.NUMBER), part(Kept::value, ContractCodecs.BOOK), Kept::new);

    private static final Codec<Issued> ISSUED = Records.of(
            part(Issued::prices, list(ContractCodecs.PRICE, PRICES_MAX)),
            part(Issued::books, list(BOOK, UNITS_MAX)),
            part(Issued::carry, CARRY),
            Issued::new);

    private static final Codec<Signed<ProducerSilence>> SILENCE =
            Codecs.of((out, silence) -> silence.writeTo(out), in -> Signed.readFrom(in, ProducerSilence::readFrom));

    private static final Codec<Standing> STANDING = Records.of(
            part(Standing::phase, constant(Standing.Phase.class)),
            part(Standing::since, Codecs.STATE_NUMBER),
            Standing::new);

    private static final Codec<UnitFile> FILE = Records.of(
            part(UnitFile::ticket, ContractCodecs.TICKET),
            part(UnitFile::book, Codecs.NUMBER),
            part(UnitFile::consumer, STANDING),
            part(UnitFile::producer, STANDING),
            part(UnitFile::acceptance, optional(ContractCodecs.ACCEPTANCE)),
            part(UnitFile::reading, optional(ContractCodecs.READING)),
            part(UnitFile::silence, optional(SILENCE)),
            part(UnitFile::revealed, Codecs.FLAG),
            UnitFile::new);

    private static final Codec<UnitFiles> FILES = map(list(FILE, UNITS_MAX), UnitFiles::new, UnitFiles::list);

    private static final Codec<Bench> BENCH = Records.of(
            part(Bench::rulings, Codecs.NUMBER),
            part(Bench::signed, map(Codecs.bytes(SPENDS_BYTES_MAX), ChannelCodecs::spends, SignedSpends::encode)),
            Bench::new);

    private ChannelCodecs() {}

    private static SignedSpends spends(Bytes bytes) {
        return SignedSpends.decode(bytes).orElseThrow();
    }

    /** A channel of that utility but for its history, of which only the length is written: {@code journal} has it. */
    static Codec<UtilityChannel> channel(UtilityProfile profile, Journal journal) {
        return Codecs.of(ChannelCodecs::write, in -> read(in, profile, journal));
    }

    private static void write(CanonicalWriter out, UtilityChannel channel) {
        UtilityContext context = channel.context();
        ChannelKeyRing keys = context.wallet().scripts().keys();
        ContractCodecs.TERMS.write(out, context.signedTerms());
        ChainCodecs.PARTY_KEYS.write(out, keys.consumer());
        ChainCodecs.PARTY_KEYS.write(out, keys.producer());
        out.outpoint(context.wallet().outpoint());
        channel.tower().writeTo(out);
        SIDES.write(out, channel.sides());
        ISSUED.write(out, channel.issued());
        FILES.write(out, channel.files());
        BENCH.write(out, channel.bench());
        out.number(channel.history().journal().size());
        out.height(channel.tip());
    }

    private static UtilityChannel read(CanonicalReader in, UtilityProfile profile, Journal journal) {
        UtilityContext context = context(in, profile);
        return new UtilityChannel(
                context,
                Watchtower.readFrom(in, context.duty()),
                SIDES.read(in),
                ISSUED.read(in),
                FILES.read(in),
                BENCH.read(in),
                history(in.number(), journal),
                in.height());
    }

    /** The journal may be ahead of the rest, when what was stored last was cut short. */
    private static History history(int size, Journal journal) {
        if (journal.size() < size) {
            throw new IllegalArgumentException(
                    "a journal of " + journal.size() + " entries where " + size + " were stored");
        }
        return journal.size() == size
                ? new History(journal)
                : new History(Journal.of(journal.since(0).subList(0, size)));
    }

    private static UtilityContext context(CanonicalReader in, UtilityProfile profile) {
        var terms = ContractCodecs.TERMS.read(in);
        ChannelKeyRing keys = new ChannelKeyRing(
                ChainCodecs.PARTY_KEYS.read(in),
                ChainCodecs.PARTY_KEYS.read(in),
                terms.content().identity().utilityKeys());
        return UtilityContext.of(profile, terms, keys, in.outpoint());
    }
}
