package org.gridbolt.pricing.demand;

import org.gridbolt.pricing.WattHours;

/**
 * Something that needs an amount of energy within a window and leaves open when: e_n, start and end of Tharun and Parvez 2021,
 * Algorithm 1.
 *
 * @param name what its household calls it
 * @param energy what it needs in a day, at least 1 Wh
 * @param window when it may run
 * @param cap the most energy it takes in one slot, at least 1 Wh
 */
public record Appliance(String name, WattHours energy, Window window, WattHours cap) {

    /** An appliance that could take all its energy in one slot: the only bound that the paper prints. */
    public static Appliance uncapped(String name, WattHours energy, Window window) {
        return new Appliance(name, energy, window, energy);
    }

    /** The same appliance with that window. */
    public Appliance withWindow(Window other) {
        return new Appliance(name, energy, other, cap);
    }

    /** The same appliance with that cap. */
    public Appliance withCap(WattHours other) {
        return new Appliance(name, energy, window, other);
    }

    /** The most energy that it can take in its window on that day. */
    WattHours possible(PlanDay day) {
        return new WattHours(Math.multiplyExact(cap.min(energy).value(), (long) window.length(day))).min(energy);
    }
}
