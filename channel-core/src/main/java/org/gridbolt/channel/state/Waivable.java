package org.gridbolt.channel.state;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.Command.CloseAlone;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.PriceAnnounced;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.RulingConceded;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.penalty.ruling.Waiver;
import org.gridbolt.penalty.ruling.WaiverFlaw;
import org.gridbolt.pricing.Flaw;

/**
 * WAIVABLE: the utility ruled a default, its evidence proves it, and the next state could carry the ruling out instead of the penalty
 * that would end the channel. Nothing is signed over the wallet and no state is updated: the producer says that it concedes, the
 * consumer then waives the penalty, and both go on by saying where they stand, as after a lost connection. A consumer that
 * hears nothing for the time to react signs the penalty; a producer gives the waiver twice that time.
 *
 * @param inner the state to go back to
 * @param ruling the ruling, as the journal keeps it
 * @param verified what it comes to
 * @param since the height at which this household stood by it
 */
public record Waivable(Running inner, Kept<RulingFile> ruling, VerifiedRuling verified, BlockHeight since)
        implements Funded {

    /** The step into this state. */
    static Transition entering(Running state, Ruled ruled) {
        Waivable next = new Waivable(state.with(ruled.channel()), ruled.ruling(), ruled.verified(), ruled.since());
        return Transition.to(next).and(next.concession());
    }

    /** The state of these parts, as it is stored: the ruling is proved again. */
    public static Waivable restored(Running inner, Kept<RulingFile> ruling, BlockHeight since) {
        Ruled ruled = Ruled.restored(inner.channel(), ruling, since);
        return new Waivable(inner, ruling, ruled.verified(), since);
    }

    /** Why the next state of {@code channel} cannot carry {@code ruling} out, if it cannot. */
    static Optional<Flaw> flawOf(Channel channel, VerifiedRuling ruling) {
        if (!(ruling.terms().clauses().policy() instanceof Graded)) {
            return Optional.of(new StateFlaw.NoWaiver("all is forfeited"));
        }
        Optional<WaiverFlaw> flaw = new Waiver(ruling).flaw();
        return flaw.<Flaw>map(found -> found).or(() -> stateFlaw(channel, ruling));
    }

    private static Optional<Flaw> stateFlaw(Channel channel, VerifiedRuling ruling) {
        if (GivenWaiver.open(channel).isPresent()) {
            return Optional.of(new StateFlaw.NoWaiver("another one is not carried out"));
        }
        boolean pending = GivenWaiver.change(ruling).units().stream()
                .allMatch(unit -> channel.commitments().isCommitted(unit));
        return pending
                ? channel.commitments()
                        .flawOf(GivenWaiver.change(ruling), channel.context())
                        .map(flaw -> flaw)
                : Optional.of(new StateFlaw.NoWaiver("a defaulted unit is being removed"));
    }

    @Override
    public Channel channel() {
        return inner.channel();
    }

    @Override
    public Waivable with(Channel next) {
        return new Waivable(inner.with(next), ruling, verified, since);
    }

    private boolean isConsumer() {
        return self() == Party.CONSUMER;
    }

    /** That it would sign the next state, said until the waiver is there. */
    private List<ChannelAction> concession() {
        return isConsumer() ? List.of() : List.of(new Send(self().peer(), new RulingConceded(verified.hash())));
    }

    /** No waiver any more. */
    private Ruled ruled() {
        return new Ruled(channel(), ruling, verified, channel().tip());
    }

    @Override
    public Transition resume() {
        return Transition.to(this, new Watch(channel().context().outpoint()))
                .and(newestShown())
                .and(concession());
    }

    @Override
    public Transition restored() {
        return inner.restored();
    }

    /** The producer concedes: the consumer binds itself, and only then may states go on. */
    @Override
    public Transition onRulingConceded(RulingConceded message) {
        if (!isConsumer() || !message.ruling().equals(verified.hash())) {
            return unexpected(message);
        }
        Signed<PenaltyWaived> promise =
                new Waiver(verified).sign(channel().context().nodeKey());
        Channel waived = remembering(promise);
        Channel next = waived.with(waived.commitments().plus(GivenWaiver.change(verified)));
        return goingOn(inner.with(next), promise);
    }

    /** The consumer bound itself: the producer signs states again. */
    @Override
    public Transition onWaiverGiven(WaiverGiven message) {
        Optional<WaiverFlaw> flaw = new Waiver(verified).flawOf(message.waiver());
        if (isConsumer()) {
            return stay();
        }
        return flaw.map(found -> Transition.to(this, new Report(new Notice.Refused(new Refusal.Ignored(found)))))
                .orElseGet(() -> goingOn(inner.with(remembering(message.waiver())), message.waiver()));
    }

    private Channel remembering(Signed<PenaltyWaived> promise) {
        JournalEntry entry = new JournalEntry.Waived(promise, channel().tip());
        return channel().with(channel().journal().plus(entry.encode()));
    }

    /** Updates that were under way when the ruling came were not heard here: both say where they stand. */
    private Transition goingOn(Running next, Signed<PenaltyWaived> promise) {
        GivenWaiver given =
                new GivenWaiver(ruling.value(), verified, promise, channel().tip());
        Reconnecting again = new Reconnecting(next);
        return Transition.to(again, new Report(new Notice.Waived(verified.hash())))
                .and(new SendSigned<>(Party.UTILITY, given.draft(channel().context())))
                .then(again.onConnected(new Connected(self().peer())));
    }

    @Override
    public Transition onTick(Tick event) {
        Waivable ticked = with(channel().at(event.tip()));
        BlockCount reaction = channel().context().terms().windows().reaction();
        BlockCount patience = isConsumer() ? reaction : reaction.times(2);
        return event.tip().isBefore(since.plus(patience))
                ? Transition.to(ticked).and(ticked.concession())
                : ticked.ruled().entering();
    }

    @Override
    public Transition onConnected(Connected event) {
        return event.party() == Party.UTILITY
                ? Transition.to(this).and(UnitSteps.reportsAgain(channel()))
                : Transition.to(this).and(concession());
    }

    /** What was sent before the sender heard of the ruling is sent again once both say where they stand. */
    @Override
    public Transition unexpected(PeerMessage message) {
        return refuse(self().peer(), new Refusal.Ignored(new StateFlaw.Unexpected(message.kind(), name())));
    }

    /** The same ruling again is no news; another one is judged as if this one had not come. */
    @Override
    public Transition onRulingIssued(RulingIssued message) {
        return message.file().equals(ruling.value()) ? stay() : within(inner.onRulingIssued(message));
    }

    /** A step of the state inside that signs nothing: as long as the channel lives, what follows from the ruling is open. */
    private Transition within(Transition step) {
        return step.next() instanceof Running running
                ? Transition.to(with(running.channel())).and(step.actions())
                : step;
    }

    @Override
    public Transition onPriceAnnounced(PriceAnnounced message) {
        return within(inner.onPriceAnnounced(message));
    }

    @Override
    public Transition onTicketsIssued(TicketsIssued message) {
        return within(inner.onTicketsIssued(message));
    }

    /** No unit is accepted meanwhile. */
    @Override
    public Transition onReceiptsAcknowledged(ReceiptsAcknowledged message) {
        if (!message.ack().channel().equals(channel().context().ref())) {
            return refuse(Party.UTILITY, new Refusal.Ignored(new StateFlaw.NotGenuine(message.kind())));
        }
        Guard guard = channel()
                .guard()
                .acknowledged(message.ack(), channel().commitments().receipts(), self());
        return Transition.to(with(channel().with(guard)));
    }

    /** Counted as ever, and removed by the producer once states go on. */
    @Override
    public Transition onUnitDelivered(UnitDelivered message) {
        Optional<Unit> unit = channel().units().find(message.unit()).filter(known -> !known.counted());
        boolean genuine = unit.filter(known -> known.ticket().isRevealedBy(message.preimage()))
                .isPresent();
        return genuine
                ? Transition.to(with(UnitSteps.delivered(Progress.of(channel()), unit.get(), message)
                        .channel()))
                : stay();
    }

    /** What confirmed is what the ruling is carried out on. */
    @Override
    public Transition onSpent(Spent event) {
        return isWallet(event.outpoint()) ? ruled().onSpent(event) : stay();
    }

    /** The funding is older than any reorganisation that this channel is made to survive. */
    @Override
    public Transition onUnconfirmed(Unconfirmed event) {
        return stay();
    }

    @Override
    public Transition onCloseAlone(CloseAlone command) {
        return ruled().entering().then(ruled().onCloseAlone(command));
    }
}
