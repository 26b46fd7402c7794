package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridbolt.channel.action.ChannelAction;

/**
 * What comes of an event: the next state, to be made durable, and then the actions, to be performed in their order.
 *
 * @param next the next state; the same object when nothing changed
 * @param actions what has to happen in the world
 */
public record Transition(ChannelState next, List<ChannelAction> actions) {

    public Transition {
        actions = List.copyOf(actions);
    }

    /** To that state, with those actions. */
    public static Transition to(ChannelState next, ChannelAction... actions) {
        return new Transition(next, Arrays.asList(actions));
    }

    /** The same with more actions after its own. */
    public Transition and(ChannelAction... more) {
        return and(Arrays.asList(more));
    }

    /** The same with more actions after its own. */
    public Transition and(List<ChannelAction> more) {
        List<ChannelAction> all = new ArrayList<>(actions);
        all.addAll(more);
        return new Transition(next, all);
    }

    /** This transition and then {@code second}, which starts in the state that this one leads to. */
    Transition then(Transition second) {
        return new Transition(second.next(), actions).and(second.actions());
    }
}
