package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.Command.CloseTogether;
import org.gridbolt.channel.event.Command.Offer;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.channel.message.Shutdown;
import org.gridbolt.channel.message.UnitOffer;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Ticket;

/**
 * ACTIVE: units are offered, committed, accepted, delivered and folded.
 *
 * @param channel the channel
 */
public record Active(Channel channel) implements Running {

    /** The step into this state: the first time, the utility is given both receipts of version 0. */
    static Transition entering(Channel channel) {
        Progress active = Progress.of(channel).report(new Notice.Active());
        boolean first = channel.guard().equals(Guard.START);
        Guard.Report report = Guard.Report.of(channel.commitments()).withPeers(channel.commitments());
        return (first ? Rounds.report(active, report) : active).in(Active::new);
    }

    @Override
    public Active with(Channel next) {
        return new Active(next);
    }

    @Override
    public Transition onOffer(Offer command) {
        if (self() != Party.CONSUMER) {
            return refuse(command, new StateFlaw.OtherRole());
        }
        return OfferRules.check(channel, command.unit())
                .fold(ticket -> finish(UnitSteps.offer(Progress.of(channel), ticket)), flaw -> refuse(command, flaw));
    }

    @Override
    public Transition onUnitOffer(UnitOffer message) {
        Ticket ticket = message.ticket();
        if (self() != Party.PRODUCER) {
            return unexpected(message);
        }
        if (channel.commitments().log().isFull() || channel.units().isFull()) {
            return fail(channel, new UnitFlaw.Flood(UpdateLog.OPEN_MAX));
        }
        if (!channel.book().isNew(ticket.unit())) {
            return fail(channel, new UnitFlaw.OfferedBefore(ticket.unit()));
        }
        Optional<UnitFlaw> notAllowed = OfferRules.notAllowed(channel, ticket);
        return notAllowed.isPresent() ? fail(channel, notAllowed.get()) : take(ticket);
    }

    /** An offer that cannot stand is taken all the same and fails at once: the consumer may have signed it already. */
    private Transition take(Ticket ticket) {
        Optional<FailReason> failure = OfferRules.failure(channel, ticket);
        Progress added = UnitSteps.add(Progress.of(channel), ticket);
        return finish(failure.map(reason -> UnitSteps.fail(added, ticket.unit(), reason))
                .orElse(added));
    }

    /** At the expiry no unit can be due any more, so the channel closes. */
    @Override
    public Transition onTick(Tick event) {
        Transition ticked = Running.super.onTick(event);
        boolean expired =
                !event.tip().isBefore(channel.context().terms().schedule().expiry());
        return expired && ticked.next() instanceof Active active
                ? ticked.then(ShuttingDown.asking(active.channel(), self()))
                : ticked;
    }

    @Override
    public Transition onCloseTogether(CloseTogether command) {
        return ShuttingDown.asking(channel, self());
    }

    @Override
    public Transition onShutdown(Shutdown message) {
        // Who asks pays: it names itself and nobody else.
        return message.closer() == self().peer()
                ? ShuttingDown.answering(channel, message.closer())
                : unexpected(message);
    }
}
