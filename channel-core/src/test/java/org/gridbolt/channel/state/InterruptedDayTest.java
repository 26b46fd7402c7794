package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.pricing.UnitNumber;

/**
 * Scenario 10, with two households and a utility that is never away: connections break and processes end at any letter. No
 * interruption closes the channel, and in the end nothing was paid twice or lost.
 */
class InterruptedDayTest {

    private static final int UNITS = 6;

    /** A day that does one small thing after the other. */
    private static final class Day {

        private final Neighbourhood street = Neighbourhood.withTickets(UNITS, 250);
        private final Set<UnitNumber> revealed = new HashSet<>();
        private int offered;

        void step(int choice) {
            switch (choice) {
                case 0 -> breakConnection();
                case 1 -> restart(street.consumer());
                case 2 -> restart(street.producer());
                case 3 -> offer();
                case 4 -> reveal();
                case 5 -> street.consumer().handle(new Command.Fold());
                case 6 -> street.producer().handle(new Command.Fold());
                default -> assertThat(street.post().deliverOne()).isNotNull();
            }
            assertGoingOn(street.consumer());
            assertGoingOn(street.producer());
        }

        private static void assertGoingOn(HouseholdRig household) {
            ChannelState state = household.state();
            assertThat(state).isInstanceOfAny(Active.class, Reconnecting.class);
            Commitments commitments = household.channel().commitments();
            assertThat(commitments.own().ledger().wallet()).isEqualTo(Coin.valueOf(280_000));
        }

        private void breakConnection() {
            street.post().lose(Party.CONSUMER, Party.PRODUCER);
            street.consumer().disconnected(Party.PRODUCER);
            street.producer().disconnected(Party.CONSUMER);
            street.consumer().connect(Party.PRODUCER);
            street.producer().connect(Party.CONSUMER);
        }

        private void restart(HouseholdRig household) {
            Party party = household.profile().role();
            street.post().lose(party, Party.UTILITY);
            street.post().lose(Party.CONSUMER, Party.PRODUCER);
            household.restart();
            household.connect(Party.UTILITY);
            street.utility().connected(party);
            HouseholdRig other = street.household(party.peer());
            other.disconnected(party);
            other.connect(party);
            household.connect(party.peer());
        }

        private void offer() {
            if (offered < UNITS) {
                int before =
                        street.consumer().notices(Notice.CommandRefused.class).size();
                street.consumer().handle(new Command.Offer(new UnitNumber(offered + 1)));
                int after =
                        street.consumer().notices(Notice.CommandRefused.class).size();
                offered += before == after ? 1 : 0;
            }
        }

        private void reveal() {
            for (Signed<UnitAccept> acceptance : street.utility().acceptances()) {
                for (UnitNumber unit : acceptance.content().units()) {
                    if (revealed.add(unit)) {
                        street.utility().deliver(unit);
                        return;
                    }
                }
            }
        }

        /** What is still pending is delivered, and everything folded. */
        void finish() {
            street.deliver();
            for (int i = 0; i < UNITS; i++) {
                reveal();
                street.deliver();
            }
            street.mine(1);
            street.deliver();
        }
    }

    @Property(tries = 40)
    void interruptions_neither_close_the_channel_nor_change_what_is_paid(
            @ForAll @Size(min = 20, max = 160) List<@IntRange(max = 24) Integer> script) {
        Day day = new Day();

        script.forEach(day::step);
        day.finish();

        Coin paid = Coin.valueOf(2500L * day.revealed.size());
        assertThat(day.revealed).hasSize(day.offered);
        for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
            HouseholdRig household = day.street.household(party);
            Commitments commitments = household.channel().commitments();
            assertThat(household.state()).isInstanceOf(Active.class);
            assertThat(commitments.own().ledger().balances().producer())
                    .isEqualTo(Neighbourhood.PRODUCER_SHARE.add(paid));
            assertThat(commitments.own().ledger().tickets()).isEmpty();
            assertThat(commitments.isSettled()).isTrue();
            assertThat(household.notices(Notice.UnitEnded.class))
                    .filteredOn(notice -> notice.outcome() == UnitOutcome.SETTLED)
                    .extracting(Notice.UnitEnded::unit)
                    .containsExactlyInAnyOrderElementsOf(day.revealed);
        }
    }
}
