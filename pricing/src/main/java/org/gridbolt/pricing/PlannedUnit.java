package org.gridbolt.pricing;

/**
 * A unit of energy that two homes mean to trade, before a ticket is written for it.
 *
 * @param number the unit's number
 * @param slot when it is delivered
 * @param energy what it holds, more than nothing
 * @param demand the demand that made the slot's price
 * @param price the slot's price
 */
public record PlannedUnit(UnitNumber number, Slot slot, WattHours energy, WattHours demand, Price price) {

    public PlannedUnit {
        if (energy.equals(WattHours.ZERO)) {
            throw new IllegalArgumentException(number + " holds no energy");
        }
    }

    /** What the unit's energy costs exactly. */
    public ExactCoins cost() {
        return price.costOf(energy);
    }
}
