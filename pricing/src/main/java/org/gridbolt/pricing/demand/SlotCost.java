package org.gridbolt.pricing.demand;

import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/**
 * What the demand of a slot costs all together.
 *
 * @param slot the slot
 * @param demand the demand in it
 * @param price the price that the demand makes
 */
public record SlotCost(Slot slot, WattHours demand, Price price) {

    /** Demand times price, exactly. */
    public ExactCoins cost() {
        return price.costOf(demand);
    }
}
