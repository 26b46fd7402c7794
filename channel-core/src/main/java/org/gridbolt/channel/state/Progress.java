package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.MessageDraft;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.multisig.Party;

/**
 * A step under way: the channel as far as it has come, and the actions so far.
 *
 * @param channel the channel
 * @param actions the actions
 */
record Progress(Channel channel, List<ChannelAction> actions) {

    Progress {
        actions = List.copyOf(actions);
    }

    static Progress of(Channel channel) {
        return new Progress(channel, List.of());
    }

    Commitments commitments() {
        return channel.commitments();
    }

    ChannelContext context() {
        return channel.context();
    }

    Progress with(Channel next) {
        return new Progress(next, actions);
    }

    Progress with(Commitments next) {
        return with(channel.with(next));
    }

    Progress with(Units next) {
        return with(channel.with(next));
    }

    Progress and(ChannelAction action) {
        List<ChannelAction> longer = new ArrayList<>(actions);
        longer.add(action);
        return new Progress(channel, longer);
    }

    Progress toPeer(ChannelMessage message) {
        return and(new ChannelAction.Send(context().peer(), message));
    }

    Progress toPeer(MessageDraft<?> draft) {
        return and(new ChannelAction.SendSigned<>(context().peer(), draft));
    }

    Progress toUtility(ChannelMessage message) {
        return and(new ChannelAction.Send(Party.UTILITY, message));
    }

    Progress report(Notice notice) {
        return and(new ChannelAction.Report(notice));
    }

    /** The next part of the step. */
    Progress then(UnaryOperator<Progress> part) {
        return part.apply(this);
    }

    /** The end of the step, in a state made of the channel. */
    Transition in(Function<Channel, ? extends ChannelState> state) {
        return new Transition(state.apply(channel), actions);
    }
}
