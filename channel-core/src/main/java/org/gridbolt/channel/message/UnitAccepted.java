package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.UnitAccept;

/**
 * The producer takes the duty to deliver. From here it is liable.
 *
 * @param acceptance signed by the producer's node key
 */
@SuppressWarnings("overloads") // no handler is of two kinds of sender: javac 21 and later ask
public record UnitAccepted(Signed<UnitAccept> acceptance) implements PeerMessage, HouseholdMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onUnitAccepted(this);
    }

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onUnitAccepted(this);
    }
}
