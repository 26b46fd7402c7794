package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.Reestablish;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.Post.Letter;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/**
 * Nodes that come back with an old state and do not know it, beside a signer that does. Every signer in these tests is watched:
 * it fails the test by releasing a second content of a number, a state too many, the secret of a published version, a revoked
 * version, or an update after the end.
 */
class ConfusedNodeTest {

    private static final int UNITS = 5;

    /** A day on which old states come back at any time, on either side. */
    private static final class Day {

        private final Neighbourhood street = Neighbourhood.withTickets(UNITS, 250);
        private final List<ChannelState> consumers = new ArrayList<>();
        private final List<ChannelState> producers = new ArrayList<>();
        private final Set<UnitNumber> revealed = new HashSet<>();

        void step(int kind, int choice) {
            HouseholdRig one = choice % 2 == 0 ? street.consumer() : street.producer();
            switch (kind) {
                case 0, 1, 2 -> street.consumer().handle(new Command.Offer(new UnitNumber(1 + choice % UNITS)));
                case 3 -> reveal();
                case 4 -> one.handle(new Command.Fold());
                case 5 -> comeBack(one, choice / 2);
                case 6 -> comeBackAwake(one, choice / 2);
                case 7 -> reconnect();
                case 8 -> hearAgain(one, choice / 2);
                case 9 -> end(one, choice / 2);
                default -> deliver(choice);
            }
            consumers.add(street.consumer().state());
            producers.add(street.producer().state());
        }

        private void deliver(int most) {
            for (int i = 0; i <= most % 6; i++) {
                assertThat(street.post().deliverOne()).isNotNull();
            }
        }

        /** An old state that waits for the peer to say where it stands. */
        private void comeBack(HouseholdRig household, int choice) {
            ChannelState old = old(household, choice);
            household.replaceState(old instanceof Running running ? new Reconnecting(running) : old);
            reconnect();
        }

        /** An old state that believes itself to be the newest, in the middle of the talk. */
        private void comeBackAwake(HouseholdRig household, int choice) {
            household.replaceState(old(household, choice));
        }

        private ChannelState old(HouseholdRig household, int choice) {
            List<ChannelState> past = household == street.consumer() ? consumers : producers;
            int back = choice % 3 == 0 ? choice % Math.max(1, past.size()) : choice % 6;
            return past.isEmpty() ? household.state() : past.get(Math.max(0, past.size() - 1 - back));
        }

        private void reconnect() {
            street.post().lose(Party.CONSUMER, Party.PRODUCER);
            street.consumer().disconnected(Party.PRODUCER);
            street.producer().disconnected(Party.CONSUMER);
            street.consumer().connect(Party.PRODUCER);
            street.producer().connect(Party.CONSUMER);
        }

        /** A message of long ago, said again. */
        private void hearAgain(HouseholdRig household, int choice) {
            Party self = household.profile().role();
            List<Letter> said = street.post().sentTo(self).stream()
                    .filter(letter -> letter.message() instanceof PeerMessage && letter.from() == self.peer())
                    .toList();
            if (!said.isEmpty()) {
                Letter letter = said.get(choice % said.size());
                household.handle(new MessageReceived(letter.from(), letter.message()));
            }
        }

        private void end(HouseholdRig household, int choice) {
            switch (choice % 4) {
                case 0 -> household.handle(new Command.CloseTogether());
                case 1 -> household.handle(new Command.CloseAlone());
                case 2 -> rule();
                default -> mine();
            }
        }

        /** A block of which both hear; what they say of it is on its way. */
        private void mine() {
            assertThat(street.regtest().mine(new BlockCount(1))).hasSize(1);
            street.consumer().follow();
            street.producer().follow();
        }

        private void rule() {
            List<UnitNumber> pending = street.producer().channel().commitments().own().ledger().tickets().stream()
                    .map(ticket -> ticket.unit())
                    .toList();
            if (!pending.isEmpty()) {
                street.utility()
                        .toBoth(new RulingIssued(street.utility()
                                .rule(
                                        pending,
                                        pending.stream()
                                                .map(unit -> UnitVerdict.defaulted(unit, new WattHours(250)))
                                                .toList(),
                                        WattHours.ZERO)));
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
    }

    @Property(tries = 60)
    void whatever_old_states_come_back_a_signer_releases_no_second_live_state_and_nothing_after_the_end(
            @ForAll @Size(min = 20, max = 120) List<@IntRange(max = 13 * 64 - 1) Integer> script) {
        Day day = new Day();

        for (int move : script) {
            if (day.street.consumer().state() instanceof Resolving
                    || day.street.producer().state() instanceof Resolving) {
                break;
            }
            day.step(move % 13, move / 13);
        }

        int refusals = day.street.consumer().signer().refusals().size()
                + day.street.producer().signer().refusals().size();
        Statistics.label("the signers had to refuse").collect(refusals > 0);
        Statistics.label("the channel ended")
                .collect(day.street.consumer().signer().end().isPresent()
                        || day.street.producer().signer().end().isPresent());
    }

    private final Neighbourhood street = Neighbourhood.withTickets(UNITS, 250);

    /** Each would believe that the other had lost the connection, and say where it stands, for ever. */
    @Test
    void two_nodes_that_run_and_hear_an_old_word_of_where_the_other_stands_come_to_an_end() {
        street.offer(1);
        reconnect();
        Reestablish old = street.post().sent(Reestablish.class, Party.PRODUCER).get(0);
        int said = statements();

        street.consumer().handle(new MessageReceived(Party.PRODUCER, old));
        street.deliver();

        assertThat(statements()).isEqualTo(said + 1);
        assertThat(street.producer().notices(Notice.Refused.class))
                .extracting(Notice.Refused::refusal)
                .containsExactly(new Refusal.Ignored(new StateFlaw.Unexpected(old.kind(), "Active")));
        assertThat(street.consumer().published()).noneMatch(action -> action.purpose() == Purpose.COMMITMENT);
        street.offer(2);
        for (HouseholdRig household : List.of(street.consumer(), street.producer())) {
            assertThat(household.state()).isInstanceOf(Active.class);
            assertThat(household.channel().commitments().own().ledger().tickets())
                    .hasSize(2);
        }
    }

    @Test
    void a_node_that_did_not_notice_the_lost_connection_still_answers() {
        street.offer(1);
        street.consumer().disconnected(Party.PRODUCER);
        street.consumer().connect(Party.PRODUCER);
        street.deliver();

        assertThat(statements()).isEqualTo(2);
        assertThat(street.consumer().state()).isInstanceOf(Active.class);
        assertThat(street.producer().state()).isInstanceOf(Active.class);
    }

    private void reconnect() {
        street.consumer().disconnected(Party.PRODUCER);
        street.producer().disconnected(Party.CONSUMER);
        street.consumer().connect(Party.PRODUCER);
        street.producer().connect(Party.CONSUMER);
        street.deliver();
    }

    private int statements() {
        return street.post().sent(Reestablish.class, Party.CONSUMER).size()
                + street.post().sent(Reestablish.class, Party.PRODUCER).size();
    }

    @Test
    void a_node_back_before_its_last_signature_cannot_sign_another_state_of_that_number() {
        street.offer(1);
        ChannelState old = street.consumer().state();
        street.offer(2);
        street.consumer().replaceState(old);
        int before = street.post().sent(CommitmentSigned.class, Party.CONSUMER).size();

        street.consumer().handle(new Command.Offer(new UnitNumber(3)));

        assertThat(street.consumer().signer().refusals()).hasOnlyElementsOfType(SigningRefusal.SignedOtherwise.class);
        assertThat(street.consumer().notices(Notice.SigningRefused.class)).hasSize(1);
        assertThat(street.post().sent(CommitmentSigned.class, Party.CONSUMER)).hasSize(before);
    }

    @Test
    void a_node_back_before_its_last_signature_may_say_the_same_again() {
        street.offer(1);
        ChannelState old = street.consumer().state();
        street.consumer().handle(new Command.Offer(new UnitNumber(2)));
        List<CommitmentSigned> said = street.post().sent(CommitmentSigned.class, Party.CONSUMER);
        street.consumer().replaceState(old);

        street.consumer().handle(new Command.Offer(new UnitNumber(2)));

        List<CommitmentSigned> again = street.post().sent(CommitmentSigned.class, Party.CONSUMER);
        assertThat(again).hasSize(said.size() + 1);
        assertThat(again.get(said.size())).isEqualTo(said.get(said.size() - 1));
        assertThat(street.consumer().signer().refusals()).isEmpty();
    }

    @Test
    void a_node_with_an_old_state_cannot_publish_it() {
        ChannelState old = street.consumer().state();
        street.offer(1);
        street.reveal(1);
        street.offer(2);
        street.consumer().replaceState(old);

        street.consumer().handle(new Command.CloseAlone());

        assertThat(street.consumer().published()).noneMatch(action -> action.purpose() == Purpose.COMMITMENT);
        assertThat(street.consumer().signer().refusals()).hasOnlyElementsOfType(SigningRefusal.Revoked.class);
    }

    @Test
    void a_node_back_before_it_signed_a_penalty_cannot_go_on() {
        street.offer(1);
        ChannelState old = street.consumer().state();
        UnitNumber unit = new UnitNumber(1);
        street.utility()
                .toBoth(new RulingIssued(street.utility()
                        .rule(
                                List.of(unit),
                                List.of(UnitVerdict.defaulted(unit, new WattHours(250))),
                                WattHours.ZERO)));
        street.deliver();
        assertThat(street.utility().others(PenaltySigned.class)).hasSize(1);
        street.consumer().replaceState(old);
        int before = street.post().sent(CommitmentSigned.class, Party.CONSUMER).size();

        street.consumer().handle(new Command.Offer(new UnitNumber(2)));
        street.deliver();

        assertThat(street.consumer().signer().refusals()).hasOnlyElementsOfType(SigningRefusal.Terminal.class);
        assertThat(street.post().sent(CommitmentSigned.class, Party.CONSUMER)).hasSize(before);
    }

    @Test
    void a_node_back_before_the_close_was_signed_cannot_go_on() {
        ChannelState old = street.producer().state();
        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        street.producer().replaceState(old);
        street.consumer().replaceState(old(street.consumer()));

        street.consumer().handle(new Command.Offer(new UnitNumber(1)));
        street.deliver();

        assertThat(street.consumer().signer().refusals()).hasOnlyElementsOfType(SigningRefusal.Terminal.class);
        assertThat(street.consumer().signer().end()).isPresent();
    }

    /** The same household as it was before it closed. */
    private static ChannelState old(HouseholdRig household) {
        return new Active(household.channel());
    }
}
