package org.gridbolt.pricing.market;

import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;

/**
 * At which prices the grid takes part in a slot. It sells and buys any amount.
 *
 * @param retail what a kilowatt-hour from the grid costs
 * @param feedIn what the grid pays for a kilowatt-hour, at most {@code retail}
 */
public record GridTariff(Price retail, Price feedIn) {

    public GridTariff {
        if (feedIn.compareTo(retail) > 0) {
            throw new IllegalArgumentException(new TariffFlaw.Crossed(retail, feedIn).message());
        }
    }

    /** The tariff of these prices, or why there is none. */
    public static Outcome<GridTariff, MarketFlaw> of(Price retail, Price feedIn) {
        return feedIn.compareTo(retail) > 0
                ? Outcome.flawed(new TariffFlaw.Crossed(retail, feedIn))
                : Outcome.of(new GridTariff(retail, feedIn));
    }
}
