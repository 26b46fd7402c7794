package org.gridbolt.pricing.demand;

/**
 * The slots in which an appliance may run, both ends included. On a cyclic day a window whose last slot comes before its first
 * passes midnight; on another day it holds no slot.
 *
 * @param first the first slot, from 0
 * @param last the last slot, from 0
 */
public record Window(int first, int last) {

    /** How many slots it holds on that day, at least 1. */
    public int length(PlanDay day) {
        return Math.floorMod(last - first, day.slots()) + 1;
    }

    /** The slot at that place, counted from 0 at the first. */
    public int slot(int place, PlanDay day) {
        return Math.floorMod(first + place, day.slots());
    }

    /** Whether it holds that slot. */
    public boolean holds(int slot, PlanDay day) {
        return place(slot, day) < length(day);
    }

    /** The place of that slot, counted from 0 at the first; at least the length when it does not hold the slot. */
    public int place(int slot, PlanDay day) {
        return Math.floorMod(slot - first, day.slots());
    }

    boolean passesMidnight() {
        return last < first;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
