package org.gridbolt.penalty.ruling;

import static org.gridbolt.penalty.ChannelFixture.PREIMAGES;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_METER;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_NODE;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.bytes;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.nodeKey;
import static org.gridbolt.penalty.ChannelFixture.price;
import static org.gridbolt.penalty.ChannelFixture.tip;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.policy.PenaltyPolicy;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** A channel under a policy of the test's choice, with accepted units of 1000 Wh, to rule on. */
final class GradedCase {

    static final WattHours ENERGY = new WattHours(1000);

    final Terms terms;
    final Outpoint wallet;
    final ChannelRef channel;
    final List<Ticket> consumerUnits = new ArrayList<>();
    final List<Ticket> producerUnits = new ArrayList<>();
    final List<UnitVerdict> verdicts = new ArrayList<>();
    final List<Signed<Ruling>> earlier = new ArrayList<>();
    final List<Signed<MeterReading>> readings = new ArrayList<>();
    final List<Bytes> preimages = new ArrayList<>();
    Allocation consumerBalances = Allocation.of(170_000, 80_000, 20_000);
    Allocation producerBalances = Allocation.of(170_000, 80_000, 20_000);
    int sequence;

    GradedCase(PenaltyPolicy policy) {
        this(ChannelFixture.terms(policy), WALLET);
    }

    GradedCase(Terms terms, Outpoint wallet) {
        this.terms = terms;
        this.wallet = wallet;
        this.channel = ChannelRef.of(terms, wallet);
    }

    Ticket ticket(int number, long coins) {
        Slot slot = new Slot(number);
        return PREIMAGES.ticket(
                channel,
                0,
                new TicketDraft(
                        new UnitNumber(number),
                        slot,
                        ENERGY,
                        price(coins),
                        Coin.valueOf(coins),
                        terms.deadlines(slot)));
    }

    /** A unit pending on both sides of which the meter saw all but {@code lacking}. */
    GradedCase lacking(int number, long coins, long lacking) {
        pending(number, coins);
        readings.add(reading(number, 1000 - lacking));
        verdicts.add(UnitVerdict.defaulted(new UnitNumber(number), new WattHours(lacking)));
        return this;
    }

    /** A delivered unit pending on both sides. */
    GradedCase delivered(int number, long coins) {
        pending(number, coins);
        return revealed(number, coins);
    }

    /** A unit delivered, which only the producer's newest version still has. */
    GradedCase foldedByConsumer(int number, long coins) {
        producerUnits.add(ticket(number, coins));
        return revealed(number, coins);
    }

    /** A unit delivered, which only the consumer's newest version still has. */
    GradedCase foldedByProducer(int number, long coins) {
        consumerUnits.add(ticket(number, coins));
        return revealed(number, coins);
    }

    private GradedCase revealed(int number, long coins) {
        preimages.add(PREIMAGES.of(channel, 0, ticket(number, coins).draft()));
        verdicts.add(UnitVerdict.delivered(new UnitNumber(number)));
        return this;
    }

    private void pending(int number, long coins) {
        consumerUnits.add(ticket(number, coins));
        producerUnits.add(ticket(number, coins));
    }

    private Signed<MeterReading> reading(int number, long injected) {
        return Signed.sign(
                new MeterReading(channel, new UnitNumber(number), new WattHours(injected), new BlockHeight(1100)),
                PRODUCER_METER);
    }

    private SideState side(Party side, Allocation balances, List<Ticket> tickets) {
        PendingUnits pending = new PendingUnits(tickets);
        StateReceipt receipt = new StateReceipt(
                channel, side, tip(side, 7), tip(side.peer(), 7), balances, pending.root(), hash("receipt 6"));
        return new SideState(Signed.sign(receipt, nodeKey(side)), pending.numbers());
    }

    private List<Ticket> tickets() {
        List<Ticket> all = new ArrayList<>(consumerUnits);
        producerUnits.stream().filter(ticket -> !all.contains(ticket)).forEach(all::add);
        all.sort((one, other) -> one.unit().compareTo(other.unit()));
        return all;
    }

    private Evidence evidence() {
        SideState producer = side(Party.PRODUCER, producerBalances, producerUnits);
        TicketBook book = new TicketBook(channel, 0, Sha256Hash.ZERO_HASH, CumulativeRounding.START, tickets());
        UnitAccept acceptance = new UnitAccept(
                channel,
                tickets().stream().map(Ticket::unit).toList(),
                producer.receipt().hash());
        return new Evidence(
                        Signed.sign(terms, UTILITY_NODE),
                        side(Party.CONSUMER, consumerBalances, consumerUnits),
                        producer,
                        List.of(Signed.sign(book, UTILITY_NODE)),
                        List.of(Signed.sign(acceptance, PRODUCER_NODE)),
                        readings,
                        List.of(),
                        preimages)
                .after(earlier);
    }

    RulingFile file() {
        verdicts.sort((one, other) -> one.unit().compareTo(other.unit()));
        return RulingFile.issue(evidence(), wallet, sequence, verdicts, bytes("the salt", 32), UTILITY_NODE);
    }

    /** What any third party makes of it. */
    VerifiedRuling verified() {
        return RulingVerifier.verify(file().encode(), UTILITY_NODE.publicKey()).orElseThrow();
    }

    RulingFlaw flaw() {
        return RulingVerifier.verify(file(), UTILITY_NODE.publicKey()).flaw().orElseThrow();
    }

    /** The consumer, having seen and waived these rulings. */
    Cosigner cosigner(List<Signed<Ruling>> waived) {
        Set<Sha256Hash> hashes = waived.stream().map(Signed::hash).collect(Collectors.toSet());
        return new Cosigner(
                channel,
                UTILITY_NODE.publicKey(),
                file().ruling().content().receipt(),
                List.of(),
                Map.of(),
                waived,
                hashes);
    }

    /** An earlier ruling of the utility on a unit of this channel, true or not. */
    Signed<Ruling> ruling(int number, int unit, long lacking) {
        Ruling ruling = new Ruling(
                channel,
                wallet,
                hash("an earlier receipt"),
                number,
                List.of(UnitVerdict.defaulted(new UnitNumber(unit), new WattHours(lacking))),
                hash("an earlier evidence"),
                bytes("an earlier salt", 32));
        return Signed.sign(ruling, UTILITY_NODE);
    }
}
