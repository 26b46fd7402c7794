package org.gridbolt.pricing.demand;

import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/** Why a schedule has no cost. */
public sealed interface CostFlaw extends Flaw {

    /**
     * The demand of a slot is so high that the rule makes no price of it.
     *
     * @param slot the slot
     * @param demand the demand in it
     */
    record PriceTooHigh(Slot slot, WattHours demand) implements CostFlaw {
        @Override
        public String message() {
            return "%s: the price for a demand of %s is above %s; choose smaller coefficients"
                    .formatted(slot, demand, Price.MAX);
        }
    }
}
