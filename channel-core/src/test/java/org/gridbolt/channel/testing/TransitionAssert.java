package org.gridbolt.channel.testing;

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
        if (kinds(to).noneMatch(kind::equals)) {
            failWithMessage("sends %s to %s, but no %s", kinds(to).toList(), to, kind.getSimpleName());
        }
        return this;
    }

    public TransitionAssert sendsNo(Party to, Class<? extends ChannelMessage> kind) {
        if (kinds(to).anyMatch(kind::equals)) {
            failWithMessage("sends a %s to %s", kind.getSimpleName(), to);
        }
        return this;
    }

    public TransitionAssert publishes(Purpose purpose) {
        if (publications().noneMatch(purpose::equals)) {
            failWithMessage("publishes no %s", purpose);
        }
        return this;
    }

    public TransitionAssert publishesNothing() {
        if (publications().findAny().isPresent()) {
            failWithMessage("publishes %s", publications().toList());
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

    private Stream<Purpose> publications() {
        return actual.actions().stream().flatMap(TransitionAssert::publication);
    }

    private static Stream<Purpose> publication(ChannelAction action) {
        if (action instanceof ChannelAction.PublishSigned<?> draft) {
            return Stream.of(draft.purpose());
        }
        return action instanceof ChannelAction.Publish publish ? Stream.of(publish.purpose()) : Stream.empty();
    }

    private Stream<Class<? extends ChannelMessage>> kinds(Party to) {
        Stream<Class<? extends ChannelMessage>> drafted = actual.actions().stream()
                .filter(action -> action instanceof ChannelAction.SendSigned<?> draft && draft.to() == to)
                .map(action -> ((ChannelAction.SendSigned<?>) action).draft().kind());
        Stream<Class<? extends ChannelMessage>> said = actions(ChannelAction.Send.class)
                .filter(action -> action.to() == to)
                .map(action -> action.message().getClass());
        return Stream.concat(said, drafted);
    }

    private <A extends ChannelAction> Stream<A> actions(Class<A> kind) {
        return actual.actions().stream().filter(kind::isInstance).map(kind::cast);
    }
}
