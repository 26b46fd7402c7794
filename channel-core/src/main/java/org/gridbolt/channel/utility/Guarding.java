package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Outcome;

/**
 * The channel came from a backup: the utility may have forgotten what it issued, revealed, acknowledged and ruled since. Whatever it
 * said of that now could contradict what it signed, so it says nothing, rules nothing and signs nothing over the wallet. What was
 * revoked stays revoked: the watchtower goes on over all that it has on record.
 *
 * @param channel the channel as it was restored
 */
public record Guarding(UtilityChannel channel) implements OpenState {

    private static final ProtocolFault FORGETFUL =
            new ProtocolFault("the utility has lost states of this channel: close it together, or each alone");

    /** The step into this state. */
    static UtilityTransition of(UtilityChannel channel) {
        Notice notice = new Notice.Terminal("restored from a backup: the households must close");
        Guarding next = new Guarding(channel);
        return next.resume().after(List.of(new Report(notice)));
    }

    @Override
    public Guarding with(UtilityChannel next) {
        return new Guarding(next);
    }

    @Override
    public boolean isForgetful() {
        return true;
    }

    /** Only the watchtower still learns. */
    @Override
    public UtilityTransition change(UtilityChannel changed) {
        return UtilityTransition.to(with(channel.with(changed.tower()).at(changed.tip())));
    }

    /** No absence is counted any more. */
    @Override
    public OpenState heard(Party party) {
        return this;
    }

    /** What cannot be explained here was perhaps issued since: nobody is blamed for it. */
    @Override
    public UtilityTransition reported(Party from, StateReported message) {
        return change(Reports.take(channel, from, message).channel());
    }

    /** Its preimage may have been denied since. */
    @Override
    public UtilityTransition measured(Party from, MeterReported message) {
        return unexpected(from, message.kind());
    }

    @Override
    public UtilityTransition silent(Party from, SilenceReported message) {
        return unexpected(from, message.kind());
    }

    @Override
    public UtilityTransition accepted(Party from, UnitAccepted message) {
        return unexpected(from, message.kind());
    }

    /** A preimage that was given out stays given out; what may have been acknowledged since is not known. */
    @Override
    public List<ChannelAction> again(Party party) {
        List<ChannelAction> actions = new ArrayList<>(Replay.revealed(party, channel));
        actions.add(new Send(party, FORGETFUL));
        return actions;
    }

    /** Not even a household's version is paid for: it may have been revoked since. */
    @Override
    public Outcome<UtilityTransition, OrderFlaw> follow(UtilityOrder order) {
        return Outcome.flawed(new OrderFlaw.NotNow(order.getClass().getSimpleName(), name()));
    }
}
