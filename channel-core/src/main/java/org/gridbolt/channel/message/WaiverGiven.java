package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;

/**
 * The consumer's promise never to sign the penalty of a ruling. It comes from the consumer; who has it passes it on, the producer to
 * the utility and the utility to the producer, so that neither depends on the consumer's connection to the other.
 *
 * @param waiver signed by the consumer's node key
 */
@SuppressWarnings("overloads") // no handler is of two kinds of sender: javac 21 and later ask
public record WaiverGiven(Signed<PenaltyWaived> waiver) implements PeerMessage, HouseholdMessage, UtilityMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onWaiverGiven(this);
    }

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onWaiverGiven(this);
    }

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onWaiverGiven(this);
    }
}
