package org.gridbolt.channel.message;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.key.Signature;

/**
 * The sender's signature on the receiver's version 0, in which everybody gets back what they put in.
 *
 * @param fundingTxid the funding transaction as the sender built it
 * @param signature on the receiver's version 0
 */
public record OpeningSigned(Sha256Hash fundingTxid, Signature signature) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onOpeningSigned(this);
    }
}
