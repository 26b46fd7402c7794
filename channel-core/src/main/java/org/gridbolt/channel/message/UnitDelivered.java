package org.gridbolt.channel.message;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.pricing.UnitNumber;

/**
 * The meters saw the energy: the preimage that lets the producer take the unit's coins.
 *
 * @param unit which
 * @param preimage 32 bytes whose SHA-256 stands in the ticket
 */
public record UnitDelivered(UnitNumber unit, Bytes preimage) implements UtilityMessage {

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onUnitDelivered(this);
    }
}
