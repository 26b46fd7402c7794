package org.gridbolt.penalty.ruling;

import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_NODE;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_METER;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_NODE;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.bytes;
import static org.gridbolt.penalty.ChannelFixture.nodeKey;
import static org.gridbolt.penalty.ChannelFixture.preimage;
import static org.gridbolt.penalty.ChannelFixture.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.pricing.WattHours;

/**
 * A case to rule on: the state (140000, 50000, 20000) with unit 1 (30000 coins) defaulted, unit 2 (40000) delivered and unit 3
 * (20000) cancelled. A test changes what it is about and asks for the file.
 */
final class RulingCase {

    static final Ticket DEFAULTED = ticket(1, 30_000);
    static final Ticket DELIVERED = ticket(2, 40_000);
    static final Ticket CANCELLED = ticket(3, 20_000);
    static final Allocation BALANCES = Allocation.of(140_000, 50_000, 20_000);
    static final PendingUnits PENDING = new PendingUnits(List.of(DEFAULTED, DELIVERED, CANCELLED));
    static final TicketBook BOOK = ChannelFixture.book(DEFAULTED, DELIVERED, CANCELLED);

    Signed<Terms> terms = Signed.sign(TERMS, UTILITY_NODE);
    SideState consumer = side(ChannelFixture.receipt(Party.CONSUMER, BALANCES, PENDING), PENDING);
    SideState producer = side(ChannelFixture.receipt(Party.PRODUCER, BALANCES, PENDING), PENDING);
    final List<Signed<TicketBook>> books = new ArrayList<>(List.of(Signed.sign(BOOK, UTILITY_NODE)));
    final List<Signed<UnitAccept>> acceptances = new ArrayList<>(List.of(acceptance(DEFAULTED, DELIVERED)));
    final List<Signed<MeterReading>> readings = new ArrayList<>(List.of(reading(DEFAULTED, 0)));
    final List<Signed<ProducerSilence>> silences = new ArrayList<>();
    final List<Bytes> preimages = new ArrayList<>(List.of(preimage(DELIVERED)));
    final List<UnitVerdict> verdicts = new ArrayList<>(List.of(
            UnitVerdict.defaulted(DEFAULTED.unit(), DEFAULTED.energy()),
            UnitVerdict.delivered(DELIVERED.unit()),
            UnitVerdict.cancelled(CANCELLED.unit())));

    static SideState side(StateReceipt receipt, PendingUnits pending) {
        return new SideState(Signed.sign(receipt, nodeKey(receipt.side())), pending.numbers());
    }

    static Signed<UnitAccept> acceptance(Ticket... tickets) {
        StateReceipt receipt = ChannelFixture.receipt(Party.PRODUCER, BALANCES, PENDING);
        List<Ticket> accepted = List.of(tickets);
        return Signed.sign(
                new UnitAccept(CHANNEL, accepted.stream().map(Ticket::unit).toList(), receipt.hash()), PRODUCER_NODE);
    }

    static Signed<MeterReading> reading(Ticket ticket, long injected) {
        return Signed.sign(
                new MeterReading(CHANNEL, ticket.unit(), new WattHours(injected), new BlockHeight(1013)),
                PRODUCER_METER);
    }

    static Signed<ProducerSilence> silence(Ticket ticket, int blocks) {
        return Signed.sign(
                new ProducerSilence(CHANNEL, ticket.unit(), new BlockHeight(1013), new BlockHeight(1013 + blocks)),
                CONSUMER_NODE);
    }

    Evidence evidence() {
        return new Evidence(terms, consumer, producer, books, acceptances, readings, silences, preimages);
    }

    RulingFile file() {
        return RulingFile.issue(evidence(), WALLET, 0, verdicts, bytes("the salt", 32), UTILITY_NODE);
    }

    /** The same with a ruling that says something else of itself, signed by the utility all the same. */
    RulingFile file(UnaryOperator<Ruling> change) {
        RulingFile honest = file();
        return new RulingFile(Signed.sign(change.apply(honest.ruling().content()), UTILITY_NODE), honest.evidence());
    }
}
