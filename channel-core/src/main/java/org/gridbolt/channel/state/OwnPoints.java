package org.gridbolt.channel.state;

import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;

/**
 * The per-commitment points around a household's newest version. None is stored, since the signer gives them again.
 *
 * @param number the newest version
 * @param previous the point of the version before; of version 0 its own
 * @param point its point
 * @param next the point of the version after it, which the peer has already
 */
public record OwnPoints(CommitmentNumber number, PublicKey previous, PublicKey point, PublicKey next) {

    /** Around version {@code number}. */
    public static OwnPoints at(CommitmentNumber number, PublicSide keys) {
        PublicKey point = keys.pointAt(number);
        PublicKey previous = number.equals(CommitmentNumber.ZERO) ? point : keys.pointAt(number.previous());
        return new OwnPoints(number, previous, point, keys.pointAt(number.next()));
    }

    /** Around the version after this one. */
    public OwnPoints advanced(PublicSide keys) {
        CommitmentNumber newest = number.next();
        return new OwnPoints(newest, point, next, keys.pointAt(newest.next()));
    }

    @Override
    public String toString() {
        return "OwnPoints at " + number;
    }
}
