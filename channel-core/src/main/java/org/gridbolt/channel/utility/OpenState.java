package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;

/** A state in which the wallet is known and, as far as the chain tells, unspent. */
public sealed interface OpenState extends UtilityState
        permits Funding, Trading, Judged, Waived, Arbitrating, Executing, Guarding {

    /** The channel. */
    UtilityChannel channel();

    @Override
    default Journal journal() {
        return channel().history().journal();
    }

    /** The same state with another channel. */
    OpenState with(UtilityChannel next);

    /** The ruling that was issued last on this channel, if it still stands. */
    default Optional<RulingFile> ruled() {
        return Optional.empty();
    }

    /** Whether the utility may have forgotten what it said and signed on this channel. */
    default boolean isForgetful() {
        return false;
    }

    @Override
    default Optional<UtilityTransition> restored() {
        return Optional.of(Guarding.of(channel()));
    }

    /** What follows in this state from a channel that changed, after the {@linkplain Routine routine}. */
    default UtilityTransition proceed(UtilityChannel next) {
        return UtilityTransition.to(with(next));
    }

    /** What follows from the change of the channel to {@code changed}. */
    default UtilityTransition change(UtilityChannel changed) {
        Routine.Progress progress = Routine.after(channel(), changed);
        return proceed(progress.channel()).after(progress.actions());
    }

    /** A household's version may be stuck in any state; other orders are for a channel that trades. */
    @Override
    default Outcome<UtilityTransition, OrderFlaw> follow(UtilityOrder order) {
        return order instanceof UtilityOrder.Sponsor sponsor
                ? Sponsoring.of(channel(), sponsor).map(child -> UtilityTransition.to(this, child))
                : UtilityState.super.follow(order);
    }

    @Override
    default UtilityTransition resume() {
        return UtilityTransition.to(this, new Watch(channel().context().wallet().outpoint()))
                .and(again(Party.CONSUMER))
                .and(again(Party.PRODUCER));
    }

    /** What a household is told when it can be reached again. */
    default List<ChannelAction> again(Party party) {
        return Replay.to(party, channel());
    }

    @Override
    default UtilityTransition onConnected(Connected event) {
        OpenState heard = heard(event.party());
        return new UtilityTransition(heard, heard.again(event.party()));
    }

    /** This state once {@code party} was heard from. */
    default OpenState heard(Party party) {
        boolean known = party == Party.UTILITY
                || channel().sides().of(party).heard().equals(channel().tip());
        return known ? this : with(channel().heard(party));
    }

    /** Whatever a household says, it is not missing. */
    @Override
    default UtilityTransition onMessage(MessageReceived event) {
        return heard(event.from()).hear(event);
    }

    /** The household tells again what it told before; anything else about the opening comes too late. */
    @Override
    default UtilityTransition opened(Party from, OpeningReported message) {
        UtilityContext context = channel().context();
        boolean same = message.termsHash().equals(context.ref().termsHash())
                && message.wallet().equals(context.wallet().outpoint());
        return same ? stay() : unexpected(from, message.kind());
    }

    @Override
    default UtilityTransition reported(Party from, StateReported message) {
        Reports.Taken taken = Reports.take(channel(), from, message);
        List<ChannelAction> complaints = new ArrayList<>();
        taken.flaws().forEach(flaw -> complaints.addAll(UtilityState.complaint(from, flaw)));
        return change(taken.channel()).and(complaints);
    }

    /** A waiver that was carried out is said again by a household that does not know that it arrived. */
    @Override
    default UtilityTransition waived(Party from, WaiverGiven message) {
        boolean known = channel().history().waived().stream()
                .anyMatch(entry -> entry.waiver().equals(message.waiver()));
        return known ? stay() : unexpected(from, message.kind());
    }

    @Override
    default UtilityTransition accepted(Party from, UnitAccepted message) {
        return Acceptances.take(channel(), message.acceptance()).fold(this::change, (Flaw flaw) -> refuse(from, flaw));
    }

    @Override
    default UtilityTransition measured(Party from, MeterReported message) {
        return Readings.take(channel(), message.reading()).fold(this::change, (Flaw flaw) -> refuse(from, flaw));
    }

    @Override
    default UtilityTransition silent(Party from, SilenceReported message) {
        return Silences.take(channel(), message.silence()).fold(this::change, (Flaw flaw) -> refuse(from, flaw));
    }

    @Override
    default UtilityTransition onTick(Tick event) {
        return change(channel().at(event.tip()));
    }

    @Override
    default UtilityTransition onSpent(Spent event) {
        return event.outpoint().equals(channel().context().wallet().outpoint()) ? Settling.of(this, event) : stay();
    }

    @Override
    default UtilityTransition onConfirmed(Confirmed event) {
        return stay();
    }

    @Override
    default UtilityTransition onUnconfirmed(Unconfirmed event) {
        return stay();
    }

    @Override
    default UtilityTransition onUnspent(Unspent event) {
        return stay();
    }
}
