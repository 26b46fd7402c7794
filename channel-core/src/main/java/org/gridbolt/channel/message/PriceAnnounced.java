package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;

/**
 * The price of a slot, hash-chained and signed before the slot starts.
 *
 * @param announcement the price
 */
public record PriceAnnounced(Signed<PriceAnnouncement> announcement) implements UtilityMessage {

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onPriceAnnounced(this);
    }
}
