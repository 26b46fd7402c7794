package org.gridbolt.channel.store;

import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Bytes;

/**
 * A channel as a store holds it.
 *
 * @param head what a step may change: written anew each time, and of a size that does not grow with the channel's age
 * @param journal what never changes: a store appends what it does not have yet
 */
public record StoredChannel(Bytes head, Journal journal) {}
