package org.gridbolt.channel.torture;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;

/**
 * A message on its way.
 *
 * @param from who sent it
 * @param to whom it is for
 * @param bytes as they travel
 */
record Letter(Party from, Party to, Bytes bytes) {}
