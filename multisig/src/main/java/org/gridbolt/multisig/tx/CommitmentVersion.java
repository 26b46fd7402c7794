package org.gridbolt.multisig.tx;

import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;

/**
 * Which of the two versions of which state: each household has its own.
 *
 * @param owner the household that can publish it
 * @param number the state's number, as the owner counts
 * @param point the owner's point for that number; its secret revokes the version
 */
public record CommitmentVersion(Party owner, CommitmentNumber number, PublicKey point) {

    public CommitmentVersion {
        if (owner == Party.UTILITY) {
            throw new IllegalArgumentException("the utility has no version of the state");
        }
    }
}
