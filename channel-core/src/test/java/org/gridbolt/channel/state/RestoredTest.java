package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.ClosingProposed;
import org.gridbolt.channel.message.ClosingSigned;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.HouseholdMessage;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.Reestablish;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.channel.message.VersionTold;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.junit.jupiter.api.Test;

/** A node that comes back with an old state, and other ways of losing one's place. */
class RestoredTest {

    private final Neighbourhood street = Neighbourhood.withTickets(4, 250);

    private void reconnect() {
        street.post().lose(Party.CONSUMER, Party.PRODUCER);
        street.consumer().disconnected(Party.PRODUCER);
        street.consumer().connect(Party.PRODUCER);
        street.producer().connect(Party.CONSUMER);
        street.deliver();
    }

    /** Scenario 22: a restored B spends its balance on A's version. */
    @Test
    void a_restored_producer_publishes_nothing_and_spends_its_balance_on_the_consumers_version() {
        ChannelState backup = street.producer().state();
        for (int unit = 1; unit <= 3; unit++) {
            street.offer(unit);
            street.reveal(unit);
        }
        street.producer().restore(backup);

        reconnect();
        street.mine(45);

        HouseholdRig producer = street.producer();
        assertThat(producer.published()).noneMatch(action -> action.purpose() == Purpose.COMMITMENT);
        assertThat(producer.published()).anyMatch(action -> action.purpose() == Purpose.CLAIM);
        assertThat(((Resolving) producer.state()).spender().kind()).isEqualTo(SpendKind.PEER_VERSION);
        assertThat(producer.refusals()).isEmpty();
    }

    /** The version came into the chain before the two could speak: the backup knows neither its point nor its units. */
    @Test
    void a_restored_producer_is_told_the_version_that_it_has_forgotten_and_does_not_close_before() {
        ChannelState backup = street.producer().state();
        for (int unit = 1; unit <= 3; unit++) {
            street.offer(unit);
        }
        street.reveal(1);
        street.post().holdBack(letter -> letter.message() instanceof VersionTold);
        street.producer().restore(backup);
        street.consumer().handle(new Command.CloseAlone());
        street.mine(102);
        assertThat(street.producer().state()).isInstanceOf(Resolving.class);
        assertThat(street.producer().published(Purpose.CLAIM)).isEmpty();

        street.post().loseHeld();
        street.mine(2);

        assertThat(street.post().delivered(VersionTold.class, Party.PRODUCER)).isNotEmpty();
        assertThat(street.producer().published(Purpose.CLAIM))
                .anyMatch(claim -> claim.outputTotal().isGreaterThan(Coin.valueOf(79_000)));
    }

    @Test
    void a_wrong_word_on_a_forgotten_version_changes_nothing() {
        ChannelState backup = street.producer().state();
        street.offer(1);
        street.post().holdBack(letter -> letter.message() instanceof VersionTold);
        street.producer().restore(backup);
        street.consumer().handle(new Command.CloseAlone());
        street.mine(1);

        VersionTold lie = new VersionTold(Examples.key("a lie").publicKey(), List.of());

        assertThatStep(street.producer().wouldReceive(Party.UTILITY, lie))
                .leadsTo(Resolving.class)
                .publishesNothing();
        assertThat(street.producer().wouldReceive(Party.UTILITY, lie).next())
                .isEqualTo(street.producer().state());
    }

    /** The first version that it knows may have been revoked long ago. */
    @Test
    void a_backup_of_an_opening_whose_funding_was_signed_never_publishes_the_first_version() {
        Neighbourhood other = new Neighbourhood();
        other.post().holdBack(letter -> letter.message() instanceof FundingSigned);
        other.consumer().open(Neighbourhood.CONSUMER_SHARE);
        other.producer().open(Neighbourhood.PRODUCER_SHARE);
        other.deliver();
        ChannelState backup = other.producer().state();
        assertThat(backup).isInstanceOf(FundingSent.class);

        other.producer().restore(backup);

        assertThat(other.producer().state()).isInstanceOf(DataLoss.class);
        assertThatStep(other.producer().wouldStep(new Command.CloseAlone()))
                .publishesNothing()
                .refusesCommand(StateFlaw.NotNow.class);
    }

    @Test
    void a_restored_node_never_closes_alone() {
        street.offer(1);
        street.producer().restore(street.producer().state());

        assertThatStep(street.producer().wouldStep(new Command.CloseAlone()))
                .publishesNothing()
                .refusesCommand(StateFlaw.NotNow.class);
    }

    @Test
    void a_household_whose_peer_proves_that_it_forgot_states_publishes_nothing() {
        ChannelState old = street.producer().state();
        street.offer(1);
        street.reveal(1);
        street.offer(2);
        street.producer().replaceState(new Reconnecting((Running) old));

        reconnect();

        assertThat(street.producer().state()).isInstanceOf(DataLoss.class);
        assertThat(street.producer().published()).noneMatch(action -> action.purpose() == Purpose.COMMITMENT);
        assertThat(street.consumer().state()).isInstanceOf(ClosingLocal.class);
    }

    @Test
    void a_peer_that_claims_a_version_never_signed_is_not_believed() {
        street.offer(1);
        Commitments commitments = street.producer().channel().commitments();
        street.producer().disconnected(Party.CONSUMER);
        Reestablish claim = new Reestablish(
                new CommitmentNumber(9),
                CommitmentNumber.ZERO.next(),
                1,
                Optional.empty(),
                commitments.peerPoints().current(),
                commitments.peerPoints().next(),
                false);

        assertThatStep(street.producer().wouldReceive(Party.CONSUMER, claim))
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.ChannelFailed.class, ReestablishFlaw.NeverSigned.class);
    }

    /** It would make a household that runs wait for ever. */
    @Test
    void a_peer_that_claims_lost_states_without_their_secret_is_not_believed() {
        street.offer(1);
        Commitments commitments = street.producer().channel().commitments();
        street.producer().disconnected(Party.CONSUMER);
        Reestablish claim = new Reestablish(
                commitments.peer().number(),
                new CommitmentNumber(commitments.own().number().value() + 1),
                1,
                Optional.of(Examples.bytes32("no secret of the producer's")),
                commitments.peerPoints().current(),
                commitments.peerPoints().next(),
                false);

        assertThatStep(street.producer().wouldReceive(Party.CONSUMER, claim))
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.ChannelFailed.class, ReestablishFlaw.NeverSigned.class);
    }

    /** MUST: a commitment or closing signature never leaves the A-B session. */
    @Test
    void no_signature_for_the_pair_of_households_can_be_said_to_the_utility() {
        List<Class<? extends ChannelMessage>> secrets =
                List.of(OpeningSigned.class, CommitmentSigned.class, ClosingProposed.class, ClosingSigned.class);
        street.offer(1);

        assertThat(secrets)
                .noneMatch(HouseholdMessage.class::isAssignableFrom)
                .noneMatch(UtilityMessage.class::isAssignableFrom);
        ChannelMessage signature =
                street.post().sent(CommitmentSigned.class, Party.CONSUMER).get(0);
        assertThatThrownBy(() -> new Send(Party.UTILITY, signature)).isInstanceOf(IllegalArgumentException.class);
    }
}
