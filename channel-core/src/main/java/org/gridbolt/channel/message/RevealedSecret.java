package org.gridbolt.channel.message;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.CommitmentNumber;

/**
 * A per-commitment secret that its owner gave away to revoke a version.
 *
 * @param number the revoked version
 * @param secret 32 bytes, which whoever receives them checks against the version's point
 */
public record RevealedSecret(CommitmentNumber number, Bytes secret) {}
