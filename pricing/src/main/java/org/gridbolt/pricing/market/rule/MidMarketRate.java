package org.gridbolt.pricing.market.rule;

import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.SlotBook;

/**
 * The mid-market rate: peers trade in the middle between the retail and the feed-in price, and each side shares what it
 * trades with the grid. Boumaiza and Sanfilippo name the rule and print no formula; this is the one of Long and others,
 * "Peer-to-peer energy trading in a community microgrid", 2017. Takes no notice of limits: nobody does worse than with the
 * grid alone.
 */
public record MidMarketRate() implements MarketRule {

    @Override
    public String name() {
        return "mid-market";
    }

    @Override
    public Outcome<Clearing, MarketFlaw> clear(SlotBook book) {
        Pool pool = Pool.of(book);
        BigFraction middle = Fractions.middle(pool.grid().sells(), pool.grid().buys());
        return pool.clear(middle);
    }
}
