package org.gridbolt.channel.message;

import org.gridbolt.multisig.key.PublicKey;

/**
 * The point of the version that stands in the chain, where it was on the way to the next state and no receipt has told it. With
 * it the utility finds the outputs that a ruling lets it claim. It needs no signature: a wrong one rebuilds nothing.
 *
 * @param point the per-commitment point of the version's owner
 */
public record PointReported(PublicKey point) implements HouseholdMessage {

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onPointReported(this);
    }
}
