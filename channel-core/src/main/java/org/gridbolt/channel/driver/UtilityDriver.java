package org.gridbolt.channel.driver;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.utility.OrderFlaw;
import org.gridbolt.channel.utility.UtilityOrder;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.channel.utility.UtilityTransition;

/**
 * Runs the utility's side of one channel as {@link ChannelDriver} runs a household's: step, save, perform, in this order and
 * no other.
 *
 * <p>It starts no thread and reads no clock; events and orders are handed in by one caller at a time. An event that an action
 * causes, even at once, waits until the actions before it are performed. When the store or the signer's record fails, the driver stops: it keeps the
 * state that is durable and takes no more.
 *
 * <p>MUST 5.2: step, save, perform.
 */
public final class UtilityDriver {

    private final UtilityStore store;
    private final SigningDesk desk;
    private final Queue<ChannelEvent> waiting = new ArrayDeque<>();

    private UtilityState state;
    private boolean running;
    private Optional<IOException> failure = Optional.empty();

    private UtilityDriver(UtilityState state, UtilityStore store, SigningDesk desk) {
        this.state = state;
        this.store = store;
        this.desk = desk;
    }

    /** A new channel. */
    public static UtilityDriver start(
            UtilityState first, UtilityStore store, ChannelSigner signer, ChannelAction.Performer world) {
        return new UtilityDriver(first, store, new SigningDesk(signer, world));
    }

    /** A stored channel, after a restart: whatever was under way is taken up again. */
    public static UtilityDriver resume(
            UtilityState stored, UtilityStore store, ChannelSigner signer, ChannelAction.Performer world) {
        return take(stored, stored.resume(), store, new SigningDesk(signer, world));
    }

    /**
     * A channel from a backup, which may be an old state: it rules, reveals and issues nothing any more and signs nothing over the
     * wallet; its watchtower goes on. Nothing for a channel that was being opened.
     */
    public static Optional<UtilityDriver> restore(
            UtilityState backup, UtilityStore store, ChannelSigner signer, ChannelAction.Performer world) {
        return backup.restored().map(first -> take(backup, first, store, new SigningDesk(signer, world)));
    }

    private static UtilityDriver take(
            UtilityState stored, UtilityTransition first, UtilityStore store, SigningDesk desk) {
        UtilityDriver driver = new UtilityDriver(stored, store, desk);
        driver.run(first);
        return driver;
    }

    /** The state, as it is durable. */
    public UtilityState state() {
        return state;
    }

    /** Why the driver has stopped, if it has. */
    public Optional<IOException> failure() {
        return failure;
    }

    /** Takes one event. */
    public void handle(ChannelEvent event) {
        if (waiting.size() >= ChannelDriver.WAITING_MAX) {
            throw new IllegalStateException("more than " + ChannelDriver.WAITING_MAX + " events are waiting");
        }
        waiting.add(event);
        if (!running) {
            run(UtilityTransition.to(state));
        }
    }

    /**
     * Takes the utility's own order; nothing when it is followed, else why it is not. Not to be called by an action. Whether
     * the store failed meanwhile, {@link #failure} says.
     */
    public Optional<OrderFlaw> follow(UtilityOrder order) {
        if (running) {
            throw new IllegalStateException("an order in the middle of a step");
        }
        return state.follow(order)
                .fold(
                        transition -> {
                            run(transition);
                            return Optional.empty();
                        },
                        Optional::of);
    }

    private void run(UtilityTransition first) {
        running = true;
        try {
            perform(first);
            while (!waiting.isEmpty() && failure.isEmpty()) {
                perform(state.step(waiting.remove()));
            }
        } finally {
            running = false;
        }
    }

    private void perform(UtilityTransition transition) {
        if (isDurable(transition.next())) {
            desk.perform(transition.actions());
            failure = desk.failure();
        }
    }

    private boolean isDurable(UtilityState next) {
        if (next == state) {
            return true;
        }
        try {
            store.save(next);
            state = next;
            return true;
        } catch (IOException notDurable) {
            failure = Optional.of(notDurable);
            return false;
        }
    }
}
