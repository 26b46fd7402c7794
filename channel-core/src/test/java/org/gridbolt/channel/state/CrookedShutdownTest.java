package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.ClosingProposed;
import org.gridbolt.channel.message.Shutdown;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.api.Test;

/** Who asks for the close pays for it, whatever it says. */
class CrookedShutdownTest {

    private final Neighbourhood street = Neighbourhood.withChannel();

    @Test
    void a_household_that_never_asked_does_not_pay_for_the_close() {
        assertThatStep(street.consumer().wouldReceive(Party.PRODUCER, new Shutdown(Party.CONSUMER)))
                .leadsTo(Active.class)
                .sendsNo(Party.PRODUCER, ClosingProposed.class)
                .refuses(Refusal.Warned.class, StateFlaw.Unexpected.class);
        assertThatStep(street.producer().wouldReceive(Party.CONSUMER, new Shutdown(Party.PRODUCER)))
                .leadsTo(Active.class)
                .sendsNo(Party.CONSUMER, ClosingProposed.class);
    }

    @Test
    void who_asked_first_cannot_make_the_other_one_pay_afterwards() {
        street.post().holdBack(letter -> true);
        street.consumer()
                .replaceState(street.consumer()
                        .wouldReceive(Party.PRODUCER, new Shutdown(Party.PRODUCER))
                        .next());

        Transition step = street.consumer().wouldReceive(Party.PRODUCER, new Shutdown(Party.CONSUMER));

        assertThatStep(step).leadsTo(ShuttingDown.class).sendsNo(Party.PRODUCER, ClosingProposed.class);
        assertThat(((ShuttingDown) step.next()).closer()).isEqualTo(Party.PRODUCER);
    }

    /** Both name themselves, and agree that it is the consumer. */
    @Test
    void when_both_ask_at_once_the_consumer_pays() {
        street.consumer().handle(new Command.CloseTogether());
        street.producer().handle(new Command.CloseTogether());
        street.deliver();

        assertThat(((Coop) street.consumer().state()).close().closer()).isEqualTo(Party.CONSUMER);
        assertThat(((Coop) street.producer().state()).close().closer()).isEqualTo(Party.CONSUMER);
    }

    @Test
    void a_producer_that_asked_too_and_missed_the_consumers_asking_takes_its_proposal() {
        street.post().holdBack(letter -> letter.message() instanceof Shutdown && letter.from() == Party.CONSUMER);
        street.consumer().handle(new Command.CloseTogether());
        street.producer().handle(new Command.CloseTogether());
        street.deliver();
        street.post().loseHeld();

        assertThat(((Coop) street.producer().state()).close().closer()).isEqualTo(Party.CONSUMER);
        assertThat(((Coop) street.consumer().state()).theirs()).isPresent();
    }

    /** The proposal, or the one who was to answer it, was lost: it is said again, and nobody has to close alone. */
    @Test
    void a_close_that_was_proposed_over_a_connection_that_broke_is_still_one_of_both() {
        street.post().holdBack(letter -> letter.message() instanceof ClosingProposed);
        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        street.post().loseHeld();
        street.consumer().disconnected(Party.PRODUCER);
        street.producer().disconnected(Party.CONSUMER);
        street.consumer().connect(Party.PRODUCER);
        street.producer().connect(Party.CONSUMER);
        street.deliver();
        street.mine(1);

        assertThat(((Resolving) street.consumer().state()).spender().kind()).isEqualTo(SpendKind.COOPERATIVE);
        assertThat(((Resolving) street.producer().state()).spender().kind()).isEqualTo(SpendKind.COOPERATIVE);
    }

    /** Its lock time is the closer's tip, which the other has not heard of yet. */
    @Test
    void a_close_that_the_other_refuses_for_a_block_that_it_has_not_heard_of_is_proposed_again() {
        street.regtest().mine(new BlockCount(1));
        street.consumer().follow();
        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        assertThat(street.producer().state()).isInstanceOf(ShuttingDown.class);

        street.mine(2);

        assertThat(((Resolving) street.consumer().state()).spender().kind()).isEqualTo(SpendKind.COOPERATIVE);
    }
}
