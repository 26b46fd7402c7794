package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.junit.jupiter.api.Test;

/** The utility's machine with the households' real ones, over a chain that judges every script. */
class ThreeMachinesTest {

    /** 10 coins for a watt-hour. */
    private static final Price PRICE = new Price(10_000L * 1_000_000_000L);

    private final Town town = Town.withChannel();

    private ChannelRef ref() {
        return town.consumer().channel().context().ref();
    }

    private void trade(Slot slot, int... wattHours) {
        for (UnitNumber unit : accepted(slot, wattHours)) {
            town.measure(ref(), slot, unit, wattHours[0]);
        }
    }

    private List<UnitNumber> accepted(Slot slot, int... wattHours) {
        List<UnitNumber> units = town.issue(slot, PRICE, wattHours);
        units.forEach(town::offer);
        return units;
    }

    /** Revealed units ride along with the next one that is offered; without one they are folded on demand. */
    private void fold() {
        town.producer().handle(new Command.Fold());
        town.deliver();
    }

    /** Its process ended before it had written down what both households reported; they trade, and tell it no more by themselves. */
    @Test
    void an_opening_that_the_utility_has_not_heard_of_is_reported_again() {
        Town street = Town.withoutChannel();
        street.post().holdBack(letter -> letter.message() instanceof OpeningReported);
        street.open();
        street.post().loseHeld();
        assertThat(street.utility().state()).isInstanceOf(Offering.class);
        assertThat(street.consumer().state()).isInstanceOf(Active.class);

        for (Party household : List.of(Party.CONSUMER, Party.PRODUCER)) {
            street.utility().connect(household);
        }
        street.consumer().connect(Party.UTILITY);
        street.producer().connect(Party.UTILITY);
        street.deliver();
        street.mine(1);

        assertThat(street.utility().state()).isInstanceOf(Trading.class);
        UnitNumber unit = street.issue(new Slot(0), PRICE, 250).get(0);
        street.offer(unit);
        assertThat(street.consumer().channel().units().find(unit)).isPresent();
    }

    @Test
    void an_honest_day_settles_every_unit_and_closes_together() {
        assertThat(town.utility().state()).isInstanceOf(Trading.class);
        for (int slot = 0; slot < 4; slot++) {
            trade(new Slot(2 * slot), 250, 250, 250);
        }
        fold();

        Audit audit = Audit.of(town.utility().state());
        assertThat(audit.with(UnitOutcome.SETTLED)).hasSize(12);
        assertThat(audit.coins(UnitOutcome.SETTLED)).isEqualTo(Coin.valueOf(30_000));
        assertThat(town.utility().notices(Notice.Refused.class)).isEmpty();
        assertThat(town.utility().notices(Notice.Complaint.class)).isEmpty();

        town.consumer().handle(new Command.CloseTogether());
        town.deliver();
        town.mine(1);

        assertThat(town.utility().notices(Notice.WalletSpent.class))
                .extracting(Notice.WalletSpent::purpose)
                .containsExactly(Purpose.CLOSE);
        town.mine(101);
        assertThat(town.utility().state()).isInstanceOf(Closed.class);
    }

    @Test
    void a_producer_that_fails_a_unit_loses_its_balance_in_the_chain() {
        trade(new Slot(0), 250);
        List<UnitNumber> units = accepted(new Slot(2), 250, 250);
        town.measure(ref(), new Slot(2), units.get(0), 250);
        town.measure(ref(), new Slot(2), units.get(1), 0);
        town.mine(6);

        assertThat(town.utility().published(Purpose.PENALTY)).hasSize(1);
        town.mine(1);

        assertThat(town.utility().notices(Notice.WalletSpent.class))
                .extracting(Notice.WalletSpent::purpose)
                .containsExactly(Purpose.PENALTY);
        Executing executed = (Executing) ((Settling) town.utility().state()).before();
        assertThat(RulingMaker.verified(executed.channel(), executed.ruling())
                        .orElseThrow()
                        .onWallet()
                        .total())
                .isEqualTo(Coin.valueOf(280_000));
        Audit audit = Audit.of(town.utility().state());
        assertThat(audit.with(UnitOutcome.REPLACED)).hasSize(1);
        assertThat(audit.with(UnitOutcome.SETTLED)).hasSize(2);
        assertThat(town.consumer().state()).isInstanceOf(Resolving.class);
        assertThat(town.producer().state()).isInstanceOf(Resolving.class);
    }

    /** It trades on with the consumer, which passes its receipts on. */
    @Test
    void a_producer_that_tells_the_utility_of_no_state_any_more_loses_its_balance_all_the_same() {
        List<UnitNumber> units = town.issue(new Slot(0), PRICE, 250, 250, 250);
        town.offer(units.get(0));
        town.post().holdBack(letter -> letter.from() == Party.PRODUCER && letter.message() instanceof StateReported);
        town.offer(units.get(1));
        town.offer(units.get(2));
        town.measure(ref(), new Slot(0), units.get(0), 0);
        town.mine(6);

        assertThat(town.post().held()).isNotEmpty();
        RulingFile ruling =
                town.post().sent(RulingIssued.class, Party.UTILITY).get(0).file();
        assertThat(ruling.ruling().content().units(Verdict.DEFAULT)).containsExactly(units.get(0));
        assertThat(ruling.evidence().of(Party.PRODUCER).receipt())
                .isEqualTo(
                        town.producer().channel().commitments().receipts().own().signed());
        assertThat(town.utility().published(Purpose.PENALTY)).hasSize(1);
        assertThat(town.utility().notices(Notice.Complaint.class)).isEmpty();
        assertThat(town.consumer().notices(Notice.Complaint.class)).isEmpty();
        town.mine(1);

        assertThat(town.utility().notices(Notice.WalletSpent.class))
                .extracting(Notice.WalletSpent::purpose)
                .containsExactly(Purpose.PENALTY);
    }

    @Test
    void the_penalty_pays_what_the_rule_says() {
        List<UnitNumber> units = accepted(new Slot(0), 250);
        town.measure(ref(), new Slot(0), units.get(0), 0);
        town.mine(6);
        town.mine(1);
        Transaction penalty = town.utility().published(Purpose.PENALTY).get(0);
        Executing executed = (Executing) ((Settling) town.utility().state()).before();
        assertThat(RulingMaker.verified(executed.channel(), executed.ruling())
                        .orElseThrow()
                        .onWallet())
                .isEqualTo(new Allocation(
                        Neighbourhood.CONSUMER_SHARE.subtract(Coin.valueOf(2_500)),
                        Coin.ZERO,
                        Neighbourhood.PRODUCER_SHARE.add(Coin.valueOf(2_500))));
        assertThat(penalty.outputTotal()).isEqualTo(Coin.valueOf(280_000));
    }

    @Test
    void commitment_0_published_while_the_producer_sleeps_pays_the_producer() {
        Channel old = town.consumer().channel();
        for (int slot = 0; slot < 2; slot++) {
            trade(new Slot(2 * slot), 250, 250);
        }
        town.deliver();
        Transaction cheat = town.consumer().cheat(old);
        assertThat(town.view().submit(List.of(cheat))).isInstanceOf(SubmitResult.AlreadyKnown.class);
        town.mineWithout(Party.PRODUCER, 1);
        assertThat(town.utility().published(Purpose.JUSTICE)).isEmpty();

        town.mineWithout(Party.PRODUCER, 3);

        Transaction justice = town.utility().published(Purpose.JUSTICE).get(0);
        assertThat(justice.outputs()).hasSize(1);
        assertThat(justice.outputs().get(0).script())
                .isEqualTo(town.producer().profile().payoutScript());
        assertThat(justice.outputs().get(0).value()).isGreaterThan(Coin.valueOf(199_500));
        town.mineWithout(Party.PRODUCER, 101);
        assertThat(town.utility().state()).isInstanceOf(Closed.class);
    }

    @Test
    void a_producer_that_publishes_before_the_penalty_loses_its_balance_all_the_same() {
        List<UnitNumber> units = accepted(new Slot(0), 250);
        town.post().holdBack(letter -> letter.message() instanceof PenaltySigned);
        town.measure(ref(), new Slot(0), units.get(0), 0);
        town.mine(6);
        assertThat(town.utility().state()).isInstanceOf(Judged.class);
        Transaction newest = town.producer().cheat(town.producer().channel());

        town.mine(1);

        assertThat(town.post().delivered(ForfeitSigned.class, Party.UTILITY)).hasSize(1);
        Transaction forfeit = town.utility().published(Purpose.PENALTY).get(0);
        assertThat(forfeit.inputs().get(0).outpoint().txid()).isEqualTo(newest.txid());
        assertThat(forfeit.outputs())
                .contains(new TxOutput(
                        Neighbourhood.PRODUCER_SHARE, town.utility().profile().payoutScript()));
        town.mine(1);
        assertThat(town.utility().published(Purpose.CLAIM)).isEmpty();

        // The utility's branch of the unit on the producer's version: after d1 and two dispute windows.
        town.mine(110);

        Transaction replaced = town.utility().published(Purpose.PENALTY).stream()
                .filter(found -> !found.equals(forfeit))
                .findFirst()
                .orElseThrow();
        assertThat(replaced.outputs())
                .contains(new TxOutput(
                        Coin.valueOf(2_500), town.utility().profile().payoutScript()));
        assertThat(Audit.of(town.utility().state()).with(UnitOutcome.REPLACED)).hasSize(1);
        town.mine(101);
        assertThat(town.utility().state()).isInstanceOf(Closed.class);
    }

    @Test
    void a_delivered_unit_that_the_producer_sleeps_through_is_taken_for_the_producer() {
        List<UnitNumber> units = accepted(new Slot(0), 250);
        town.post().holdBack(letter -> letter.message() instanceof UnitDelivered);
        town.measure(ref(), new Slot(0), units.get(0), 250);
        town.consumer().handle(new Command.CloseAlone());
        town.mineWithout(Party.PRODUCER, 1);
        assertThat(((Settling) town.utility().state()).purpose()).isEqualTo(Purpose.COMMITMENT);

        town.mineWithout(Party.PRODUCER, 60);

        Transaction claim = town.utility().published(Purpose.CLAIM).get(0);
        assertThat(claim.outputs()).hasSize(1);
        assertThat(claim.outputs().get(0).script())
                .isEqualTo(town.producer().profile().payoutScript());
        assertThat(claim.outputs().get(0).value()).isGreaterThan(Coin.valueOf(2_200));
        town.mineWithout(Party.PRODUCER, 110);
        assertThat(town.utility().state()).isInstanceOf(Closed.class);
        assertThat(Audit.of(town.utility().state()).with(UnitOutcome.SETTLED)).hasSize(1);
    }

    @Test
    void a_consumer_that_withholds_its_last_revocation_gets_no_acceptance_and_no_ruling() {
        town.post().holdBack(letter -> letter.message() instanceof RevokeAndAck && letter.from() == Party.CONSUMER);
        List<UnitNumber> units = accepted(new Slot(0), 250);
        assertThat(town.post().delivered(UnitAccepted.class, Party.UTILITY)).isEmpty();
        town.moveTo(Town.SCHEDULE.end(new Slot(0)).value() + 30);
        assertThat(town.post().delivered(RulingIssued.class, Party.CONSUMER)).isEmpty();
        assertThat(town.utility().published(Purpose.PENALTY)).isEmpty();
        assertThat(units).hasSize(1);
    }

    @Test
    void a_utility_that_withholds_its_acknowledgement_makes_no_default() {
        town.post().holdBack(letter -> letter.message() instanceof ReceiptsAcknowledged);
        List<UnitNumber> units = accepted(new Slot(0), 250);
        assertThat(town.post().delivered(UnitAccepted.class, Party.UTILITY)).isEmpty();
        town.moveTo(Town.SCHEDULE.end(new Slot(0)).value() + 30);
        assertThat(town.post().delivered(RulingIssued.class, Party.CONSUMER)).isEmpty();
        assertThat(units).hasSize(1);
    }

    @Test
    void a_utility_that_is_restarted_before_every_step_loses_nothing() {
        List<UnitNumber> units = town.issue(new Slot(0), PRICE, 250, 250);
        for (UnitNumber unit : units) {
            town.utility().restart();
            town.offer(unit);
            town.utility().restart();
        }
        for (UnitNumber unit : units) {
            town.measure(ref(), new Slot(0), unit, 250);
            town.utility().restart();
            town.deliver();
        }
        assertThat(Audit.of(town.utility().state()).with(UnitOutcome.SETTLED)).hasSize(2);
        assertThat(town.consumer().state()).isInstanceOf(Active.class);
        assertThat(town.utility().notices(Notice.Complaint.class)).isEmpty();
    }

    @Test
    void what_was_lost_with_a_connection_is_told_again() {
        town.post().holdBack(letter -> letter.to() == Party.CONSUMER && letter.from() == Party.UTILITY);
        List<UnitNumber> units = town.issue(new Slot(0), PRICE, 250);
        assertThat(town.consumer().channel().book().ticket(units.get(0))).isEmpty();
        town.post().loseHeld();

        reconnect(Party.CONSUMER);
        units.forEach(town::offer);
        town.post().holdBack(letter -> letter.message() instanceof UnitDelivered);
        town.measure(ref(), new Slot(0), units.get(0), 250);
        town.post().loseHeld();
        reconnect(Party.PRODUCER);
        reconnect(Party.CONSUMER);
        fold();

        assertThat(Audit.of(town.utility().state()).with(UnitOutcome.SETTLED)).hasSize(1);
        assertThat(town.utility().notices(Notice.UnitEnded.class))
                .extracting(Notice.UnitEnded::outcome)
                .containsOnly(UnitOutcome.SETTLED);
        trade(new Slot(2), 250);
        assertThat(town.consumer().notices(Notice.Refused.class)).isEmpty();
        assertThat(town.producer().notices(Notice.Refused.class)).isEmpty();
    }

    private void reconnect(Party household) {
        town.post().lose(household, Party.UTILITY);
        var rig = household == Party.CONSUMER ? town.consumer() : town.producer();
        rig.disconnected(Party.UTILITY);
        town.utility().connect(household);
        rig.connect(Party.UTILITY);
        town.deliver();
    }
}
