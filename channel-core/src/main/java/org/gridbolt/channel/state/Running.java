package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.Command.CloseAlone;
import org.gridbolt.channel.event.Command.Fold;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.ConnectionEvent.Disconnected;
import org.gridbolt.channel.ledger.Change;
import org.gridbolt.channel.message.ChannelReady;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.PriceAnnounced;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.Reestablish;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.message.UnitFail;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.message.UnitsReplaced;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.ruling.CosignRefusal;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;

/**
 * A state in which commitments go on: units are committed, accepted, delivered and folded. Whether new ones are offered is
 * what ACTIVE and SHUTDOWN differ in.
 */
public sealed interface Running extends Funded permits Active, ShuttingDown {

    @Override
    Running with(Channel next);

    /** What else to say again to the peer after a lost connection. */
    default List<ChannelAction> again() {
        List<ChannelAction> again = new ArrayList<>(UnitSteps.promises(channel(), self().peer()));
        again.addAll(Meters.again(channel(), self().peer()));
        return again;
    }

    /** The end of a step. */
    default Transition finish(Progress progress) {
        return progress.in(this::with);
    }

    private Progress progress() {
        return Progress.of(channel());
    }

    private boolean isProducer() {
        return self() == Party.PRODUCER;
    }

    /** The peer broke a rule that protects money: never another update, and the own newest version is published. */
    default Transition fail(Channel from, Flaw flaw) {
        Transition refused = refuse(self().peer(), new Refusal.ChannelFailed(flaw));
        return Transition.to(this).and(refused.actions()).then(ClosingLocal.of(from, flaw.message()));
    }

    /** What cannot be relied on ends the connection; on the next one both say where they stand. */
    private Transition disconnect(Flaw flaw) {
        return refuse(self().peer(), new Refusal.Disconnected(flaw));
    }

    @Override
    default Transition resume() {
        return Transition.to(
                        new Reconnecting(this), new Watch(channel().context().outpoint()))
                .and(newestShown())
                .and(waiver());
    }

    @Override
    default Transition onConnected(Connected event) {
        if (event.party() == Party.UTILITY) {
            return Transition.to(this)
                    .and(waiver())
                    .and(UnitSteps.reportsAgain(channel()))
                    .and(Meters.again(channel(), Party.UTILITY));
        }
        return new Reconnecting(this).onConnected(event);
    }

    @Override
    default Transition onDisconnected(Disconnected event) {
        return event.party() == Party.UTILITY ? stay() : Transition.to(new Reconnecting(this));
    }

    /**
     * The peer lost the connection before this household noticed. An answer is not answered: this household, which runs, asked
     * nothing, and two that run would answer each other for ever.
     */
    @Override
    default Transition onReestablish(Reestablish message) {
        if (message.answer()) {
            return refuse(self().peer(), new Refusal.Ignored(new StateFlaw.Unexpected(message.kind(), name())));
        }
        Reconnecting again = new Reconnecting(this);
        return again.answering().then(again.onReestablish(message));
    }

    @Override
    default Transition onChannelReady(ChannelReady message) {
        return stay();
    }

    @Override
    default Transition onUnconfirmed(Unconfirmed event) {
        return isWallet(event.outpoint()) ? Pending.suspending(channel()) : stay();
    }

    @Override
    default Transition onTick(Tick event) {
        Channel channel = channel().at(event.tip());
        Optional<UnitFlaw> overdue = UnitSteps.overdue(channel);
        if (overdue.isPresent()) {
            return ClosingLocal.of(channel, overdue.get().message());
        }
        if (channel.isPastGrace()) {
            return ClosingLocal.of(channel, "the terms have expired and the peer did not close");
        }
        Progress ticked = Progress.of(channel);
        Progress failed = isProducer() ? UnitSteps.failLate(ticked) : ticked;
        return finish(failed.then(Rounds::signIfPossible)).and(Meters.due(channel));
    }

    @Override
    default Transition onFold(Fold command) {
        return finish(Rounds.signIfPossible(progress()));
    }

    @Override
    default Transition onCloseAlone(CloseAlone command) {
        return ClosingLocal.of(channel(), "the household closes alone");
    }

    /** From its acceptance on a unit is delivered, or there is a ruling: the producer cannot take it back. */
    @Override
    default Transition onUnitFail(UnitFail message) {
        if (isProducer()) {
            return unexpected(message);
        }
        boolean promised =
                channel().units().find(message.unit()).flatMap(Unit::acceptance).isPresent();
        return promised && channel().commitments().isRemovable(message.unit())
                ? fail(channel(), new UnitFlaw.AlreadyAccepted(message.unit()))
                : remove(new Change.Refunded(message.unit()), progress());
    }

    @Override
    default Transition onUnitFulfil(UnitFulfil message) {
        Optional<Unit> unit = channel().units().find(message.unit());
        if (isProducer() || unit.isEmpty()) {
            return unexpected(message);
        }
        if (!unit.get().ticket().isRevealedBy(message.preimage())) {
            return fail(channel(), new UnitFlaw.WrongPreimage(message.unit()));
        }
        Units revealed = channel().units().with(unit.get().revealed(message.preimage(), false));
        Progress known = progress().with(revealed);
        return remove(UnitSteps.fulfilled(known, message.unit()), known);
    }

    private Transition remove(Change change, Progress progress) {
        Optional<UnitNumber> stray = change.units().stream()
                .filter(unit -> !progress.commitments().isRemovable(unit))
                .findFirst();
        if (stray.isPresent()) {
            return fail(channel(), new UnitFlaw.NotCommitted(stray.get()));
        }
        return finish(progress.with(progress.commitments().plus(change)));
    }

    /**
     * Only a waiver lets a state take what a default costs, and once.
     *
     * <p>MUST 6.3: the producer signs no state that carries a ruling out whose penalty is not waived.
     */
    @Override
    default Transition onUnitsReplaced(UnitsReplaced message) {
        if (!isProducer()) {
            return unexpected(message);
        }
        return GivenWaiver.open(channel())
                .filter(given -> given.ruling().hash().equals(message.ruling()))
                .map(given -> replace(given.change()))
                .orElseGet(() -> fail(channel(), new UnitFlaw.NotWaived(message.ruling())));
    }

    private Transition replace(Change.Replaced change) {
        return channel()
                .commitments()
                .flawOf(change, channel().context())
                .map(flaw -> fail(channel(), flaw))
                .orElseGet(() -> remove(change, progress()));
    }

    /** A waiver that is known is said again by whoever was not sure of it. */
    @Override
    default Transition onWaiverGiven(WaiverGiven message) {
        return GivenWaiver.all(journal()).contains(message.waiver()) ? stay() : Funded.super.onWaiverGiven(message);
    }

    @Override
    default Transition onCommitmentSigned(CommitmentSigned message) {
        return Rounds.onSigned(progress(), message).fold(this::finish, this::refuseRound);
    }

    @Override
    default Transition onRevokeAndAck(RevokeAndAck message) {
        return Rounds.onRevoked(progress(), message).fold(this::checked, this::refuseRound);
    }

    private Transition checked(Rounds.Revocation revocation) {
        return revocation
                .flaw()
                .map(flaw -> fail(revocation.progress().channel(), flaw))
                .orElseGet(() -> finish(revocation.progress()));
    }

    /** MUST 4.3: a wrong secret or point overwrites nothing, ends the channel and publishes the own newest version. */
    private Transition refuseRound(CommitmentFlaw flaw) {
        return flaw.breaksMust() ? fail(channel(), flaw) : disconnect(flaw);
    }

    @Override
    default Transition onUnitAccepted(UnitAccepted message) {
        if (isProducer()) {
            return unexpected(message);
        }
        return AcceptanceRules.flawOf(message.acceptance(), channel())
                .map(flaw -> refuse(self().peer(), new Refusal.Warned(flaw)))
                .orElseGet(() -> finish(UnitSteps.accepted(progress(), message.acceptance())));
    }

    @Override
    default Transition onPriceAnnounced(PriceAnnounced message) {
        return Issues.price(channel(), message.announcement())
                .fold(next -> Transition.to(with(next)), flaw -> refuse(Party.UTILITY, new Refusal.Warned(flaw)));
    }

    @Override
    default Transition onTicketsIssued(TicketsIssued message) {
        return Issues.book(channel(), message.book())
                .fold(next -> Transition.to(with(next)), flaw -> refuse(Party.UTILITY, new Refusal.Warned(flaw)));
    }

    @Override
    default Transition onReceiptsAcknowledged(ReceiptsAcknowledged message) {
        if (!message.ack().channel().equals(channel().context().ref())) {
            return refuse(Party.UTILITY, new Refusal.Ignored(new StateFlaw.NotGenuine(message.kind())));
        }
        Guard guard = channel()
                .guard()
                .acknowledged(message.ack(), channel().commitments().receipts(), self());
        return finish(UnitSteps.acceptIfPossible(Progress.of(channel().with(guard))));
    }

    @Override
    default Transition onUnitDelivered(UnitDelivered message) {
        Optional<Unit> unit = channel().units().find(message.unit()).filter(known -> !known.counted());
        if (unit.isEmpty()) {
            return stay();
        }
        if (!unit.get().ticket().isRevealedBy(message.preimage())) {
            return refuse(Party.UTILITY, new Refusal.Warned(new UnitFlaw.WrongPreimage(message.unit())));
        }
        return finish(UnitSteps.delivered(progress(), unit.get(), message).then(UnitSteps::foldIfFull));
    }

    @Override
    default Transition onRulingIssued(RulingIssued message) {
        boolean waived = GivenWaiver.all(journal()).stream()
                .anyMatch(given ->
                        given.content().ruling().equals(message.file().ruling().hash()));
        if (waived) {
            return Transition.to(this).and(waiver(GivenWaiver.last(channel())));
        }
        Judgement judgement = new Judgement(channel(), message.file());
        return judgement.isOnOwnWord() ? refuse(judgement, new CosignRefusal.PeerIsThere()) : judged(judgement);
    }

    /** What comes of a ruling that this household has no reason to set aside unread. */
    default Transition judged(Judgement judgement) {
        return judgement.ruled().fold(this::standing, refusal -> refuse(judgement, refusal));
    }

    private Transition standing(Ruled ruled) {
        return Waivable.flawOf(channel(), ruled.verified()).isEmpty()
                ? Waivable.entering(this, ruled)
                : ruled.entering();
    }

    /** The waiver that the utility may have missed: without it, it cannot follow the states that carry the ruling out. */
    private List<ChannelAction> waiver() {
        boolean missed = !channel().guard().unconfirmed().isEmpty();
        return waiver(missed ? GivenWaiver.last(channel()) : GivenWaiver.open(channel()));
    }

    private List<ChannelAction> waiver(Optional<GivenWaiver> given) {
        return given
                .<ChannelAction>map(found ->
                        new SendSigned<>(Party.UTILITY, found.draft(channel().context())))
                .stream()
                .toList();
    }

    /** The wallet is spent while a waiver is open: what confirmed is what the ruling is carried out on, and nothing is updated again. */
    @Override
    default Transition onSpent(Spent event) {
        return isWallet(event.outpoint()) && GivenWaiver.open(channel()).isPresent()
                ? Resolving.of(new ClosingLocal(channel()), event)
                : Funded.super.onSpent(event);
    }

    /** A wrong ruling that others can carry out may be on its way into the chain: who would lose by it saves its newest version. */
    private Transition refuse(Judgement judgement, CosignRefusal refusal) {
        Channel remembering = judgement.remembering(refusal);
        Transition refused = Transition.to(with(remembering)).and(judgement.answers(refusal));
        boolean threatened = judgement.isGenuine()
                && judgement.isForOthersToSign()
                && !(refusal instanceof CosignRefusal.NotMissing);
        return threatened ? refused.then(ClosingLocal.of(remembering, refusal.message())) : refused;
    }

    @Override
    default Transition restored() {
        return DataLoss.restored(channel());
    }
}
