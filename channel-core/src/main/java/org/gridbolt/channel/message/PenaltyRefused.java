package org.gridbolt.channel.message;

import org.bitcoinj.base.Sha256Hash;

/**
 * The consumer does not sign: what the ruling says is not what it sees.
 *
 * @param ruling the hash of the ruling
 * @param reason one sentence
 */
public record PenaltyRefused(Sha256Hash ruling, String reason) implements HouseholdMessage {

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onPenaltyRefused(this);
    }
}
