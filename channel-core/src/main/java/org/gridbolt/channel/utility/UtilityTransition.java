package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gridbolt.channel.action.ChannelAction;

/**
 * What comes of an event: the next state, to be made durable, and then the actions, to be performed in their order.
 *
 * @param next the next state; an equal one when nothing changed
 * @param actions what has to happen in the world
 */
public record UtilityTransition(UtilityState next, List<ChannelAction> actions) {

    public UtilityTransition {
        actions = List.copyOf(actions);
    }

    /** To that state, with those actions. */
    public static UtilityTransition to(UtilityState next, ChannelAction... actions) {
        return new UtilityTransition(next, Arrays.asList(actions));
    }

    /** The same with more actions after its own. */
    public UtilityTransition and(ChannelAction... more) {
        return and(Arrays.asList(more));
    }

    /** The same with more actions after its own. */
    public UtilityTransition and(List<ChannelAction> more) {
        List<ChannelAction> all = new ArrayList<>(actions);
        all.addAll(more);
        return new UtilityTransition(next, all);
    }

    /** The same with these actions before its own. */
    UtilityTransition after(List<ChannelAction> earlier) {
        return new UtilityTransition(next, earlier).and(actions);
    }
}
