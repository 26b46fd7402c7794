package org.gridbolt.channel.utility;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.message.AbsenceClaimed;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;

/**
 * ACTIVE: prices and tickets go out, receipts, acceptances and readings come in. Becomes {@link Judged} when a unit has
 * defaulted and every pending unit is decided.
 *
 * @param channel the channel
 */
public record Trading(UtilityChannel channel) implements OpenState {

    @Override
    public Trading with(UtilityChannel next) {
        return new Trading(next);
    }

    @Override
    public UtilityTransition proceed(UtilityChannel next) {
        return RulingMaker.due(next)
                .map(ruling -> ruled(next, ruling))
                .or(() -> Absences.due(next).map(ruling -> Arbitrating.of(next, ruling)))
                .orElseGet(() -> UtilityTransition.to(with(next)));
    }

    /** The missing one is told, so that it can be heard of. */
    @Override
    public UtilityTransition missed(Party from, AbsenceReported message) {
        ChannelAction notice = new Send(from.peer(), new AbsenceClaimed(message.absence()));
        return Absences.take(channel, from, message.absence())
                .fold(taken -> change(taken).and(notice), (Flaw flaw) -> refuse(from, flaw));
    }

    /** The ruling is counted before it is sent: no two have the same sequence. */
    static UtilityTransition ruled(UtilityChannel channel, RulingFile ruling) {
        Judged next =
                new Judged(channel.with(channel.bench().ruled(ruling.ruling().content())), ruling);
        List<ChannelAction> told = Routine.toBoth(new RulingIssued(ruling));
        return new UtilityTransition(next, told);
    }

    @Override
    public Outcome<UtilityTransition, OrderFlaw> follow(UtilityOrder order) {
        return order instanceof UtilityOrder.Sponsor
                ? OpenState.super.follow(order)
                : Counter.serve(channel, order).map(this::change);
    }

    @Override
    public UtilityTransition onUnconfirmed(Unconfirmed event) {
        boolean wallet = event.outpoint().equals(channel.context().wallet().outpoint());
        return wallet
                ? UtilityTransition.to(new Funding(channel, Optional.empty()), new Report(new Notice.Suspended()))
                : stay();
    }
}
