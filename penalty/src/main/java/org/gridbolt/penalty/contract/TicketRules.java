package org.gridbolt.penalty.contract;

import java.util.List;
import java.util.Optional;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.Slot;

/**
 * What a household knows when a ticket book arrives.
 *
 * @param channel the channel
 * @param terms its terms
 * @param carry the rounding after what has settled
 * @param prices the announcements received, each already verified
 */
public record TicketRules(ChannelRef channel, Terms terms, CumulativeRounding carry, List<PriceAnnouncement> prices) {

    public TicketRules {
        prices = List.copyOf(prices);
    }

    /** The announcement for {@code slot}, if one was received. */
    Optional<PriceAnnouncement> price(Slot slot) {
        return prices.stream().filter(price -> price.slot().equals(slot)).findFirst();
    }
}
