package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Refused;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.Command.CloseAlone;
import org.gridbolt.channel.event.Command.CloseWithout;
import org.gridbolt.channel.event.Command.Measured;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.ConnectionEvent.Disconnected;
import org.gridbolt.channel.message.AbsenceClaimed;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.ChannelReady;
import org.gridbolt.channel.message.ClosingProposed;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.PriceAnnounced;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.Reestablish;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;

/**
 * A running channel whose peer is away, or has not yet said where it stands. It wraps the state that it goes back to; what is
 * said to the peer meanwhile is kept there and said then.
 *
 * @param inner the state to go back to
 * @param since the height at which the peer was heard last, or from which this household has listened for it, if that is later
 * @param asked the word of this household by which it asked the utility to settle without the peer
 */
public record Reconnecting(Running inner, BlockHeight since, Optional<Signed<PeerAbsence>> asked)
        implements ChannelState {

    /** From now on. */
    public Reconnecting(Running inner) {
        this(inner, inner.channel().tip(), Optional.empty());
    }

    @Override
    public Party self() {
        return inner.self();
    }

    @Override
    public Transition resume() {
        return within(inner.resume()).and(asking());
    }

    @Override
    public Transition restored() {
        return inner.restored();
    }

    /** A step of the state inside, which stays inside while it runs. What it says to the peer is lost: it is said again. */
    private Transition within(Transition step) {
        boolean waits = inside(step.next()) instanceof Reconnecting;
        List<ChannelAction> audible = step.actions().stream()
                .filter(action -> !waits || (!isToPeer(action) && !isTooEarly(action, step.next())))
                .toList();
        return new Transition(inside(step.next()), audible);
    }

    /** Who slept has heard nobody: only a peer that had the notice to answer since is silent. */
    private boolean isTooEarly(ChannelAction action, ChannelState next) {
        boolean silence = action instanceof Send send && send.message() instanceof SilenceReported;
        return silence
                && next instanceof Running running
                && !running.channel()
                        .context()
                        .terms()
                        .windows()
                        .isNotice(since, running.channel().tip());
    }

    private ChannelState inside(ChannelState next) {
        if (next instanceof Reconnecting again) {
            return new Reconnecting(again.inner(), since, asked);
        }
        return next instanceof Running running ? new Reconnecting(running, since, asked) : next;
    }

    /** The peer had the notice to come back. */
    @Override
    public Transition onCloseWithout(CloseWithout command) {
        ChannelContext context = inner.channel().context();
        BlockHeight from = since.plus(new BlockCount(1));
        PeerAbsence word =
                new PeerAbsence(context.ref(), self(), from, inner.channel().tip());
        if (!word.lasted(context.terms().windows())) {
            BlockHeight over = from.plus(context.terms().windows().notice());
            return refuse(command, new StateFlaw.TooEarly(over, inner.channel().tip()));
        }
        Reconnecting asking = new Reconnecting(inner, since, Optional.of(Signed.sign(word, context.nodeKey())));
        return Transition.to(asking).and(asking.asking());
    }

    private List<ChannelAction> asking() {
        return asked.<ChannelAction>map(word -> new Send(Party.UTILITY, new AbsenceReported(word))).stream()
                .toList();
    }

    @Override
    public Transition onAbsenceClaimed(AbsenceClaimed message) {
        return within(inner.onAbsenceClaimed(message));
    }

    private boolean isToPeer(ChannelAction action) {
        return (action instanceof Send send && send.to() == self().peer())
                || (action instanceof SendSigned<?> draft && draft.to() == self().peer());
    }

    @Override
    public Transition onConnected(Connected event) {
        if (event.party() == Party.UTILITY) {
            return within(inner.onConnected(event)).and(asking());
        }
        return greeting(Retransmission.greeting(inner.channel().commitments()));
    }

    /** Says where this household stands to a peer that said so first. */
    Transition answering() {
        return greeting(Retransmission.greeting(inner.channel().commitments()).answering());
    }

    private Transition greeting(Reestablish stand) {
        List<ChannelAction> greeting = new ArrayList<>();
        Commitments commitments = inner.channel().commitments();
        if (commitments.own().number().value() == 0) {
            greeting.add(new Send(
                    self().peer(), new ChannelReady(commitments.receipts().own().signed())));
        }
        greeting.addAll(waiver());
        greeting.add(new Send(self().peer(), stand));
        return Transition.to(this).and(greeting);
    }

    /** A producer that waits for the waiver says nothing else before it has it. */
    private List<ChannelAction> waiver() {
        return self() == Party.CONSUMER
                ? GivenWaiver.open(inner.channel())
                        .<ChannelAction>map(given -> new SendSigned<>(
                                self().peer(), given.draft(inner.channel().context())))
                        .stream()
                        .toList()
                : List.of();
    }

    @Override
    public Transition onWaiverGiven(WaiverGiven message) {
        return within(inner.onWaiverGiven(message));
    }

    @Override
    public Transition onDisconnected(Disconnected event) {
        return stay();
    }

    /** A peer that has signed the close does not say where it stands: it proposes again. */
    @Override
    public Transition onClosingProposed(ClosingProposed message) {
        return inner instanceof ShuttingDown ? within(inner.onClosingProposed(message)) : unexpected(message);
    }

    @Override
    public Transition onReestablish(Reestablish message) {
        Channel channel = inner.channel();
        Optional<ReestablishFlaw> flaw = Retransmission.flawOf(channel, message);
        if (flaw.isEmpty()) {
            return Transition.to(inner)
                    .and(Retransmission.missing(channel, message))
                    .and(inner.again());
        }
        return flaw.get() instanceof ReestablishFlaw.Forgotten
                ? DataLoss.of(channel, message.point())
                : inner.fail(channel, flaw.get());
    }

    @Override
    public Transition onChannelReady(ChannelReady message) {
        return stay();
    }

    /** What came before the peer said where it stands cannot be placed. */
    @Override
    public Transition unexpected(PeerMessage message) {
        return refuse(self().peer(), new Refusal.Ignored(new StateFlaw.Unexpected(message.kind(), name())));
    }

    @Override
    public Transition refused(Command command) {
        return Transition.to(this, new Report(new Notice.CommandRefused(command, new StateFlaw.PeerAway())));
    }

    @Override
    public Transition onMeasured(Measured command) {
        return within(inner.onMeasured(command));
    }

    @Override
    public Transition onCloseAlone(CloseAlone command) {
        return within(inner.onCloseAlone(command));
    }

    @Override
    public Transition onPriceAnnounced(PriceAnnounced message) {
        return within(inner.onPriceAnnounced(message));
    }

    @Override
    public Transition onTicketsIssued(TicketsIssued message) {
        return within(inner.onTicketsIssued(message));
    }

    @Override
    public Transition onReceiptsAcknowledged(ReceiptsAcknowledged message) {
        return within(inner.onReceiptsAcknowledged(message));
    }

    @Override
    public Transition onUnitDelivered(UnitDelivered message) {
        return within(inner.onUnitDelivered(message));
    }

    /** A word of absence counts as long as it is this household's newest and the peer has not come back. */
    @Override
    public Transition onRulingIssued(RulingIssued message) {
        boolean wanted =
                asked.isPresent() && asked.equals(message.file().evidence().absence());
        return within(
                wanted ? inner.judged(new Judgement(inner.channel(), message.file())) : inner.onRulingIssued(message));
    }

    /** Blocks come one by one to who is awake. After a sleep the wait for the peer begins anew. */
    @Override
    public Transition onTick(Tick event) {
        boolean slept = event.tip().value() > inner.channel().tip().value() + 1;
        Reconnecting awake = slept ? new Reconnecting(inner, event.tip(), asked) : this;
        return awake.within(inner.onTick(event));
    }

    @Override
    public Transition onConfirmed(Confirmed event) {
        return within(inner.onConfirmed(event));
    }

    @Override
    public Transition onUnconfirmed(Unconfirmed event) {
        return within(inner.onUnconfirmed(event));
    }

    @Override
    public Transition onSpent(Spent event) {
        return within(inner.onSpent(event));
    }

    @Override
    public Transition onUnspent(Unspent event) {
        return within(inner.onUnspent(event));
    }

    @Override
    public Transition onCoinsFound(CoinsFound event) {
        return within(inner.onCoinsFound(event));
    }

    @Override
    public Transition onRefused(Refused event) {
        return within(inner.onRefused(event));
    }

    @Override
    public Journal journal() {
        return inner.journal();
    }
}
