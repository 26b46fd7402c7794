package org.gridbolt.pricing.forecast;

import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/**
 * The price of a slot before it begins, with the demand that it expects: whoever plans by it can tell how far its own plan changes
 * that demand, and by the number which of two prices of a slot is the newer.
 *
 * @param sequence its place among all prices of this publisher, at least 0
 * @param slot the slot
 * @param forecast the demand that it was made from
 * @param price the price
 */
public record PublishedPrice(long sequence, Slot slot, WattHours forecast, Price price) {

    public PublishedPrice {
        if (sequence < 0) {
            throw new IllegalArgumentException("no sequence number: " + sequence);
        }
    }
}
