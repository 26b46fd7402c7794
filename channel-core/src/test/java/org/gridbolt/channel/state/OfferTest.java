package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.UnitFail;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.message.UnitOffer;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class OfferTest {

    private final Neighbourhood street = Neighbourhood.withTickets(4, 250);

    private Ticket ticket(int unit) {
        return street.utility().ticket(new UnitNumber(unit));
    }

    private FailReason failureOf(Ticket offered) {
        Transition step = street.producer().wouldReceive(Party.CONSUMER, new UnitOffer(offered));
        assertThatStep(step).leadsTo(Active.class).sends(Party.CONSUMER, UnitFail.class);
        return step.actions().stream()
                .filter(Send.class::isInstance)
                .map(action -> ((Send) action).message())
                .filter(UnitFail.class::isInstance)
                .map(message -> ((UnitFail) message).reason())
                .findFirst()
                .orElseThrow();
    }

    private Ticket altered(UnaryOperator<TicketDraft> change) {
        Ticket issued = ticket(1);
        return new Ticket(change.apply(issued.draft()), issued.hash());
    }

    @Test
    void an_offer_of_an_unknown_ticket_fails_without_fault() {
        Ticket stray = altered(draft -> new TicketDraft(
                new UnitNumber(99), draft.slot(), draft.energy(), draft.price(), draft.amount(), draft.deadlines()));

        assertThat(failureOf(stray)).isEqualTo(FailReason.UNKNOWN_TICKET);
    }

    @Test
    void an_offer_at_another_price_fails_without_fault() {
        Ticket cheap = altered(draft -> new TicketDraft(
                draft.unit(), draft.slot(), draft.energy(), new Price(1), draft.amount(), draft.deadlines()));

        assertThat(failureOf(cheap)).isEqualTo(FailReason.WRONG_PRICE);
    }

    @Test
    void an_offer_of_another_amount_fails_without_fault() {
        Ticket less = altered(draft -> new TicketDraft(
                draft.unit(),
                draft.slot(),
                draft.energy(),
                draft.price(),
                draft.amount().subtract(Coin.SATOSHI),
                draft.deadlines()));

        assertThat(failureOf(less)).isEqualTo(FailReason.WRONG_AMOUNT);
    }

    @Test
    void an_offer_of_less_energy_than_the_ticket_says_fails_without_fault() {
        Ticket dear = altered(draft -> new TicketDraft(
                draft.unit(), draft.slot(), new WattHours(1), draft.price(), draft.amount(), draft.deadlines()));

        assertThat(failureOf(dear)).isEqualTo(FailReason.ALTERED_TICKET);
    }

    @Test
    void a_command_to_offer_late_is_refused_with_its_reason() {
        street.moveTo(ticket(1).deadlines().offerBy().value() + 1);

        assertThatStep(street.consumer().wouldStep(new Command.Offer(new UnitNumber(1))))
                .refusesCommand(UnitFlaw.TooLate.class)
                .changesNothing(street.consumer().state());
    }

    @Test
    void an_offer_that_comes_late_fails_without_fault() {
        street.moveTo(ticket(1).deadlines().offerBy().value() + 1);

        assertThat(failureOf(ticket(1))).isEqualTo(FailReason.LATE);
    }

    @Test
    void a_unit_beyond_the_horizon_is_neither_offered_nor_taken() {
        Slot far = new Slot(3);
        street.utility().announce(far, new Price(10_000L * 1_000_000_000L), street.tip());
        UnitNumber unit =
                street.utility().issue(far, List.of(new WattHours(250))).get(0);
        street.deliver();

        assertThatStep(street.consumer().wouldStep(new Command.Offer(unit)))
                .refusesCommand(UnitFlaw.BeyondHorizon.class);
        assertThat(failureOf(ticket(unit.value()))).isEqualTo(FailReason.BEYOND_HORIZON);
    }

    @Test
    void a_unit_is_offered_once() {
        street.offer(2);

        assertThatStep(street.consumer().wouldStep(new Command.Offer(new UnitNumber(2))))
                .refusesCommand(UnitFlaw.OfferedBefore.class);
        assertThatStep(street.consumer().wouldStep(new Command.Offer(new UnitNumber(1))))
                .refusesCommand(UnitFlaw.OfferedBefore.class);
    }

    /** Its preimage may be known since. */
    @Test
    void a_ticket_with_the_hash_of_an_older_book_is_not_taken() {
        UnitNumber unit =
                street.utility().issue(new Slot(0), List.of(new WattHours(250))).get(0);
        street.deliver();
        TicketDraft draft = ticket(unit.value()).draft();
        Ticket repeated = new Ticket(
                new TicketDraft(
                        new UnitNumber(unit.value() + 1),
                        draft.slot(),
                        draft.energy(),
                        draft.price(),
                        draft.amount(),
                        draft.deadlines()),
                ticket(1).hash());
        TicketBook book = new TicketBook(
                street.utility().ref(),
                2,
                street.utility().books().get(1).hash(),
                CumulativeRounding.START,
                List.of(repeated));

        assertThatStep(street.producer()
                        .wouldReceive(Party.UTILITY, new TicketsIssued(Signed.sign(book, ScriptedUtility.NODE))))
                .refuses(Refusal.Warned.class, UnitFlaw.OldHash.class)
                .changesNothing(street.producer().state());
    }

    @Test
    void an_acceptance_that_the_producer_did_not_sign_is_no_promise() {
        street.post().holdBack(letter -> letter.to() == Party.CONSUMER && letter.message() instanceof UnitAccepted);
        street.offer(1);
        UnitAccept promise = street.utility().acceptances().get(0).content();

        assertThatStep(street.consumer()
                        .wouldReceive(Party.PRODUCER, new UnitAccepted(Signed.sign(promise, ScriptedUtility.NODE))))
                .refuses(Refusal.Warned.class, UnitFlaw.BadAcceptance.class)
                .changesNothing(street.consumer().state());
    }

    @Test
    void a_producer_does_not_offer() {
        assertThatStep(street.producer().wouldStep(new Command.Offer(new UnitNumber(1))))
                .refusesCommand(StateFlaw.OtherRole.class);
        assertThatStep(street.consumer().wouldReceive(Party.PRODUCER, new UnitOffer(ticket(1))))
                .refuses(Refusal.Warned.class, StateFlaw.Unexpected.class);
    }

    @Test
    void an_offer_with_a_number_that_does_not_rise_ends_the_channel() {
        street.offer(2);

        assertThatStep(street.producer().wouldReceive(Party.CONSUMER, new UnitOffer(ticket(1))))
                .leadsTo(ClosingLocal.class)
                .publishes(Purpose.COMMITMENT);
    }

    @Test
    void an_offer_above_the_balance_is_refused() {
        Ticket dear = altered(draft -> new TicketDraft(
                draft.unit(),
                draft.slot(),
                draft.energy(),
                draft.price(),
                Neighbourhood.CONSUMER_SHARE.add(Coin.SATOSHI),
                draft.deadlines()));

        assertThatStep(street.producer().wouldReceive(Party.CONSUMER, new UnitOffer(dear)))
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.ChannelFailed.class, UnitFlaw.NotAllowed.class);
    }

    @Test
    void a_flood_of_offers_without_a_signature_ends_the_channel() {
        ChannelState state = street.producer().state();
        for (int unit = 100; state instanceof Active && unit < 1000; unit++) {
            int number = unit;
            Ticket stray = altered(draft -> new TicketDraft(
                    new UnitNumber(number),
                    draft.slot(),
                    draft.energy(),
                    draft.price(),
                    draft.amount(),
                    draft.deadlines()));
            Ticket fresh = new Ticket(
                    stray.draft(),
                    Sha256Hash.of(Examples.bytes32("unit " + unit).toArray()));
            state = state.step(new MessageReceived(Party.CONSUMER, new UnitOffer(fresh)))
                    .next();
        }

        assertThat(state).isInstanceOf(ClosingLocal.class);
    }

    @Test
    void a_fulfil_with_another_preimage_ends_the_channel() {
        street.offer(1);

        assertThatStep(street.consumer()
                        .wouldReceive(
                                Party.PRODUCER, new UnitFulfil(new UnitNumber(1), Examples.bytes32("no preimage"))))
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.ChannelFailed.class, UnitFlaw.WrongPreimage.class);
    }

    @Test
    void a_unit_is_removed_once() {
        street.offer(1);
        street.reveal(1);

        assertThatStep(street.consumer()
                        .wouldReceive(Party.PRODUCER, new UnitFail(new UnitNumber(1), FailReason.NOT_ACCEPTED)))
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.ChannelFailed.class, UnitFlaw.NotCommitted.class);
    }

    @Test
    void when_the_wallet_runs_dry_the_next_unit_is_refused_and_the_channel_still_closes_together() {
        Neighbourhood dry = Neighbourhood.withChannel();
        int delivered = 0;
        for (int slot = 0; slot < 3; slot++) {
            for (UnitNumber unit : dry.issue(new Slot(slot), 12, 600)) {
                dry.offer(unit.value());
                if (dry.consumer().notices(Notice.CommandRefused.class).isEmpty()) {
                    dry.reveal(unit.value());
                    delivered++;
                }
            }
        }

        assertThat(dry.consumer().notices(Notice.CommandRefused.class).get(0).reason())
                .isInstanceOf(UnitFlaw.NotAllowed.class);
        dry.consumer().handle(new Command.CloseTogether());
        dry.deliver();
        dry.mine(1);
        assertThat(((Resolving) dry.producer().state()).spender().kind()).isEqualTo(SpendKind.COOPERATIVE);
        assertThat(delivered).isEqualTo(32);
        assertThat(dry.producer()
                        .channel()
                        .commitments()
                        .own()
                        .ledger()
                        .balances()
                        .producer())
                .isEqualTo(Neighbourhood.PRODUCER_SHARE.add(Coin.valueOf(6000L * delivered)));
    }
}
