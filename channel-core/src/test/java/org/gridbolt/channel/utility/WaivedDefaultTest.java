package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingConceded;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.testing.Gradings;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.junit.jupiter.api.Test;

/** A default that the producer concedes and the consumer waives: the next state carries the ruling out, and the channel lives. */
class WaivedDefaultTest {

    /** 10 coins for a watt-hour. */
    private static final Price PRICE = new Price(10_000L * 1_000_000_000L);

    private static final Graded TENTH = new Graded(new Fraction(1, 10), 0, new PerMille(250));

    private Town town = Town.withChannel(Gradings.of(TENTH));

    private List<UnitNumber> accepted(Slot slot, int... wattHours) {
        List<UnitNumber> units = town.issue(slot, PRICE, wattHours);
        units.forEach(town::offer);
        return units;
    }

    private void measured(Slot slot, UnitNumber unit, int wattHours) {
        town.measure(town.consumer().channel().context().ref(), slot, unit, wattHours);
    }

    private void allGood(HouseholdRig household, Allocation expected) {
        assertThat(household.state()).isInstanceOf(Active.class);
        Ledger own = household.channel().commitments().own().ledger();
        assertThat(own.tickets()).isEmpty();
        assertThat(own.balances()).isEqualTo(expected);
    }

    @Test
    void the_next_state_carries_the_ruling_out_and_trade_goes_on() {
        UnitNumber failed = accepted(new Slot(0), 250).get(0);
        measured(new Slot(0), failed, 0);
        town.mine(8);

        // q = 2500, CP = 8000, K = 2000.
        Allocation after = Allocation.of(199_500, 72_000, 8_500);
        allGood(town.consumer(), after);
        allGood(town.producer(), after);
        assertThat(town.utility().state()).isInstanceOf(Trading.class);
        assertThat(town.utility().published(Purpose.PENALTY)).isEmpty();
        assertThat(Audit.of(town.utility().state()).with(UnitOutcome.REPLACED)).hasSize(1);
        for (HouseholdRig household : List.of(town.consumer(), town.producer())) {
            assertThat(household.notices(Notice.UnitEnded.class))
                    .extracting(Notice.UnitEnded::outcome)
                    .containsExactly(UnitOutcome.REPLACED);
            assertThat(household.notices(Notice.Terminal.class)).isEmpty();
        }

        List<UnitNumber> units = accepted(new Slot(5), 250, 250);
        units.forEach(unit -> measured(new Slot(5), unit, 250));
        town.mine(1);
        Allocation traded = Allocation.of(194_500, 77_000, 8_500);
        allGood(town.consumer(), traded);
        allGood(town.producer(), traded);
        assertThat(town.utility().notices(Notice.Refused.class)).isEmpty();
        assertThat(town.utility().notices(Notice.Complaint.class)).isEmpty();

        town.consumer().handle(new Command.CloseTogether());
        town.deliver();
        town.mine(1);
        assertThat(town.utility().notices(Notice.WalletSpent.class))
                .extracting(Notice.WalletSpent::purpose)
                .containsExactly(Purpose.CLOSE);
    }

    @Test
    void a_producer_that_does_not_concede_within_the_time_to_react_is_punished_on_the_wallet() {
        town.post().holdBack(letter -> letter.message() instanceof RulingConceded);
        UnitNumber failed = accepted(new Slot(0), 250).get(0);
        measured(new Slot(0), failed, 0);
        town.mine(6);
        assertThat(town.post().delivered(RulingIssued.class, Party.CONSUMER)).hasSize(1);
        assertThat(town.post().delivered(PenaltySigned.class, Party.UTILITY)).isEmpty();

        town.mine(Windows.DEFAULT.reaction().value() + 1);
        assertThat(town.post().delivered(PenaltySigned.class, Party.UTILITY)).hasSize(1);
        assertThat(town.post().delivered(WaiverGiven.class, Party.UTILITY)).isEmpty();
        assertThat(town.utility().published(Purpose.PENALTY)).hasSize(1);
    }

    @Test
    void a_second_default_is_ruled_on_after_the_first_was_carried_out() {
        town = Town.withChannel(Gradings.of(new Graded(new Fraction(1, 10), 1, PerMille.ZERO)));
        UnitNumber first = accepted(new Slot(0), 250).get(0);
        measured(new Slot(0), first, 0);
        town.mine(8);
        // The first shortfall is tolerated: it costs the energy and nothing else.
        allGood(town.producer(), Allocation.of(197_500, 80_000, 2_500));

        UnitNumber second = accepted(new Slot(5), 250).get(0);
        measured(new Slot(5), second, 125);
        town.mine(8);
        // Of 2500 coins half is lacking, and a tenth of 80000 is forfeited by half.
        Allocation after = Allocation.of(195_000, 77_250, 7_750);
        allGood(town.consumer(), after);
        allGood(town.producer(), after);
        List<RulingIssued> rulings = town.post().delivered(RulingIssued.class, Party.PRODUCER);
        assertThat(rulings.get(rulings.size() - 1).file().evidence().earlier())
                .containsExactly(rulings.get(0).file().ruling());
    }
}
