package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;

/**
 * The consumer's word that the producer did not answer it about a unit, where the producer's meter says nothing either.
 *
 * @param silence signed by the consumer's node key
 */
public record SilenceReported(Signed<ProducerSilence> silence) implements HouseholdMessage {

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onSilenceReported(this);
    }
}
