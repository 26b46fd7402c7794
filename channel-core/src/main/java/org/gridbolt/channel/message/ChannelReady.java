package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;

/**
 * The funding is as deep as the terms ask, as the sender sees it; with the receipt of version 0.
 *
 * @param receipt of the sender's version 0
 */
public record ChannelReady(Signed<StateReceipt> receipt) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onChannelReady(this);
    }
}
