package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.Ticket;

/**
 * The consumer adds a unit: its coins leave the balance of A and belong to nobody until the unit is settled, refunded or replaced.
 *
 * @param ticket as it stands in the utility's ticket book
 */
public record UnitOffer(Ticket ticket) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onUnitOffer(this);
    }
}
