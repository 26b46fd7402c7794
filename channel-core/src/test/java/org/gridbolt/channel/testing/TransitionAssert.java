package org.gridbolt.channel.testing;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Transition;
import org.gridbolt.multisig.Party;

/** What a step leads to, in the words of the domain. */
public final class TransitionAssert extends AbstractAssert<TransitionAssert, Transition> {

    private TransitionAssert(Transition actual) {
        super(actual, TransitionAssert.class);
    }

    public static TransitionAssert assertThatStep(Transition step) {
        return new TransitionAssert(step);
    }

    public TransitionAssert leadsTo(Class<? extends ChannelState> state) {
        if (!state.isInstance(actual.next())) {
            failWithMessage("leads to %s, not to %s", actual.next().name(), state.getSimpleName());
        }
        return this;
    }

    public TransitionAssert changesNothing(ChannelState before) {
        if (!actual.next().equals(before)) {
            failWithMessage(
                    "changed the state from %s to %s",
                    before.name(), actual.next().name());
        }
        return this;
    }

    public TransitionAssert sends(Party to, Class<? extends ChannelMessage> kind) {
        if (sent(to).noneMatch(kind::isInstance)) {
            failWithMessage("sends %s to %s, but no %s", kinds(to), to, kind.getSimpleName());
        }
        return this;
    }

    public TransitionAssert sendsNo(Party to, Class<? extends ChannelMessage> kind) {
        if (sent(to).anyMatch(kind::isInstance)) {
            failWithMessage("sends a %s to %s", kind.getSimpleName(), to);
        }
        return this;
    }

    public TransitionAssert publishes(Purpose purpose) {
        boolean found = actions(ChannelAction.Publish.class).anyMatch(action -> action.purpose() == purpose);
        if (!found) {
            failWithMessage("publishes no %s", purpose);
        }
        return this;
    }

    public TransitionAssert publishesNothing() {
        if (actions(ChannelAction.Publish.class).findAny().isPresent()) {
            failWithMessage("publishes %s", actions(ChannelAction.Publish.class).toList());
        }
        return this;
    }

    public TransitionAssert refuses(Class<? extends Refusal> how, Class<?> why) {
        boolean found = refusals().anyMatch(refusal -> how.isInstance(refusal) && why.isInstance(refusal.reason()));
        if (!found) {
            failWithMessage("refuses %s", refusals().toList());
        }
        return this;
    }

    public TransitionAssert refusesCommand(Class<?> why) {
        boolean found = notices(Notice.CommandRefused.class).anyMatch(notice -> why.isInstance(notice.reason()));
        if (!found) {
            failWithMessage("does not refuse the command for %s: %s", why.getSimpleName(), actual.actions());
        }
        return this;
    }

    private Stream<Refusal> refusals() {
        return notices(Notice.Refused.class).map(Notice.Refused::refusal);
    }

    private <N extends Notice> Stream<N> notices(Class<N> kind) {
        return actions(ChannelAction.Report.class)
                .map(ChannelAction.Report::notice)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private Stream<ChannelMessage> sent(Party to) {
        return actions(ChannelAction.Send.class)
                .filter(action -> action.to() == to)
                .map(ChannelAction.Send::message);
    }

    private List<String> kinds(Party to) {
        return sent(to).map(ChannelMessage::kind).toList();
    }

    private <A extends ChannelAction> Stream<A> actions(Class<A> kind) {
        return actual.actions().stream().filter(kind::isInstance).map(kind::cast);
    }
}
