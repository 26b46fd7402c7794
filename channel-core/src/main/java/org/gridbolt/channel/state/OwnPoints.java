package org.gridbolt.channel.state;

import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.ShaChain;

/**
 * The per-commitment secrets and points around a household's newest version. Each is computed once and kept until its
 * version is revoked; none is stored, since the chain gives them again.
 *
 * @param number the newest version
 * @param secret its secret, revealed to revoke it
 * @param previous the point of the version before; of version 0 its own
 * @param point its point
 * @param nextSecret the secret of the version after it
 * @param next the point of the version after it, which the peer has already
 */
public record OwnPoints(
        CommitmentNumber number,
        PrivateKey secret,
        PublicKey previous,
        PublicKey point,
        PrivateKey nextSecret,
        PublicKey next) {

    /** Around version {@code number}. */
    public static OwnPoints at(CommitmentNumber number, ShaChain chain) {
        PrivateKey secret = chain.secretAt(number);
        PrivateKey nextSecret = chain.secretAt(number.next());
        PublicKey point = secret.publicKey();
        PublicKey previous = number.equals(CommitmentNumber.ZERO) ? point : chain.pointAt(number.previous());
        return new OwnPoints(number, secret, previous, point, nextSecret, nextSecret.publicKey());
    }

    /** Around the version after this one. */
    public OwnPoints advanced(ShaChain chain) {
        CommitmentNumber newest = number.next();
        PrivateKey afterNext = chain.secretAt(newest.next());
        return new OwnPoints(newest, nextSecret, point, next, afterNext, afterNext.publicKey());
    }

    @Override
    public String toString() {
        return "OwnPoints at " + number;
    }
}
