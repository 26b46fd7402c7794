package org.gridbolt.channel.message;

import org.bitcoinj.base.Sha256Hash;

/**
 * The producer stands by a ruling against it, and would sign a next state that carries it out: the penalty that would end the
 * channel is not needed. It binds nobody; what the producer signs, it signs after the consumer's waiver.
 *
 * @param ruling the hash of the ruling
 */
public record RulingConceded(Sha256Hash ruling) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onRulingConceded(this);
    }
}
