package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.MessageDraft;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.UnitOffer;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.pricing.UnitNumber;
import org.junit.jupiter.api.Test;

/** A consumer that offers what is no ticket. */
class CraftedOfferTest {

    private static final int CSV = 42;

    private final Neighbourhood street = Neighbourhood.withTickets(4, 250);

    private Ticket issued(int unit) {
        return street.utility().ticket(new UnitNumber(unit));
    }

    private static Ticket numbered(Ticket issued, int unit) {
        TicketDraft draft = issued.draft();
        return new Ticket(
                new TicketDraft(
                        new UnitNumber(unit),
                        draft.slot(),
                        draft.energy(),
                        draft.price(),
                        draft.amount(),
                        draft.deadlines()),
                issued.hash());
    }

    private static Ticket cheaper(Ticket issued) {
        TicketDraft draft = issued.draft();
        return new Ticket(
                new TicketDraft(
                        draft.unit(),
                        draft.slot(),
                        draft.energy(),
                        draft.price(),
                        draft.amount().subtract(Coin.SATOSHI),
                        draft.deadlines()),
                issued.hash());
    }

    /** Its version then holds a unit that no ticket book knows; it must still recognise and claim what is its own. */
    @Test
    void an_altered_ticket_does_not_cost_the_producer_its_balance() {
        Ticket altered = cheaper(issued(1));
        CommitmentSigned signature = signatureWith(altered);
        street.post().holdBack(letter -> letter.from() == Party.PRODUCER);
        street.producer().handle(new MessageReceived(Party.CONSUMER, new UnitOffer(altered)));
        street.producer().handle(new MessageReceived(Party.CONSUMER, signature));
        assertThat(street.producer().channel().ownVersion().units()).containsExactly(altered.pendingUnit());
        street.producer().handle(new Command.CloseAlone());

        street.mine(CSV + 2);

        assertThat(claimed(street.producer())).isBetween(Coin.valueOf(79_000), Coin.valueOf(80_000));
    }

    private CommitmentSigned signatureWith(Ticket offered) {
        Channel consumer = street.consumer().channel();
        MessageDraft.Commitment draft = consumer.commitments()
                .plus(new Change.Offered(offered))
                .sign(consumer.context())
                .orElseThrow()
                .message();
        return draft.completed(draft.order().fulfil(street.consumer().secrets()));
    }

    private static Coin claimed(HouseholdRig household) {
        return household.published().stream()
                .filter(action -> action.purpose() == Purpose.CLAIM)
                .map(Publish::transaction)
                .flatMap(claim -> claim.outputs().stream())
                .filter(output -> output.script().equals(household.purse().script()))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }

    /** One preimage would pay for both. */
    @Test
    void a_second_unit_with_the_hash_of_a_pending_one_breaks_the_channel() {
        street.offer(1);

        Transition step = street.producer().wouldReceive(Party.CONSUMER, new UnitOffer(numbered(issued(1), 2)));

        assertThatStep(step)
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.ChannelFailed.class, UnitFlaw.NotAllowed.class)
                .publishes(Purpose.COMMITMENT);
    }

    /** Offers that are never signed must not grow what has to be stored. */
    @Test
    void a_flood_of_offers_without_a_signature_ends_the_channel_and_not_the_process() {
        for (int unit = 5; unit < 1000 && street.producer().state() instanceof Active; unit++) {
            street.producer().handle(new MessageReceived(Party.CONSUMER, new UnitOffer(numbered(issued(1), unit))));
        }

        assertThat(street.producer().state()).isInstanceOf(ClosingLocal.class);
        street.producer().restart();
        assertThat(street.producer().state()).isInstanceOf(ClosingLocal.class);
    }
}
