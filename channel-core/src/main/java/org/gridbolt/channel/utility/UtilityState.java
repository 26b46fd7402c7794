package org.gridbolt.channel.utility;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ChainNews.Refused;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.ConnectionEvent.Disconnected;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.event.WalletEvent.InputsSigned;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.HouseholdMessage;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.PointReported;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;

/**
 * A channel, as the utility has it: a finite state machine, whose step is a pure function of state and event.
 *
 * <p>It has the shape of the households' machine: whoever drives it makes the next state durable and performs the actions
 * after that. What the utility itself wants comes in by {@link #follow}, and a refused order is an answer, not an event.
 */
public sealed interface UtilityState extends ChannelEvent.Handler<UtilityTransition>
        permits Gathering, Offering, OpenState, Settling, Closed {

    /** The first state of a channel that the utility is ready to offer. */
    static UtilityState of(UtilityProfile profile, OpeningPlan plan) {
        return Gathering.of(profile, plan);
    }

    /** What comes of {@code event}. */
    default UtilityTransition step(ChannelEvent event) {
        return event.dispatch(this);
    }

    /** What comes of the utility's own order, or why it cannot be followed. */
    default Outcome<UtilityTransition, OrderFlaw> follow(UtilityOrder order) {
        return Outcome.flawed(new OrderFlaw.NotNow(order.getClass().getSimpleName(), name()));
    }

    /** What to do after a restart: nothing that was under way may be lost, and nothing done twice does harm. */
    UtilityTransition resume();

    /**
     * What to do when this state came from a backup and not from the store: what the utility issued, revealed, acknowledged and ruled
     * since is forgotten, and nothing that could contradict it may be said. Nothing for a channel that was only being opened: it may
     * have been opened since, and is not gone on with.
     */
    Optional<UtilityTransition> restored();

    /** What is remembered for ever: a store appends what is new. */
    default Journal journal() {
        return Journal.EMPTY;
    }

    /** The name of the state, for people. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** This state and nothing else. */
    default UtilityTransition stay() {
        return UtilityTransition.to(this);
    }

    /** This state; the sender is told why its message was refused, and the utility too. */
    default UtilityTransition refuse(Party sender, Flaw flaw) {
        return new UtilityTransition(this, complaint(sender, flaw));
    }

    /** The actions that tell of a refused message: it changed nothing, and the channel goes on. */
    static List<ChannelAction> complaint(Party sender, Flaw flaw) {
        return List.of(
                new Report(new Notice.Refused(new Refusal.Warned(flaw))), new Send(sender, ProtocolFault.of(flaw)));
    }

    /** A message without a place here. */
    default UtilityTransition unexpected(Party from, String kind) {
        return refuse(from, new ReportFlaw.Unexpected(kind, from, name()));
    }

    @Override
    default UtilityTransition onMessage(MessageReceived event) {
        return hear(event);
    }

    /** What comes of a message in this state. */
    default UtilityTransition hear(MessageReceived event) {
        if (event.message() instanceof HouseholdMessage message && event.from() != Party.UTILITY) {
            return message.dispatch(new Ear(this, event.from()));
        }
        return unexpected(event.from(), event.message().kind());
    }

    /** A household asks for the channel. */
    default UtilityTransition requested(Party from, ChannelRequested message) {
        return unexpected(from, message.kind());
    }

    /** A household tells what the wallet became. */
    default UtilityTransition opened(Party from, OpeningReported message) {
        return unexpected(from, message.kind());
    }

    /** A household tells of a new version or of a revealed secret. */
    default UtilityTransition reported(Party from, StateReported message) {
        return unexpected(from, message.kind());
    }

    /** The producer promises to deliver. */
    default UtilityTransition accepted(Party from, UnitAccepted message) {
        return unexpected(from, message.kind());
    }

    /** A meter measured. */
    default UtilityTransition measured(Party from, MeterReported message) {
        return unexpected(from, message.kind());
    }

    /** The consumer got no answer from the producer. */
    default UtilityTransition silent(Party from, SilenceReported message) {
        return unexpected(from, message.kind());
    }

    /** A household says that the other one is missing. */
    default UtilityTransition missed(Party from, AbsenceReported message) {
        return unexpected(from, message.kind());
    }

    /** A household signed what carries a ruling out on the wallet. */
    default UtilityTransition signed(Party from, PenaltySigned message) {
        return unexpected(from, message.kind());
    }

    /** The consumer signed for the producer's confirmed balance. */
    default UtilityTransition forfeited(Party from, ForfeitSigned message) {
        return unexpected(from, message.kind());
    }

    /** A household tells the point of what confirmed. It does so at every block: here nothing is made of it, or not yet. */
    default UtilityTransition told(PointReported message) {
        return stay();
    }

    /** A household cannot read the version in the chain, and asks at every block until it can. */
    default UtilityTransition wanted(Party from) {
        return stay();
    }

    /** The consumer does not sign. */
    default UtilityTransition declined(Party from, PenaltyRefused message) {
        return unexpected(from, message.kind());
    }

    /** A penalty is waived, as the consumer says or another passes on. */
    default UtilityTransition waived(Party from, WaiverGiven message) {
        return unexpected(from, message.kind());
    }

    /** A complaint is told and never answered: two complaining machines would not come to an end. */
    default UtilityTransition complained(ProtocolFault message) {
        return UtilityTransition.to(this, new Report(new Notice.Complaint(message.reason())));
    }

    /** The utility gives its orders by {@link #follow}: a household's command has no place here. */
    @Override
    default UtilityTransition refused(Command command) {
        Flaw flaw = new OrderFlaw.NotNow(command.getClass().getSimpleName(), name());
        return UtilityTransition.to(this, new Report(new Notice.CommandRefused(command, flaw)));
    }

    @Override
    default UtilityTransition onConnected(Connected event) {
        return stay();
    }

    @Override
    default UtilityTransition onDisconnected(Disconnected event) {
        return stay();
    }

    @Override
    default UtilityTransition onInputsSigned(InputsSigned event) {
        return stay();
    }

    @Override
    default UtilityTransition onCoinsFound(CoinsFound event) {
        return stay();
    }

    @Override
    default UtilityTransition onRefused(Refused event) {
        return UtilityTransition.to(
                this,
                new Report(new Notice.PublicationRefused(event.transaction().txid(), event.reason())));
    }
}
