package org.gridbolt.pricing.market.rule;

import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Price;

/** At which price a bid and an ask are matched that each have a price of their own. */
public enum PairPrice {
    /** What the buyer bids. */
    BID,
    /** What the seller asks. */
    ASK,
    /** The middle between the two. */
    MIDDLE;

    /** The price between a bid and an ask, in coins per kilowatt-hour. */
    BigFraction between(Price bid, Price ask) {
        return switch (this) {
            case BID -> Fractions.of(bid);
            case ASK -> Fractions.of(ask);
            case MIDDLE -> Fractions.middle(Fractions.of(bid), Fractions.of(ask));
        };
    }
}
