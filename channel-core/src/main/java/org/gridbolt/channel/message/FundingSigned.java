package org.gridbolt.channel.message;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;

/**
 * The witnesses of the inputs that the sender funds with, in the order of its contribution.
 *
 * @param fundingTxid the funding transaction
 * @param witnesses a witness stack for each input
 */
public record FundingSigned(Sha256Hash fundingTxid, List<List<Bytes>> witnesses) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onFundingSigned(this);
    }
}
