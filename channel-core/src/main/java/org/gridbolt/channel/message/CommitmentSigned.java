package org.gridbolt.channel.message;

import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.Signature;

/**
 * The sender's signature on the next version of the receiver. It contains every update that the sender has sent before and, of the receiver's updates, the first {@code included}: so both know the contents without another round, even when messages cross.
 *
 * @param number the number of the version that is signed
 * @param included how many of the receiver's updates, counted over the whole channel, it contains
 * @param signature by the key that the wallet names for this pair
 */
public record CommitmentSigned(CommitmentNumber number, int included, Signature signature) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onCommitmentSigned(this);
    }
}
