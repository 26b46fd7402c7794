package org.gridbolt.channel.utility;

import static org.gridbolt.channel.codec.Codecs.constant;
import static org.gridbolt.channel.codec.Codecs.list;
import static org.gridbolt.channel.codec.Codecs.map;
import static org.gridbolt.channel.codec.Codecs.optional;
import static org.gridbolt.channel.codec.Records.part;

import java.math.BigInteger;
import java.util.function.Function;
import org.gridbolt.channel.codec.ChainCodecs;
import org.gridbolt.channel.codec.Codec;
import org.gridbolt.channel.codec.Codecs;
import org.gridbolt.channel.codec.ContractCodecs;
import org.gridbolt.channel.codec.Records;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.channel.state.KnownReceipt;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.justice.Watchtower;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.SignedSpends;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;

/**
 * The stored form of a channel as the utility has it. No key of anybody is in it, and nothing that the history has: that is
 * named by its place there.
 */
final class ChannelCodecs {

    private static final int SPENDS_BYTES_MAX = 1 << 16;
    private static final int UNITS_MAX = 1 << 16;

    private static final Codec<SideBook.ReceiptMark> MARK = Records.of(
            part(SideBook.ReceiptMark::number, Codecs.STATE_NUMBER),
            part(SideBook.ReceiptMark::hash, Codecs.HASH),
            SideBook.ReceiptMark::new);

    private static final Codec<KnownReceipt> RECEIPT =
            map(ContractCodecs.RECEIPT, KnownReceipt::of, KnownReceipt::signed);

    private static final Codec<RevealedSecret> SECRET = Records.of(
            part(RevealedSecret::number, Codecs.STATE_NUMBER),
            part(RevealedSecret::secret, Codecs.fixed(PrivateKey.SIZE)),
            RevealedSecret::new);

    private static final Codec<Absence> ABSENCE = Records.of(
            part(Absence::statement, ContractCodecs.ABSENCE), part(Absence::noticed, Codecs.HEIGHT), Absence::new);
    private static final Codec<CumulativeRounding> CARRY = Codecs.of(
            (out, rounding) -> out.signed(rounding.carry().picoCoins().longValueExact()),
            in -> new CumulativeRounding(new ExactCoins(BigInteger.valueOf(in.signed()))));

    private static final Codec<Standing> STANDING = Records.of(
            part(Standing::phase, constant(Standing.Phase.class)),
            part(Standing::since, Codecs.STATE_NUMBER),
            Standing::new);

    private static final Codec<UnitVerdict> VERDICT = Records.of(
            part(UnitVerdict::unit, Codecs.UNIT),
            part(UnitVerdict::verdict, constant(Verdict.class)),
            part(UnitVerdict::shortfall, Codecs.of(CanonicalWriter::energy, CanonicalReader::energy)),
            UnitVerdict::new);
    private static final Codec<Bench> BENCH = Records.of(
            part(Bench::rulings, Codecs.NUMBER),
            part(Bench::verdicts, list(VERDICT, UNITS_MAX)),
            part(Bench::signed, map(Codecs.bytes(SPENDS_BYTES_MAX), ChannelCodecs::spends, SignedSpends::encode)),
            Bench::new);

    private final UtilityProfile profile;
    private final History history;
    private final Archive archive;
    private final Codec<Sides> sides;
    private final Codec<Issued> issued;
    private final Codec<UnitFiles> files;

    private ChannelCodecs(UtilityProfile profile, Journal journal) {
        this.profile = profile;
        this.history = new History(journal);
        this.archive = Archive.of(history);
        this.sides = sides();
        this.issued = issued();
        this.files = map(list(file(), UNITS_MAX), UnitFiles::new, UnitFiles::list);
    }

    private static SignedSpends spends(Bytes bytes) {
        return SignedSpends.decode(bytes).orElseThrow();
    }

    /** A channel of that utility, whose history is {@code journal} or, when storing was cut short, the beginning of it. */
    static Codec<UtilityChannel> channel(UtilityProfile profile, Journal journal) {
        ChannelCodecs codecs = new ChannelCodecs(profile, journal);
        return Codecs.of(codecs::write, codecs::read);
    }

    private Codec<Sides> sides() {
        Codec<Ticket> ticket = map(Codecs.UNIT, archive::ticket, Ticket::unit);
        Codec<PendingUnits> pending =
                map(list(ticket, Limits.PENDING_UNITS_BOUND), PendingUnits::new, PendingUnits::tickets);
        Codec<OpenedVersion> version = Records.of(
                part(OpenedVersion::balances, ChainCodecs.ALLOCATION),
                part(OpenedVersion::pending, pending),
                part(OpenedVersion::receipt, optional(RECEIPT)),
                OpenedVersion::new);
        Codec<SideBook> side = Records.of(
                part(SideBook::newest, version),
                part(SideBook::earlier, list(version, SideBook.EARLIER_MAX)),
                part(SideBook::unopened, list(RECEIPT, SideBook.UNOPENED_MAX)),
                part(SideBook::receipts, list(MARK, SideBook.RECEIPTS_MAX)),
                part(SideBook::early, list(SECRET, SideBook.EARLY_MAX)),
                part(SideBook::told, Codecs.NUMBER),
                part(SideBook::heard, Codecs.HEIGHT),
                part(SideBook::absence, optional(ABSENCE)),
                SideBook::new);
        return Records.of(
                part(Sides::consumer, side),
                part(Sides::producer, side),
                part(Sides::ack, optional(ContractCodecs.ACK)),
                Sides::new);
    }

    private Codec<Issued> issued() {
        Codec<Kept<Signed<PriceAnnouncement>>> price = kept(HistoryEntry.Priced.class, HistoryEntry.Priced::price);
        Codec<Kept<Signed<TicketBook>>> book = kept(HistoryEntry.Booked.class, HistoryEntry.Booked::book);
        return Records.of(
                part(Issued::prices, list(price, UNITS_MAX)),
                part(Issued::books, list(book, UNITS_MAX)),
                part(Issued::carry, CARRY),
                Issued::new);
    }

    private Codec<UnitFile> file() {
        return Records.of(
                part(UnitFile::ticket, map(Codecs.UNIT, archive::ticket, Ticket::unit)),
                part(UnitFile::book, Codecs.NUMBER),
                part(UnitFile::consumer, STANDING),
                part(UnitFile::producer, STANDING),
                part(
                        UnitFile::acceptance,
                        optional(kept(HistoryEntry.Accepted.class, HistoryEntry.Accepted::acceptance))),
                part(UnitFile::reading, optional(kept(HistoryEntry.Measured.class, HistoryEntry.Measured::reading))),
                part(UnitFile::silence, optional(ContractCodecs.SILENCE)),
                part(UnitFile::revealed, Codecs.FLAG),
                UnitFile::new);
    }

    private <E extends HistoryEntry, T> Codec<Kept<T>> kept(Class<E> kind, Function<E, T> value) {
        return map(Codecs.NUMBER, place -> new Kept<>(place, value.apply(archive.at(place, kind))), Kept::place);
    }

    private void write(CanonicalWriter out, UtilityChannel channel) {
        out.number(channel.history().size());
        channel.tower().writeTo(out);
        sides.write(out, channel.sides());
        issued.write(out, channel.issued());
        files.write(out, channel.files());
        BENCH.write(out, channel.bench());
        out.height(channel.tip());
    }

    private UtilityChannel read(CanonicalReader in) {
        History stored = stored(in.number());
        UtilityContext context = UtilityContext.of(profile, archive.at(0, HistoryEntry.Opened.class));
        return new UtilityChannel(
                context,
                Watchtower.readFrom(in, context.duty()),
                sides.read(in),
                issued.read(in),
                files.read(in),
                BENCH.read(in),
                stored,
                in.height());
    }

    /** The journal may be ahead of the rest, when what was stored last was cut short. */
    private History stored(int size) {
        if (history.size() < size) {
            throw new IllegalArgumentException(
                    "a history of " + history.size() + " entries where " + size + " were stored");
        }
        return history.size() == size
                ? history
                : new History(Journal.of(history.journal().since(0).subList(0, size)));
    }
}
