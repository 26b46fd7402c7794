package org.gridbolt.channel.message;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.pricing.UnitNumber;

/**
 * The producer removes a delivered unit by its preimage: its coins become those of B.
 *
 * @param unit which
 * @param preimage 32 bytes whose SHA-256 stands in the ticket
 */
public record UnitFulfil(UnitNumber unit, Bytes preimage) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onUnitFulfil(this);
    }
}
