package org.gridbolt.channel.message;

import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;

/**
 * Where the sender stands, after a restart or a lost connection: the receiver sends again what did not arrive.
 *
 * @param version the newest version of the sender
 * @param revoked how many versions of the receiver are revoked, as far as the sender knows
 * @param updates how many of the receiver's updates it has
 * @param lastSecret the newest secret that it has from the receiver
 * @param point the point of its newest version
 * @param nextPoint the point of the version after it
 * @param answer whether it answers one of the receiver's: then it is not answered in its turn
 */
public record Reestablish(
        CommitmentNumber version,
        CommitmentNumber revoked,
        int updates,
        Optional<Bytes> lastSecret,
        PublicKey point,
        PublicKey nextPoint,
        boolean answer)
        implements PeerMessage {

    /** The same, in answer to the receiver's. */
    public Reestablish answering() {
        return new Reestablish(version, revoked, updates, lastSecret, point, nextPoint, true);
    }

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onReestablish(this);
    }
}
