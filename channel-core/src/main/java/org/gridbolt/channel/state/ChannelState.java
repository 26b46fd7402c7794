package org.gridbolt.channel.state;

import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.ConnectionEvent.Disconnected;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.event.WalletEvent.InputsSigned;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.channel.message.VersionTold;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Flaw;

/**
 * A channel, as one household has it: a finite state machine, whose step is a pure function of state and event.
 *
 * <p>Each state is one record and answers each event by one method. A message that has no place in a state is refused and
 * changes nothing. What the chain says has no default: every state answers a spent wallet and a reorganisation.
 */
public sealed interface ChannelState
        extends ChannelEvent.Handler<Transition>, PeerMessage.Handler<Transition>, UtilityMessage.Handler<Transition>
        permits OffChain, FundingSent, Funded, Reconnecting, Resolving {

    /** What comes of {@code event}. */
    default Transition step(ChannelEvent event) {
        return event.dispatch(this);
    }

    /** What to do after a restart: nothing that was under way may be lost, and nothing done twice does harm. */
    Transition resume();

    /**
     * What to do when this state came from a backup and not from the store: it may be an old one, whose own version is revoked. A
     * channel that may have gone on since never publishes anything of its own.
     */
    default Transition restored() {
        return resume();
    }

    /** Consumer or producer. */
    Party self();

    /** What the channel remembers for ever. */
    default Journal journal() {
        return Journal.EMPTY;
    }

    /** The name of the state, for people. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** This state and nothing else. */
    default Transition stay() {
        return Transition.to(this);
    }

    /** This state, and the household is told why a message was refused; its sender too, unless it is to be ignored. */
    default Transition refuse(Party sender, Refusal refusal) {
        Transition told = Transition.to(this, new ChannelAction.Report(new Notice.Refused(refusal)));
        if (refusal instanceof Refusal.Ignored) {
            return told;
        }
        ProtocolFault fault = ProtocolFault.of(refusal.reason());
        Transition answered = told.and(new ChannelAction.Send(sender, fault));
        return refusal instanceof Refusal.Disconnected ? answered.and(new ChannelAction.Disconnect(sender)) : answered;
    }

    /** This state, and the household is told why its command cannot be followed. */
    default Transition refuse(Command command, Flaw reason) {
        return Transition.to(this, new ChannelAction.Report(new Notice.CommandRefused(command, reason)));
    }

    @Override
    default Transition onMessage(MessageReceived event) {
        if (event.from() == self().peer() && event.message() instanceof PeerMessage message) {
            return message.dispatch((PeerMessage.Handler<Transition>) this);
        }
        if (event.from() == Party.UTILITY && event.message() instanceof UtilityMessage message) {
            return message.dispatch((UtilityMessage.Handler<Transition>) this);
        }
        Flaw flaw = new StateFlaw.Misrouted(event.message().kind(), event.from());
        return refuse(event.from(), new Refusal.Warned(flaw));
    }

    @Override
    default Transition unexpected(PeerMessage message) {
        return refuse(self().peer(), new Refusal.Warned(new StateFlaw.Unexpected(message.kind(), name())));
    }

    @Override
    default Transition unexpected(UtilityMessage message) {
        return refuse(Party.UTILITY, new Refusal.Warned(new StateFlaw.Unexpected(message.kind(), name())));
    }

    /** An answer to what only a household that cannot read the version in the chain has asked; it may come late. */
    @Override
    default Transition onVersionTold(VersionTold message) {
        return stay();
    }

    /** A complaint is told and never answered: two complaining machines would not come to an end. */
    @Override
    default Transition onProtocolFault(ProtocolFault message) {
        return Transition.to(this, new ChannelAction.Report(new Notice.Complaint(message.reason())));
    }

    /** A waiver is said by whoever has it, and often more than once. */
    @Override
    default Transition onWaiverGiven(WaiverGiven message) {
        Refusal ignored = new Refusal.Ignored(new StateFlaw.Unexpected(message.kind(), name()));
        return Transition.to(this, new ChannelAction.Report(new Notice.Refused(ignored)));
    }

    @Override
    default Transition refused(Command command) {
        return refuse(command, new StateFlaw.NotNow(command.getClass().getSimpleName(), name()));
    }

    @Override
    default Transition onConnected(Connected event) {
        return stay();
    }

    @Override
    default Transition onDisconnected(Disconnected event) {
        return stay();
    }

    @Override
    default Transition onInputsSigned(InputsSigned event) {
        return stay();
    }
}
