package org.gridbolt.channel.driver;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Transition;

/**
 * Runs one channel: step, save, perform, in this order and no other. Nothing leaves before the state that it depends on is
 * durable, whatever the machine returns. What needs a key of the channel is signed while it is performed, by a signer that has
 * a record of its own: a signature inside the step could be on that record and not in the state, and no other would follow.
 *
 * <p>It starts no thread and reads no clock; events are handed in by one caller at a time. An event that an action causes, even
 * at once, waits until the actions before it are performed. Events that are handed in together share one save.
 *
 * <p>When the store fails, or the signer's record, the driver stops: it keeps the state that is durable and takes no more events. It never closes a
 * channel for that.
 *
 * <p>MUST 5.2: step, save, perform.
 */
public final class ChannelDriver {

    /** More events than this waiting at once are a bug of the caller. */
    public static final int WAITING_MAX = 10_000;

    private final ChannelStore store;
    private final SigningDesk desk;
    private final Queue<ChannelEvent> waiting = new ArrayDeque<>();

    private ChannelState state;
    private boolean running;
    private Optional<IOException> failure = Optional.empty();

    private ChannelDriver(ChannelState state, ChannelStore store, SigningDesk desk) {
        this.state = state;
        this.store = store;
        this.desk = desk;
    }

    /** A new channel. */
    public static ChannelDriver start(
            ChannelState first, ChannelStore store, ChannelSigner signer, ChannelAction.Performer world) {
        return new ChannelDriver(first, store, new SigningDesk(signer, world));
    }

    /** A stored channel, after a restart: whatever was under way is taken up again. */
    public static ChannelDriver resume(
            ChannelState stored, ChannelStore store, ChannelSigner signer, ChannelAction.Performer world) {
        return take(stored, stored.resume(), store, new SigningDesk(signer, world));
    }

    /**
     * A channel from a backup, which may be an old state: it publishes nothing of its own, and waits for the peer to.
     */
    public static ChannelDriver restore(
            ChannelState backup, ChannelStore store, ChannelSigner signer, ChannelAction.Performer world) {
        return take(backup, backup.restored(), store, new SigningDesk(signer, world));
    }

    private static ChannelDriver take(ChannelState stored, Transition first, ChannelStore store, SigningDesk desk) {
        ChannelDriver driver = new ChannelDriver(stored, store, desk);
        driver.guarded(() -> driver.follow(first));
        driver.run();
        return driver;
    }

    /** The state, as it is durable. */
    public ChannelState state() {
        return state;
    }

    /** Why the driver has stopped, if it has. */
    public Optional<IOException> failure() {
        return failure;
    }

    /** Takes one event. */
    public void handle(ChannelEvent event) {
        handle(List.of(event));
    }

    /** Takes events that came together, with one save for all of them. */
    public void handle(List<? extends ChannelEvent> events) {
        if (waiting.size() + events.size() > WAITING_MAX) {
            throw new IllegalStateException("more than " + WAITING_MAX + " events are waiting");
        }
        waiting.addAll(events);
        run();
    }

    private void run() {
        if (!running) {
            guarded(() -> {
                while (!waiting.isEmpty() && failure.isEmpty()) {
                    follow(stepAll());
                }
            });
        }
    }

    private void guarded(Runnable work) {
        running = true;
        try {
            work.run();
        } finally {
            running = false;
        }
    }

    private Transition stepAll() {
        List<ChannelAction> actions = new ArrayList<>();
        ChannelState next = state;
        for (ChannelEvent event = waiting.poll(); event != null; event = waiting.poll()) {
            Transition transition = next.step(event);
            next = transition.next();
            actions.addAll(transition.actions());
        }
        return new Transition(next, actions);
    }

    private void follow(Transition transition) {
        if (transition.next() != state) {
            try {
                store.save(transition.next());
            } catch (IOException notDurable) {
                failure = Optional.of(notDurable);
                return;
            }
            state = transition.next();
        }
        desk.perform(transition.actions());
        failure = desk.failure();
    }
}
