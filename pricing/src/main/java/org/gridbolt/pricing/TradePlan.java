package org.gridbolt.pricing;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that two homes mean to trade, slot after slot.
 *
 * @param slots the slots in which there is something to trade, in their order, skipped ones included
 */
public record TradePlan(List<SlotTrade> slots) {

    public TradePlan {
        slots = List.copyOf(slots);
    }

    /** The units of all slots, in the order of their numbers. */
    public List<PlannedUnit> units() {
        return slots.stream().flatMap(slot -> slot.units().stream()).toList();
    }

    /** The slots whose trade is worth too little for a unit. */
    public List<SlotTrade> skipped() {
        return slots.stream().filter(SlotTrade::isSkipped).toList();
    }

    /** The energy of all units. */
    public WattHours energy() {
        return WattHours.sum(traded().map(SlotTrade::energy).toList());
    }

    /** What the energy of all units costs exactly. */
    public ExactCoins cost() {
        return traded().map(SlotTrade::cost).reduce(ExactCoins.ZERO, ExactCoins::plus);
    }

    private Stream<SlotTrade> traded() {
        return slots.stream().filter(slot -> !slot.isSkipped());
    }
}
