package org.gridbolt.channel.message;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.key.Signature;

/**
 * The other signature on the cooperative close. Its sender has marked the channel terminal.
 *
 * @param txid the close that it completes
 * @param signature by the key that the wallet names for this pair
 */
public record ClosingSigned(Sha256Hash txid, Signature signature) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onClosingSigned(this);
    }
}
