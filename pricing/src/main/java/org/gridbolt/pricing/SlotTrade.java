package org.gridbolt.pricing;

import java.util.List;

/**
 * What two homes trade in one slot.
 *
 * @param slot the slot
 * @param demand the demand that made the price
 * @param price the slot's price
 * @param energy all the energy traded in it
 * @param units the units that the energy is cut into, in the order of their numbers; none when the slot is skipped
 */
public record SlotTrade(Slot slot, WattHours demand, Price price, WattHours energy, List<PlannedUnit> units) {

    public SlotTrade {
        units = List.copyOf(units);
        WattHours cut = WattHours.sum(units.stream().map(PlannedUnit::energy).toList());
        if (!units.isEmpty() && !cut.equals(energy)) {
            throw new IllegalArgumentException(slot + " trades " + energy + ", its units hold " + cut);
        }
    }

    /** Whether the whole trade is worth too little for a single unit, so that nothing is traded. */
    public boolean isSkipped() {
        return units.isEmpty();
    }

    /** What the slot's energy costs exactly, skipped or not. */
    public ExactCoins cost() {
        return price.costOf(energy);
    }
}
