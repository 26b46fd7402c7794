package org.gridbolt.pricing.demand.proof;

import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.WattHours;

/** What is wrong with a schedule. Appliances are counted from 0, in the order of the plan. */
public sealed interface ScheduleFlaw extends Flaw {

    /**
     * An appliance takes less than nothing, or more than its cap.
     *
     * @param appliance the appliance
     * @param slot the slot
     * @param energy what it takes there, in watt-hours
     * @param cap its cap
     */
    record OutOfBounds(int appliance, int slot, BigFraction energy, WattHours cap) implements ScheduleFlaw {
        @Override
        public String message() {
            return "appliance %d takes %s Wh in slot %d; let it take from 0 Wh to its cap of %s"
                    .formatted(appliance, energy, slot, cap);
        }
    }

    /**
     * An appliance does not get what it needs.
     *
     * @param appliance the appliance
     * @param energy what it gets, in watt-hours
     * @param needed what it needs
     */
    record WrongEnergy(int appliance, BigFraction energy, WattHours needed) implements ScheduleFlaw {
        @Override
        public String message() {
            return "appliance %d gets %s Wh; give it %s".formatted(appliance, energy, needed);
        }
    }

    /**
     * An appliance takes energy in a slot while it has room in one of less demand.
     *
     * @param appliance the appliance
     * @param from the slot in which it takes energy
     * @param to the slot of less demand
     */
    record NotLevel(int appliance, int from, int to) implements ScheduleFlaw {
        @Override
        public String message() {
            return "appliance %d could take less in slot %d and more in slot %d, where demand is lower; move some"
                    .formatted(appliance, from, to);
        }
    }
}
