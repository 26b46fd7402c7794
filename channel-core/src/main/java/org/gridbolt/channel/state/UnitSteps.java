package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.message.UnitFail;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.message.UnitOffer;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.pricing.UnitNumber;

/** The steps of a unit's life, on either side. */
final class UnitSteps {

    private UnitSteps() {}

    /** The consumer's offer of a unit that {@link OfferRules} found no flaw in. */
    static Progress offer(Progress progress, Ticket ticket) {
        return add(progress, ticket).toPeer(new UnitOffer(ticket)).then(Rounds::signIfPossible);
    }

    /** A unit that is being added, on either side. */
    static Progress add(Progress progress, Ticket ticket) {
        Channel channel = progress.channel();
        return progress.with(channel.with(channel.commitments().plus(new Change.Offered(ticket)))
                .with(channel.units().plus(Unit.offered(ticket)))
                .with(channel.book().offered(ticket.unit())));
    }

    /** The producer removes a unit without fault; the consumer's coins return with the next round. */
    static Progress fail(Progress progress, UnitNumber unit, FailReason reason) {
        return progress.with(progress.commitments().plus(new Change.Refunded(unit)))
                .toPeer(new UnitFail(unit, reason));
    }

    /** The producer removes a delivered unit by its preimage, which rides along with the next round. */
    static Progress fulfil(Progress progress, UnitNumber unit, Bytes preimage) {
        return progress.with(progress.commitments().plus(fulfilled(progress, unit)))
                .toPeer(new UnitFulfil(unit, preimage));
    }

    /** The removal of a delivered unit, on either side. */
    static Change fulfilled(Progress progress, UnitNumber unit) {
        return new Change.Fulfilled(unit, progress.context().terms().clauses().gridFee());
    }

    /** The utility saw the energy. The producer removes every such unit; the consumer knows that it is no default. */
    static Progress delivered(Progress progress, Unit unit, UnitDelivered message) {
        Channel channel = progress.channel();
        Progress revealed = progress.with(channel.with(channel.units()
                        .with(unit.revealed(message.preimage(), true))
                        .withoutDone())
                .with(channel.book().revealed(unit.ticket())));
        boolean removes = channel.context().self() == Party.PRODUCER
                && channel.commitments().isCommitted(unit.number());
        return removes ? fulfil(revealed, unit.number(), message.preimage()) : revealed;
    }

    /** At the bound of unfolded units no more are accepted, so these are folded at once. */
    static Progress foldIfFull(Progress progress) {
        int most = progress.context().terms().limits().unfoldedUnitsMax();
        boolean removes = progress.context().self() == Party.PRODUCER;
        return removes && unfolded(progress.channel()) >= most ? Rounds.signIfPossible(progress) : progress;
    }

    private static long unfolded(Channel channel) {
        return channel.units().those(Unit::isUnfolded).count();
    }

    /**
     * Ends the units that no version holds any more, and forgets those about which nothing will be said.
     *
     * @param replaced those of them that a waived ruling removed
     */
    static Progress sweep(Progress progress, Set<UnitNumber> replaced) {
        Progress swept = progress;
        for (Unit unit : progress.channel().units().list()) {
            if (unit.outcome().isEmpty() && progress.commitments().isGone(unit.number())) {
                swept = end(swept, unit, replaced.contains(unit.number()));
            }
        }
        return swept.with(swept.channel().units().withoutDone());
    }

    private static Progress end(Progress progress, Unit unit, boolean replaced) {
        UnitOutcome removed = replaced ? UnitOutcome.REPLACED : UnitOutcome.REFUNDED;
        UnitOutcome outcome = unit.preimage().isPresent() ? UnitOutcome.SETTLED : removed;
        Units units = progress.channel().units().with(unit.ended(outcome));
        return progress.with(units)
                .report(new Notice.UnitEnded(
                        unit.number(), outcome, unit.ticket().amount()));
    }

    /**
     * The producer takes the duty to deliver all units for which it may: in both newest versions, older ones being revoked,
     * with the utility's acknowledgement of both receipts, and in time.
     *
     * <p>MUST 5.1: no unit is accepted on less, or later.
     */
    static Progress acceptIfPossible(Progress progress) {
        Channel channel = progress.channel();
        boolean covered = channel.context().self() == Party.PRODUCER
                && channel.guard().covers(channel.commitments().receipts(), Party.PRODUCER);
        if (!covered) {
            return progress;
        }
        List<UnitNumber> units = acceptable(channel);
        return units.isEmpty() ? progress : accept(progress, units);
    }

    private static List<UnitNumber> acceptable(Channel channel) {
        Limits limits = channel.context().terms().limits();
        if (unfolded(channel) >= limits.unfoldedUnitsMax()) {
            return List.of();
        }
        return channel.units()
                .those(unit -> unit.acceptance().isEmpty()
                        && unit.preimage().isEmpty()
                        && channel.commitments().isCommitted(unit.number())
                        && channel.tip().isBefore(unit.ticket().deadlines().acceptBy()))
                .map(Unit::number)
                .toList();
    }

    private static Progress accept(Progress progress, List<UnitNumber> numbers) {
        ChannelContext context = progress.context();
        UnitAccept content = new UnitAccept(
                context.ref(), numbers, progress.commitments().receipts().own().hash());
        Signed<UnitAccept> promise = Signed.sign(content, context.nodeKey());
        UnitAccepted message = new UnitAccepted(promise);
        return accepted(progress, promise).toPeer(message).toUtility(message);
    }

    /** The producer is liable for these units, on either side. */
    static Progress accepted(Progress progress, Signed<UnitAccept> promise) {
        Units units = progress.channel()
                .units()
                .each(unit -> promise.content().covers(unit.number()) ? unit.accepted(promise) : unit);
        Progress next = progress.with(units);
        for (UnitNumber unit : promise.content().units()) {
            next = next.report(new Notice.Accepted(unit));
        }
        return next;
    }

    /** The producer gives up what it can accept no more. */
    static Progress failLate(Progress progress) {
        Progress next = progress;
        BlockHeight tip = progress.channel().tip();
        for (Unit unit : progress.channel().units().list()) {
            boolean late = unit.acceptance().isEmpty()
                    && unit.preimage().isEmpty()
                    && !tip.isBefore(unit.ticket().deadlines().acceptBy());
            if (late && progress.commitments().isCommitted(unit.number())) {
                next = fail(next, unit.number(), FailReason.NOT_ACCEPTED);
            }
        }
        return next;
    }

    /** The producer's promises on units that are still open, said again to whoever may have missed them. */
    static List<Send> promises(Channel channel, Party to) {
        if (channel.context().self() != Party.PRODUCER) {
            return List.of();
        }
        return channel.units()
                .those(unit -> unit.outcome().isEmpty())
                .map(Unit::acceptance)
                .flatMap(Optional::stream)
                .distinct()
                .map(promise -> new Send(to, new UnitAccepted(promise)))
                .toList();
    }

    /** What the utility has not acknowledged, said again. */
    static List<ChannelAction> reportsAgain(Channel channel) {
        List<ChannelAction> sends = new ArrayList<>();
        channel.unheardOpening().ifPresent(opening -> sends.add(new Send(Party.UTILITY, opening)));
        for (Guard.Report report : channel.guard().unconfirmed()) {
            sends.add(new Send(Party.UTILITY, report.message()));
        }
        sends.addAll(promises(channel, Party.UTILITY));
        return sends;
    }

    /** A unit that outlived every deadline, or its waiver: nothing but the chain can end it. */
    static Optional<UnitFlaw> overdue(Channel channel) {
        Optional<GivenWaiver> waiver = GivenWaiver.open(channel);
        Set<UnitNumber> waived = waiver.filter(given -> !given.isLate(channel.tip()))
                .map(given -> Set.copyOf(given.units()))
                .orElseGet(Set::of);
        boolean late = waiver.isPresent() && waived.isEmpty();
        return late ? waiver.map(given -> new UnitFlaw.Overdue(given.units().get(0))) : overdue(channel, waived);
    }

    private static Optional<UnitFlaw> overdue(Channel channel, Set<UnitNumber> waived) {
        return channel.units()
                .those(unit -> unit.outcome().isEmpty()
                        && !waived.contains(unit.number())
                        && unit.ticket().deadlines().claimableFrom().isBefore(channel.tip()))
                .findFirst()
                .map(unit -> new UnitFlaw.Overdue(unit.number()));
    }
}
