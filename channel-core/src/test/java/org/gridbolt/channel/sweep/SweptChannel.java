package org.gridbolt.channel.sweep;

import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.Commitments;
import org.gridbolt.channel.state.Funded;
import org.gridbolt.channel.state.Ruled;
import org.gridbolt.channel.state.Unit;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.channel.utility.OpenState;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Depths;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.ForfeitAll;
import org.gridbolt.penalty.policy.PenaltyPolicy;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;

/** One channel with a past, all of whose versions are to be published, and what was under way in it. */
final class SweptChannel {

    private static final int UNITS = 14;
    private static final int WATT_HOURS = 250;
    private static final Coin UTILITY_SHARE = Coin.valueOf(20_000);

    /** Each unit that is folded brings the utility so much, so that its share differs from state to state. */
    private static final Coin GRID_FEE = Coin.valueOf(100);

    /** Two fifths of a forfeit are the consumer's. */
    private static final PenaltyPolicy POLICY = new ForfeitAll(new PerMille(400));

    private final StreetOnBitcoind<UtilityRig> street;
    private Optional<PenaltySigned> signature = Optional.empty();

    private SweptChannel(Bitcoind bitcoind) {
        Clauses usual = Clauses.DEFAULT;
        Clauses clauses =
                new Clauses(POLICY, usual.deliveryTolerance(), GRID_FEE, usual.fundingFee(), usual.template());
        Conditions conditions = new Conditions(Windows.DEFAULT, Depths.DEFAULT, Optional.empty(), clauses);
        this.street = StreetOnBitcoind.withUtility(bitcoind, conditions, UTILITY_SHARE)
                .open();
    }

    /**
     * Two slots traded, and in the third a unit that was delivered but not folded, and one whose acceptance nobody has heard of.
     */
    static SweptChannel trading(Bitcoind bitcoind) {
        SweptChannel channel = new SweptChannel(bitcoind);
        channel.trade(new Slot(0));
        channel.trade(new Slot(2));
        channel.leaveOpen(new Slot(4));
        return channel;
    }

    /**
     * A slot traded, and in the next a unit that was delivered but not folded, and one that was not: the utility has ruled, and the
     * consumer has signed, but the utility has not got that.
     */
    static SweptChannel ruled(Bitcoind bitcoind) {
        SweptChannel channel = new SweptChannel(bitcoind);
        channel.trade(new Slot(0));
        channel.fail(new Slot(2));
        return channel;
    }

    private void fail(Slot slot) {
        List<Ticket> tickets = offer(slot, 2);
        street.moveTo(street.schedule().end(slot).value());
        street.post().holdBack(letter -> letter.message() instanceof UnitFulfil);
        deliver(tickets.get(0));
        StreetOnBitcoind.measure(street, tickets.get(1), 0);
        street.post()
                .holdBack(
                        letter -> letter.message() instanceof UnitFulfil || letter.message() instanceof PenaltySigned);
        street.moveTo(tickets.get(1).deadlines().deliverBy().value() + 4);
        signature =
                street.post().sent(PenaltySigned.class, Party.CONSUMER).stream().findFirst();
        street.post().holdBack(letter -> true);
    }

    private void trade(Slot slot) {
        List<Ticket> tickets = offer(slot, UNITS);
        street.moveTo(street.schedule().end(slot).value());
        tickets.forEach(this::deliver);
    }

    private List<Ticket> offer(Slot slot, int count) {
        street.moveToOffersOf(slot);
        List<Ticket> tickets = street.utility().issue(slot, count, WATT_HOURS);
        street.deliver();
        tickets.forEach(ticket -> street.offer(ticket.unit()));
        return tickets;
    }

    private void deliver(Ticket ticket) {
        street.utility().measure(consumer().channel().context().ref(), ticket.unit(), ticket.energy());
        street.deliver();
    }

    private void leaveOpen(Slot slot) {
        street.moveToOffersOf(slot);
        List<Ticket> tickets = street.utility().issue(slot, 2, WATT_HOURS);
        street.deliver();
        street.offer(tickets.get(0).unit());
        street.post().holdBack(letter -> letter.message() instanceof UnitAccepted);
        street.offer(tickets.get(1).unit());
        street.moveTo(street.schedule().end(slot).value());
        street.post()
                .holdBack(letter -> letter.message() instanceof UnitAccepted || letter.message() instanceof UnitFulfil);
        deliver(tickets.get(0));
        street.post().holdBack(letter -> true);
    }

    HouseholdRig consumer() {
        return street.consumer();
    }

    HouseholdRig producer() {
        return street.producer();
    }

    HouseholdRig household(Party party) {
        return party == Party.CONSUMER ? consumer() : producer();
    }

    UtilityRig utility() {
        return street.utility();
    }

    NavigableMap<CommitmentNumber, Funded> past(Party party) {
        return household(party).past();
    }

    /** The consumer's signature on the penalty, which the utility has not got. */
    PenaltySigned signature() {
        return signature.orElseThrow();
    }

    /** The utility's share, as the newest receipt of {@code side} that the utility holds says. */
    Coin proved(Party side) {
        return ((OpenState) utility().state())
                .channel()
                .tower()
                .record()
                .receipt(side)
                .orElseThrow()
                .content()
                .balances()
                .utility();
    }

    /** What the ruling comes to, as the consumer has verified it. */
    VerifiedRuling ruling() {
        return ((Ruled) consumer().state()).verified();
    }

    /** The utility's share in that version. */
    Coin share(Party owner, CommitmentNumber version) {
        return Objects.requireNonNull(past(owner).get(version))
                .channel()
                .commitments()
                .own()
                .ledger()
                .balances()
                .utility();
    }

    /** What an honest {@code party} has at least: its balance in each version that may still be published, and what it delivered. */
    Coin due(Party party) {
        Coin balance = live().map(ledger -> ledger.balances().of(party))
                .min(Coin::compareTo)
                .orElseThrow();
        return party == Party.PRODUCER ? balance.add(delivered()) : balance;
    }

    /** The versions that nobody has revoked. */
    private Stream<Ledger> live() {
        return Stream.of(consumer(), producer())
                .map(HouseholdRig::channel)
                .map(Channel::commitments)
                .map(Commitments::own)
                .map(own -> own.ledger());
    }

    /** Revealed and still pending in both versions. */
    private Coin delivered() {
        List<Unit> revealed = producer()
                .channel()
                .units()
                .those(unit -> unit.preimage().isPresent())
                .toList();
        return revealed.stream()
                .filter(unit -> live().allMatch(ledger -> ledger.holds(unit.number())))
                .map(unit -> unit.ticket().amount())
                .reduce(Coin.ZERO, Coin::add);
    }

    /** A height at which the d1 of every pending unit has passed. */
    BlockHeight afterClaims() {
        return live().flatMap(ledger -> ledger.outputs().stream())
                .map(PendingUnit::claimableFrom)
                .max(BlockHeight::compareTo)
                .orElseThrow()
                .plus(new BlockCount(1));
    }
}
