package org.gridbolt.channel.state;

import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.Signature;

/**
 * The newest version of a household: what it may publish.
 *
 * @param number its number
 * @param clock the updates that it contains
 * @param ledger whose coins are whose in it
 * @param signature the peer's signature on it, verified
 */
public record OwnVersion(CommitmentNumber number, Clock clock, Ledger ledger, Signature signature) {}
