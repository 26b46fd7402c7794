package org.gridbolt.channel.sweep;

import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.Commitments;
import org.gridbolt.channel.state.Funded;
import org.gridbolt.channel.state.Unit;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;

/**
 * One channel with a past: two slots traded, and in the third a unit that was delivered but not folded, and one whose acceptance
 * nobody has heard of.
 */
final class SweptChannel {

    private static final int UNITS = 14;
    private static final int WATT_HOURS = 250;

    private final StreetOnBitcoind<UtilityRig> street;

    SweptChannel(Bitcoind bitcoind) {
        this.street = StreetOnBitcoind.withUtility(bitcoind).open();
        trade(new Slot(0));
        trade(new Slot(2));
        leaveOpen(new Slot(4));
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
