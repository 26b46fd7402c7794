package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.Commitments;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A, B or U killed at every write and send boundary of a unit's life: one unit for each boundary of its offer, and of its delivery,
 * until a life has no more of them. What was under way between two connections is lost with the process.
 */
@OnBitcoind
class Scenario10Test {

    private static final int UNITS_PER_SLOT = 24;
    private static final int ENERGY = 33;
    private static final long COINS = 330;

    private StreetOnBitcoind<UtilityRig> street;
    private Party victim = Party.CONSUMER;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind).open();
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void the_round_resumes_and_nothing_is_paid_twice_or_lost(Party party) {
        victim = party;
        int boundaries = 0;
        int units = 0;
        for (int slot = 0; units == boundaries; slot++) {
            boundaries += killedInSlot(slot);
            units += UNITS_PER_SLOT;
        }

        assertThat(boundaries).isGreaterThan(5);
        Coin paid = Coin.valueOf(COINS * units);
        for (HouseholdRig household : List.of(street.consumer(), street.producer())) {
            assertThat(household.state()).isInstanceOf(Active.class);
            Commitments commitments = household.channel().commitments();
            assertThat(commitments.isSettled()).isTrue();
            assertThat(commitments.own().ledger().tickets()).isEmpty();
            assertThat(commitments.own().ledger().balances().producer())
                    .isEqualTo(Neighbourhood.PRODUCER_SHARE.add(paid));
            // What a process was about to tell ends with it; nothing is told twice.
            assertThat(household.notices(Notice.UnitEnded.class))
                    .extracting(Notice.UnitEnded::unit)
                    .doesNotHaveDuplicates()
                    .hasSizeBetween(units - 5, units);
            assertThat(household.notices(Notice.Terminal.class)).isEmpty();
        }
        closeTogether(paid);
    }

    /** How many of the slot's units met a process that ended, in either half of their life. */
    private int killedInSlot(int number) {
        Slot slot = new Slot(number);
        street.moveToOffersOf(slot);
        List<Ticket> tickets = street.utility().issue(slot, UNITS_PER_SLOT, ENERGY);
        street.deliver();
        boolean[] met = new boolean[tickets.size()];
        for (int i = 0; i < tickets.size(); i++) {
            Ticket ticket = tickets.get(i);
            met[i] = interrupted(number * UNITS_PER_SLOT + i, () -> street.offer(ticket.unit()));
        }
        street.moveTo(street.schedule().start(slot).value() + 1);
        int count = 0;
        for (int i = 0; i < tickets.size(); i++) {
            Ticket ticket = tickets.get(i);
            boolean again = interrupted(number * UNITS_PER_SLOT + i, () -> deliver(ticket));
            count += met[i] || again ? 1 : 0;
        }
        street.mine(1);
        return count;
    }

    private void deliver(Ticket ticket) {
        street.producer().measure(ticket.unit(), ticket.energy());
        street.deliver();
        street.producer().handle(new Command.Fold());
        street.deliver();
    }

    /** Does something while the victim ends at that boundary, lets it come back, and does again what may have been lost. */
    private boolean interrupted(int boundary, Runnable part) {
        light(boundary);
        part.run();
        boolean ended = hasEnded();
        if (ended) {
            comeBack();
        }
        putOut();
        part.run();
        return ended;
    }

    private HouseholdRig household(Party party) {
        return party == Party.CONSUMER ? street.consumer() : street.producer();
    }

    private void light(int boundary) {
        if (victim == Party.UTILITY) {
            street.utility().crashAfter(boundary);
        } else {
            household(victim).crashAfter(boundary);
        }
    }

    private boolean hasEnded() {
        return victim == Party.UTILITY
                ? street.utility().hasCrashed()
                : household(victim).hasCrashed();
    }

    private void putOut() {
        if (victim == Party.UTILITY) {
            street.utility().calmDown();
        } else {
            household(victim).calmDown();
        }
    }

    private void comeBack() {
        List.of(Party.values()).forEach(other -> street.post().lose(victim, other));
        if (victim == Party.UTILITY) {
            street.utility().restart();
            for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
                street.utility().connect(party);
                household(party).connect(Party.UTILITY);
            }
        } else {
            household(victim).restart();
            household(victim).connect(Party.UTILITY);
            street.utility().connect(victim);
            HouseholdRig peer = household(victim.peer());
            peer.disconnected(victim);
            peer.connect(victim);
            household(victim).connect(victim.peer());
        }
        street.deliver();
    }

    private void closeTogether(Coin paid) {
        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        street.mine(1);

        assertThat(street.settlement().open()).isEqualTo(Coin.ZERO);
        assertThat(street.settlement().paid().producer()).isEqualTo(Neighbourhood.PRODUCER_SHARE.add(paid));
        assertThat(street.settlement().paid().consumer().add(street.settlement().fees()))
                .isEqualTo(Neighbourhood.CONSUMER_SHARE.subtract(paid));
    }
}
