package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;

/**
 * What a meter measured in a slot; to the utility from both meters, to the consumer from a producer that defends itself.
 *
 * @param reading signed by the meter's key
 */
@SuppressWarnings("overloads") // no handler is of two kinds of sender: javac 21 and later ask
public record MeterReported(Signed<MeterReading> reading) implements PeerMessage, HouseholdMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onMeterReported(this);
    }

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onMeterReported(this);
    }
}
