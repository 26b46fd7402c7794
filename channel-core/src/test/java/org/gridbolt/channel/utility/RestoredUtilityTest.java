package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.ChannelAction.SignInputs;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.testing.Gradings;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Post;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A utility that comes back with an old state of a channel says and signs nothing that could contradict what it has forgotten. */
class RestoredUtilityTest {

    private static final Price PRICE = new Price(10_000L * 1_000_000_000L);

    private static final List<Party> HOUSEHOLDS = List.of(Party.CONSUMER, Party.PRODUCER);

    private final Town town = Town.withChannel();
    private final Map<Party, Integer> spoken = new EnumMap<>(Party.class);

    private ChannelRef ref() {
        return town.consumer().channel().context().ref();
    }

    private void trade(Slot slot, int... wattHours) {
        List<UnitNumber> units = town.issue(slot, PRICE, wattHours);
        units.forEach(town::offer);
        units.forEach(unit -> town.measure(ref(), slot, unit, 250));
    }

    /** Ends the utility's process and its connections, and starts it on {@code backup}. */
    private void restore(UtilityState backup) {
        town.post().lose(Party.UTILITY, Party.CONSUMER);
        town.post().lose(Party.UTILITY, Party.PRODUCER);
        spoken.clear();
        HOUSEHOLDS.forEach(party -> spoken.put(party, letters(party).size()));
        town.utility().restore(backup);
        for (HouseholdRig household : List.of(town.consumer(), town.producer())) {
            household.disconnected(Party.UTILITY);
            household.connect(Party.UTILITY);
        }
        town.utility().connect(Party.CONSUMER);
        town.utility().connect(Party.PRODUCER);
        town.deliver();
    }

    private List<Post.Letter> letters(Party to) {
        return town.post().sentTo(to).stream()
                .filter(letter -> letter.from() == Party.UTILITY)
                .toList();
    }

    /** What the utility said of that kind since it was restored. */
    private <M extends UtilityMessage> List<M> said(Class<M> kind) {
        return HOUSEHOLDS.stream()
                .flatMap(party -> letters(party).stream().skip(spoken.getOrDefault(party, 0)))
                .map(Post.Letter::message)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private List<Transaction> published() {
        List<Transaction> all = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            all.addAll(town.utility().published(purpose));
        }
        return all;
    }

    @Test
    void it_issues_reveals_acknowledges_and_rules_nothing_more_and_its_households_close() {
        UtilityState backup = town.utility().state();
        trade(new Slot(0), 250, 250);
        List<UnitNumber> open = town.issue(new Slot(2), PRICE, 250, 250);
        open.forEach(town::offer);

        restore(backup);
        town.measure(ref(), new Slot(2), open.get(0), 250);
        town.measure(ref(), new Slot(2), open.get(1), 0);
        assertThat(town.utility().state()).isInstanceOf(Guarding.class);
        PlannedUnit unit =
                new PlannedUnit(new UnitNumber(9), new Slot(60), new WattHours(250), new WattHours(10_000), PRICE);
        assertThat(town.utility().wouldFollow(new UtilityOrder.IssueTickets(List.of(unit))))
                .containsInstanceOf(OrderFlaw.NotNow.class);
        town.mine(150);

        assertThat(said(TicketsIssued.class)).isEmpty();
        assertThat(said(ReceiptsAcknowledged.class)).isEmpty();
        assertThat(said(RulingIssued.class)).isEmpty();
        assertThat(said(UnitDelivered.class)).isEmpty();
        assertThat(said(ProtocolFault.class)).isNotEmpty();
        for (HouseholdRig household : List.of(town.consumer(), town.producer())) {
            assertThat(household.notices(Notice.Complaint.class))
                    .extracting(Notice.Complaint::reason)
                    .anyMatch(reason -> reason.contains("close it together"));
            assertThat(household.state()).isInstanceOf(Resolving.class);
        }
        assertThat(published()).isEmpty();
    }

    @Test
    void households_that_close_together_end_the_restored_channel() {
        UtilityState backup = town.utility().state();
        trade(new Slot(0), 250, 250);
        town.producer().handle(new Command.Fold());
        town.deliver();

        restore(backup);
        town.consumer().handle(new Command.CloseTogether());
        town.deliver();
        town.mine(102);

        assertThat(town.utility().notices(Notice.WalletSpent.class))
                .extracting(Notice.WalletSpent::purpose)
                .containsExactly(Purpose.CLOSE);
        assertThat(town.utility().notices(Notice.ShareWithheld.class)).isEmpty();
        assertThat(town.utility().state()).isInstanceOf(Closed.class);
        assertThat(published()).isEmpty();
    }

    @Test
    void a_preimage_that_it_gave_out_before_the_backup_is_given_out_again() {
        trade(new Slot(0), 250);
        UtilityState backup = town.utility().state();
        assertThat(((OpenState) backup).channel().history().entries())
                .anyMatch(HistoryEntry.Revealed.class::isInstance);

        assertThat(Guarding.of(((OpenState) backup).channel()).actions().stream()
                        .flatMap(action -> action instanceof Send send
                                ? java.util.stream.Stream.of(send.message())
                                : java.util.stream.Stream.empty()))
                .allMatch(message -> message instanceof UnitDelivered || message instanceof ProtocolFault);
    }

    /** The record of the backup says so for ever. */
    @Test
    void its_watchtower_still_punishes_what_was_revoked_before_the_backup() {
        Channel old = town.consumer().channel();
        trade(new Slot(0), 250, 250);
        trade(new Slot(2), 250);
        UtilityState backup = town.utility().state();
        trade(new Slot(4), 250);
        restore(backup);

        Transaction cheat = town.consumer().cheat(old);
        town.mineWithout(Party.PRODUCER, 4);

        assertThat(town.utility().published(Purpose.JUSTICE)).isNotEmpty();
        assertThat(town.utility().published(Purpose.JUSTICE).get(0).inputs())
                .allMatch(input -> input.outpoint().txid().equals(cheat.txid()));
        assertThat(town.utility().published(Purpose.JUSTICE).get(0).outputs())
                .extracting(TxOutput::script)
                .containsOnly(town.producer().profile().payoutScript());
        assertThat(published()).hasSameSizeAs(town.utility().published(Purpose.JUSTICE));
        town.mineWithout(Party.PRODUCER, 105);
        assertThat(town.utility().state()).isInstanceOf(Closed.class);
    }

    /** To the backup it is the newest: by its units the utility would pay who cheats. */
    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void it_signs_nothing_on_a_version_that_was_revoked_after_the_backup(Party cheater) {
        List<UnitNumber> units = town.issue(new Slot(0), PRICE, 250, 250);
        units.forEach(town::offer);
        town.post().holdBack(letter -> letter.message() instanceof UnitDelivered);
        town.measure(ref(), new Slot(0), units.get(0), 250);
        HouseholdRig rig = cheater == Party.CONSUMER ? town.consumer() : town.producer();
        Channel old = rig.channel();
        UtilityState backup = town.utility().state();
        assertThat(((OpenState) backup).channel().files().those(UnitFile::revealed))
                .isNotEmpty();
        town.post().release();
        town.deliver();
        town.measure(ref(), new Slot(0), units.get(1), 250);
        town.producer().handle(new Command.Fold());
        town.deliver();
        restore(backup);

        rig.cheat(old);
        town.mineWithout(cheater.peer(), 120);

        assertThat(published()).isEmpty();
        assertThat(town.utility().state()).isInstanceOf(Closed.class);
    }

    /** The ruling may have been made again on a newer state: the signature for the old one comes too late. */
    @Test
    void it_carries_out_no_ruling_that_was_only_issued_in_the_backup() {
        List<UnitNumber> units = town.issue(new Slot(0), PRICE, 250);
        units.forEach(town::offer);
        town.post().holdBack(letter -> letter.message() instanceof PenaltySigned);
        town.measure(ref(), new Slot(0), units.get(0), 0);
        town.mine(6);
        UtilityState backup = town.utility().state();
        assertThat(backup).isInstanceOf(Judged.class);

        town.utility().restore(backup);
        town.post().release();
        town.deliver();
        town.producer().cheat(town.producer().channel());
        town.mine(120);

        assertThat(published()).isEmpty();
    }

    /** Nothing was issued or ruled since, and its signer signs the same again. */
    @Test
    void a_penalty_that_it_had_signed_is_published_again_and_no_other() {
        List<UnitNumber> units = town.issue(new Slot(0), PRICE, 250);
        units.forEach(town::offer);
        town.measure(ref(), new Slot(0), units.get(0), 0);
        while (town.utility().published(Purpose.PENALTY).isEmpty()) {
            town.mine(1);
        }
        UtilityState backup = Objects.requireNonNull(town.utility().lived().get("Executing"));
        List<Transaction> before = town.utility().published(Purpose.PENALTY);

        restore(backup);
        town.mine(102);

        assertThat(town.utility().published(Purpose.PENALTY)).isEqualTo(before);
        assertThat(town.utility().state()).isInstanceOf(Closed.class);
    }

    @Test
    void a_channel_that_was_being_opened_is_not_taken_up() {
        Town other = Town.withoutChannel();
        assertThat(other.utility().state().restored()).isEmpty();
        other.post().holdBack(letter -> letter.message() instanceof OpeningReported);
        other.open();

        assertThat(other.utility().state()).isInstanceOf(Offering.class);
        assertThat(other.utility().state().restored()).isEmpty();
    }

    @Test
    void whatever_state_the_backup_has_nothing_is_signed_but_what_was_signed_before() {
        for (UtilityState state : lives()) {
            List<ChannelAction> first =
                    state.restored().map(UtilityTransition::actions).orElse(List.of());
            assertThat(first)
                    .as(state.name())
                    .noneMatch(action -> action instanceof Publish
                            || action instanceof SendSigned<?>
                            || action instanceof SignInputs)
                    .filteredOn(action -> action instanceof PublishSigned<?>)
                    .allMatch(action ->
                            state instanceof Executing || ((PublishSigned<?>) action).purpose() == Purpose.JUSTICE);
        }
    }

    private static List<UtilityState> lives() {
        Town waived = Town.withChannel(Gradings.of(new Graded(new Fraction(1, 10), 0, PerMille.ZERO)));
        UnitNumber unit = waived.issue(new Slot(0), PRICE, 250).get(0);
        waived.offer(unit);
        waived.measure(waived.consumer().channel().context().ref(), new Slot(0), unit, 0);
        waived.mine(14);
        Town punished = Town.withChannel();
        UnitNumber failed = punished.issue(new Slot(0), PRICE, 250).get(0);
        punished.offer(failed);
        punished.measure(punished.consumer().channel().context().ref(), new Slot(0), failed, 0);
        punished.mine(120);
        List<UtilityState> all = new ArrayList<>(waived.utility().lived().values());
        all.addAll(punished.utility().lived().values());
        assertThat(all)
                .hasAtLeastOneElementOfType(Waived.class)
                .hasAtLeastOneElementOfType(Judged.class)
                .hasAtLeastOneElementOfType(Executing.class)
                .hasAtLeastOneElementOfType(Settling.class)
                .hasAtLeastOneElementOfType(Funding.class);
        return all;
    }
}
