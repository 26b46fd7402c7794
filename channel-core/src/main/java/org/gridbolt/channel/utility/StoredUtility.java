package org.gridbolt.channel.utility;

import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Bytes;

/**
 * The utility's state of a channel as it is stored.
 *
 * @param head everything but the history; replaced with each save
 * @param journal the history; a store appends what is new
 */
public record StoredUtility(Bytes head, Journal journal) {}
