package org.gridbolt.channel.state;

import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.multisig.key.CommitmentNumber;

/**
 * A version of the peer that this household has signed.
 *
 * @param number its number
 * @param clock the updates that it contains
 * @param ledger whose coins are whose in it
 */
public record PeerVersion(CommitmentNumber number, Clock clock, Ledger ledger) {}
