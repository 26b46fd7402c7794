package org.gridbolt.node.store;

import java.util.Optional;
import org.gridbolt.channel.store.StaleState;

/**
 * A stored channel that was taken up again.
 *
 * @param driver what runs it
 * @param restored whether it comes from a backup, and so publishes nothing of its own
 * @param stale what showed just now that the stored state is an old one
 * @param <D> the kind of driver
 */
public record Resumed<D>(D driver, boolean restored, Optional<StaleState> stale) {}
