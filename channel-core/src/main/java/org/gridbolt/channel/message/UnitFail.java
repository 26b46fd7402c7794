package org.gridbolt.channel.message;

import org.gridbolt.pricing.UnitNumber;

/**
 * The producer removes a unit without fault of anybody: its coins return to A.
 *
 * @param unit which
 * @param reason why
 */
public record UnitFail(UnitNumber unit, FailReason reason) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onUnitFail(this);
    }
}
