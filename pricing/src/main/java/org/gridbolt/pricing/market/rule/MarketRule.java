package org.gridbolt.pricing.market.rule;

import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.SlotBook;

/**
 * How the orders of a slot become trades, prices and bills.
 *
 * <p>Whatever the rule, amounts are exact fractions until the end and are rounded once, all bills and the grid's account
 * together, by the largest remainder: they sum to exactly zero, and none is a whole coin from its exact amount. Of equal
 * remainders the participant that comes first in the order of ids is rounded up.
 *
 * <p>Every rule takes the same book. One that forms its price from quantities alone takes no notice of limits and areas.
 */
public sealed interface MarketRule
        permits BillSharing,
                LowestAsk,
                MeanBid,
                MidMarketRate,
                PayAsBid,
                PayAsClear,
                QuadraticDemand,
                SupplyDemandRatio {

    /** The name by which a configuration chooses the rule. */
    String name();

    /** The slot's outcome, or what is wrong with the book under this rule. */
    Outcome<Clearing, MarketFlaw> clear(SlotBook book);
}
