package org.gridbolt.channel.signer;

import java.util.Optional;
import org.gridbolt.multisig.key.CommitmentNumber;

/**
 * How far a household's signer has gone in a channel. A state is stored before anything is signed for it, so what is stored is
 * never behind this, unless it is old.
 *
 * @param own the own newest version: those before it are revoked
 * @param signed the peer's version that was signed last
 * @param end what was signed for good, in words; nothing while the channel may be updated
 */
public record HouseholdStanding(CommitmentNumber own, CommitmentNumber signed, Optional<String> end) {}
