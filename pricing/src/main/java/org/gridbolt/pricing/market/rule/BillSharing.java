package org.gridbolt.pricing.market.rule;

import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.SlotBook;

/**
 * Bill sharing: energy among peers costs nothing, and each side shares the grid's bill in proportion to its energy. In a
 * slot that lacks energy sellers get nothing, in one that has too much buyers pay nothing. From Long and others,
 * "Peer-to-peer energy trading in a community microgrid", 2017, where the bill is shared over months; here over a slot.
 * Takes no notice of limits, and a seller can do worse than with the grid alone.
 */
public record BillSharing() implements MarketRule {

    @Override
    public String name() {
        return "bill-sharing";
    }

    @Override
    public Outcome<Clearing, MarketFlaw> clear(SlotBook book) {
        return Pool.of(book).clear(BigFraction.ZERO);
    }
}
