package org.gridbolt.channel.store;

import static org.gridbolt.channel.codec.Codecs.COINS;
import static org.gridbolt.channel.codec.Codecs.HASH;
import static org.gridbolt.channel.codec.Codecs.NUMBER;
import static org.gridbolt.channel.codec.Codecs.SIGNATURE;
import static org.gridbolt.channel.codec.Codecs.STATE_NUMBER;
import static org.gridbolt.channel.codec.Codecs.UNIT;
import static org.gridbolt.channel.codec.Codecs.list;
import static org.gridbolt.channel.codec.Codecs.map;
import static org.gridbolt.channel.codec.Codecs.nothing;
import static org.gridbolt.channel.codec.Codecs.optional;
import static org.gridbolt.channel.codec.Records.part;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.codec.ChainCodecs;
import org.gridbolt.channel.codec.Codec;
import org.gridbolt.channel.codec.Codecs;
import org.gridbolt.channel.codec.ContractCodecs;
import org.gridbolt.channel.codec.Records;
import org.gridbolt.channel.codec.Union;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ChannelContext;
import org.gridbolt.channel.state.Clock;
import org.gridbolt.channel.state.Commitments;
import org.gridbolt.channel.state.Guard;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.state.JournalEntry;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.channel.state.KnownReceipt;
import org.gridbolt.channel.state.OwnPoints;
import org.gridbolt.channel.state.OwnVersion;
import org.gridbolt.channel.state.PeerPoints;
import org.gridbolt.channel.state.PeerVersion;
import org.gridbolt.channel.state.Receipts;
import org.gridbolt.channel.state.TradeBook;
import org.gridbolt.channel.state.Unit;
import org.gridbolt.channel.state.Units;
import org.gridbolt.channel.state.UpdateLog;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.RevokedSecrets;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;

/** The codecs of a funded channel. What its journal holds is written as a place in it. */
final class ChannelCodecs {

    private static final int REVOKED_BYTES_MAX = 2048;
    private static final int LOG_MAX = 1024;
    private static final int UNITS_MAX = 1024;
    private static final int REPORTS_MAX = 4096;
    private static final int ISSUES_MAX = 4096;

    private static final Codec<Clock> CLOCK =
            Records.of(part(Clock::consumer, NUMBER), part(Clock::producer, NUMBER), Clock::new);

    private static final Codec<PendingUnits> PENDING =
            map(list(ContractCodecs.TICKET, Limits.PENDING_UNITS_BOUND), PendingUnits::new, PendingUnits::tickets);

    private static final Codec<Ledger> LEDGER = Records.of(
            part(Ledger::wallet, COINS),
            part(Ledger::balances, ChainCodecs.ALLOCATION),
            part(Ledger::units, PENDING),
            Ledger::new);

    private static final Codec<OwnVersion> OWN_VERSION = Records.of(
            part(OwnVersion::number, STATE_NUMBER),
            part(OwnVersion::clock, CLOCK),
            part(OwnVersion::ledger, LEDGER),
            part(OwnVersion::signature, SIGNATURE),
            OwnVersion::new);

    private static final Codec<PeerVersion> PEER_VERSION = Records.of(
            part(PeerVersion::number, STATE_NUMBER),
            part(PeerVersion::clock, CLOCK),
            part(PeerVersion::ledger, LEDGER),
            PeerVersion::new);

    private static final Codec<Change> CHANGE = new Union<Change>("change")
            .with(1, Change.Offered.class, map(ContractCodecs.TICKET, Change.Offered::new, Change.Offered::ticket))
            .with(
                    2,
                    Change.Fulfilled.class,
                    Records.of(
                            part(Change.Fulfilled::unit, UNIT),
                            part(Change.Fulfilled::gridFee, COINS),
                            Change.Fulfilled::new))
            .with(3, Change.Refunded.class, map(UNIT, Change.Refunded::new, Change.Refunded::unit))
            .with(
                    4,
                    Change.Replaced.class,
                    Records.of(
                            part(Change.Replaced::ruling, HASH),
                            part(Change.Replaced::units, list(UNIT, Limits.PENDING_UNITS_BOUND)),
                            part(Change.Replaced::consumer, COINS),
                            part(Change.Replaced::utility, COINS),
                            Change.Replaced::new));

    private static final Codec<UpdateLog.Entry> ENTRY = Records.of(
            part(UpdateLog.Entry::place, NUMBER), part(UpdateLog.Entry::change, CHANGE), UpdateLog.Entry::new);

    private static final Codec<UpdateLog> LOG =
            Records.of(part(UpdateLog::known, CLOCK), part(UpdateLog::open, list(ENTRY, LOG_MAX)), UpdateLog::new);

    private static final Codec<PeerPoints> PEER_POINTS =
            Records.of(part(PeerPoints::current, Codecs.POINT), part(PeerPoints::next, Codecs.POINT), PeerPoints::new);

    private static final Codec<RevokedSecrets> REVOKED =
            map(Codecs.bytes(REVOKED_BYTES_MAX), ChannelCodecs::revoked, RevokedSecrets::encode);

    private static final Codec<KnownReceipt> RECEIPT =
            map(ContractCodecs.RECEIPT, KnownReceipt::of, KnownReceipt::signed);

    private static final Codec<Receipts> RECEIPTS =
            Records.of(part(Receipts::own, RECEIPT), part(Receipts::peer, optional(RECEIPT)), Receipts::new);

    private static final Codec<Unit> UNIT_RECORD = Records.of(
            part(Unit::ticket, ContractCodecs.TICKET),
            part(Unit::acceptance, optional(ContractCodecs.ACCEPTANCE)),
            part(Unit::preimage, optional(Codecs.fixed(Preimages.SIZE))),
            part(Unit::counted, Codecs.FLAG),
            part(Unit::outcome, optional(Codecs.constant(UnitOutcome.class))),
            part(Unit::reading, optional(ContractCodecs.READING)),
            Unit::new);

    private static final Codec<Units> UNITS = map(list(UNIT_RECORD, UNITS_MAX), Units::new, Units::list);

    private static final Codec<RevealedSecret> SECRET = Records.of(
            part(RevealedSecret::number, STATE_NUMBER),
            part(RevealedSecret::secret, Codecs.fixed(PrivateKey.SIZE)),
            RevealedSecret::new);

    private static final Codec<Guard.Report> REPORT = Records.of(
            part(Guard.Report::receipt, optional(RECEIPT)),
            part(Guard.Report::units, list(UNIT, Limits.PENDING_UNITS_BOUND)),
            part(Guard.Report::peerSecret, optional(SECRET)),
            part(Guard.Report::peerReceipt, optional(RECEIPT)),
            part(Guard.Report::peerUnits, list(UNIT, Limits.PENDING_UNITS_BOUND)),
            Guard.Report::new);

    private static final Codec<Guard> GUARD = Records.of(
            part(Guard::unconfirmed, list(REPORT, REPORTS_MAX)),
            part(Guard::ack, optional(ContractCodecs.ACK)),
            Guard::new);

    private static final Codec<CumulativeRounding> CARRY = Codecs.of(
            (out, rounding) -> out.signed(rounding.carry().picoCoins().longValueExact()),
            in -> new CumulativeRounding(new ExactCoins(BigInteger.valueOf(in.signed()))));

    private final ContextCache contexts;
    private final Journal journal;
    private final List<Bytes> entries;

    /** The codecs of a channel with that journal. */
    ChannelCodecs(ContextCache contexts, Journal journal) {
        this.contexts = contexts;
        this.journal = journal;
        this.entries = journal.since(0);
    }

    /** What was agreed: the first entry of the journal. */
    private ChannelContext context() {
        return contexts.of(entry(0, JournalEntry.Agreed.class).agreement());
    }

    private static RevokedSecrets revoked(Bytes bytes) {
        return RevokedSecrets.decode(bytes).orElseThrow(() -> new IllegalArgumentException("no revealed secrets"));
    }

    /** A value of the journal, as its place there. */
    <E extends JournalEntry, T> Codec<Kept<T>> kept(Class<E> kind, Function<E, T> value) {
        return map(NUMBER, place -> new Kept<>(place, value.apply(entry(place, kind))), Kept::place);
    }

    private <E extends JournalEntry> E entry(int place, Class<E> kind) {
        if (place >= entries.size()) {
            throw new IllegalArgumentException("the journal has no entry " + place);
        }
        JournalEntry entry = JournalEntry.decode(entries.get(place));
        if (!kind.isInstance(entry)) {
            throw new IllegalArgumentException("entry " + place + " of the journal is of another kind");
        }
        return kind.cast(entry);
    }

    /** Of all tickets: the books stand in the journal. */
    private Set<Sha256Hash> hashes() {
        return entries.stream()
                .map(JournalEntry::decode)
                .filter(JournalEntry.Issued.class::isInstance)
                .map(JournalEntry.Issued.class::cast)
                .flatMap(issued -> issued.book().content().tickets().stream())
                .map(Ticket::hash)
                .collect(Collectors.toSet());
    }

    private Codec<TradeBook> book() {
        return Records.of(
                part(
                        TradeBook::prices,
                        list(kept(JournalEntry.Announced.class, JournalEntry.Announced::announcement), ISSUES_MAX)),
                part(TradeBook::books, list(kept(JournalEntry.Issued.class, JournalEntry.Issued::book), ISSUES_MAX)),
                part(TradeBook::carry, CARRY),
                part(TradeBook::lastOffered, optional(UNIT)),
                part(TradeBook::hashes, Codecs.of((out, issued) -> {}, in -> hashes())),
                TradeBook::new);
    }

    private Codec<Commitments> commitments() {
        Codec<OwnPoints> points =
                map(STATE_NUMBER, number -> OwnPoints.at(number, context().keys()), OwnPoints::number);
        return Records.of(
                part(Commitments::own, OWN_VERSION),
                part(Commitments::peer, PEER_VERSION),
                part(Commitments::signed, optional(PEER_VERSION)),
                part(Commitments::log, LOG),
                part(Commitments::points, points),
                part(Commitments::peerPoints, PEER_POINTS),
                part(Commitments::revoked, REVOKED),
                part(Commitments::receipts, RECEIPTS),
                Commitments::new);
    }

    /** A channel: what it has agreed on and what it remembers for ever stand in the journal alone. */
    Codec<Channel> channel() {
        return Records.of(
                part(Channel::context, Codecs.of((out, agreed) -> {}, in -> context())),
                part(Channel::commitments, commitments()),
                part(Channel::book, book()),
                part(Channel::units, UNITS),
                part(Channel::guard, GUARD),
                part(Channel::journal, nothing(journal)),
                part(Channel::tip, Codecs.HEIGHT),
                Channel::new);
    }
}
