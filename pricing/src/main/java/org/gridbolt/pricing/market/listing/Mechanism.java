package org.gridbolt.pricing.market.listing;

import org.gridbolt.pricing.market.rule.BidMean;
import org.gridbolt.pricing.market.rule.MarketRule;
import org.gridbolt.pricing.market.rule.MeanBid;
import org.gridbolt.pricing.market.rule.PayAsClear;
import org.gridbolt.pricing.market.rule.Rest;

/**
 * How a listing's price is formed. The thesis says in section 5.3 that it is the mean of the bids and draws in figure 18
 * that it is where supply crosses demand. Under each the utility is the fallback: what members do not trade it delivers
 * and takes.
 */
public enum Mechanism {
    /** The mean of all bids. */
    MEAN_BID,
    /** The mean of all bids, weighted by energy. */
    MEAN_BID_BY_ENERGY,
    /** Where the sorted books cross. */
    CROSSING;

    /** The rule that clears a listing. */
    public MarketRule rule() {
        return switch (this) {
            case MEAN_BID -> new MeanBid(BidMean.UNWEIGHTED, Rest.GRID);
            case MEAN_BID_BY_ENERGY -> new MeanBid(BidMean.BY_ENERGY, Rest.GRID);
            case CROSSING -> new PayAsClear(Rest.GRID);
        };
    }
}
