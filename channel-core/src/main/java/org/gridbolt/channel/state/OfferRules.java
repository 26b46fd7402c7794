package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/** Whether a unit can be offered, and whether an offer of it can stand. */
final class OfferRules {

    private OfferRules() {}

    /** The ticket that the consumer may offer, or why it may not. */
    static Outcome<Ticket, UnitFlaw> check(Channel channel, UnitNumber unit) {
        return channel.book()
                .ticket(unit)
                .map(ticket -> check(channel, ticket))
                .orElseGet(() -> Outcome.flawed(new UnitFlaw.NoTicket(unit)));
    }

    private static Outcome<Ticket, UnitFlaw> check(Channel channel, Ticket ticket) {
        UnitNumber unit = ticket.unit();
        BlockHeight offerBy = ticket.deadlines().offerBy();
        if (!channel.book().isNew(unit)) {
            return Outcome.flawed(new UnitFlaw.OfferedBefore(unit));
        }
        if (channel.tip().isAfter(offerBy)) {
            return Outcome.flawed(new UnitFlaw.TooLate(unit, offerBy, channel.tip()));
        }
        if (!channel.reaches(ticket)) {
            return Outcome.flawed(new UnitFlaw.BeyondHorizon(unit));
        }
        if (channel.guard().isUtilityAbsent() || channel.units().isFull()) {
            return Outcome.flawed(new UnitFlaw.UtilityAway());
        }
        return notAllowed(channel, ticket)
                .<Outcome<Ticket, UnitFlaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(ticket));
    }

    /** Why no state could hold the unit beside what is there. */
    static Optional<UnitFlaw> notAllowed(Channel channel, Ticket ticket) {
        return channel.commitments()
                .flawOf(new Change.Offered(ticket), channel.context())
                .map(flaw -> new UnitFlaw.NotAllowed(ticket.unit(), flaw));
    }

    /** Why the producer lets an offer fail, without fault of anybody. */
    static Optional<FailReason> failure(Channel channel, Ticket offered) {
        if (!channel.book().isNew(offered.unit()) || isPendingHash(channel, offered)) {
            return Optional.of(FailReason.SEEN_BEFORE);
        }
        return channel.book()
                .ticket(offered.unit())
                .map(issued -> difference(channel, offered, issued))
                .orElse(Optional.of(FailReason.UNKNOWN_TICKET));
    }

    /** A preimage that is known already would pay for a unit that nobody delivers. */
    private static boolean isPendingHash(Channel channel, Ticket offered) {
        return channel.units().list().stream()
                .anyMatch(unit -> unit.ticket().hash().equals(offered.hash()));
    }

    private static Optional<FailReason> difference(Channel channel, Ticket offered, Ticket issued) {
        if (!offered.price().equals(issued.price())) {
            return Optional.of(FailReason.WRONG_PRICE);
        }
        if (!offered.amount().equals(issued.amount())) {
            return Optional.of(FailReason.WRONG_AMOUNT);
        }
        if (!offered.equals(issued)) {
            return Optional.of(FailReason.ALTERED_TICKET);
        }
        if (channel.tip().isAfter(issued.deadlines().offerBy())) {
            return Optional.of(FailReason.LATE);
        }
        return channel.reaches(issued) ? Optional.empty() : Optional.of(FailReason.BEYOND_HORIZON);
    }
}
