package org.gridbolt.pricing.market;

import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;

/**
 * Energy that one participant sells another.
 *
 * @param seller who sells
 * @param buyer who buys
 * @param energy how much, more than nothing
 * @param price in coins per kilowatt-hour, exactly
 */
public record PeerTrade(Participant seller, Participant buyer, WattHours energy, BigFraction price) {

    public PeerTrade {
        if (energy.equals(WattHours.ZERO)) {
            throw new IllegalArgumentException(seller + " sells " + buyer + " nothing");
        }
        if (seller.equals(buyer)) {
            throw new IllegalArgumentException(seller + " sells to itself");
        }
    }
}
