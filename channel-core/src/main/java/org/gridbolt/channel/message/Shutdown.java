package org.gridbolt.channel.message;

import org.gridbolt.multisig.Party;

/**
 * The sender offers no more units and closes together with the receiver once none is pending.
 *
 * @param closer who asked first and pays for the close; if both asked at once, the consumer
 */
public record Shutdown(Party closer) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onShutdown(this);
    }
}
