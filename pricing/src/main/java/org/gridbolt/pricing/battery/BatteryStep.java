package org.gridbolt.pricing.battery;

import org.gridbolt.pricing.WattHours;

/**
 * What a battery did in a slot. What it took is what it gave, plus what it lost, plus what its charge grew by, to the last
 * micro-watt-hour.
 *
 * @param before the battery at the beginning
 * @param taken what it took
 * @param given what it gave
 * @param after the battery at the end
 */
public record BatteryStep(Battery before, WattHours taken, WattHours given, Battery after) {

    /** An {@link IllegalArgumentException} when energy comes out of nothing, or more moves than the type allows. */
    public BatteryStep {
        WattHours most = before.type().slotMax();
        boolean mixed = !before.type().equals(after.type()) || taken.compareTo(most) > 0 || given.compareTo(most) > 0;
        if (mixed || inOf(before, taken).compareTo(outOf(after, given)) < 0) {
            throw new IllegalArgumentException(before + " took " + taken + ", gave " + given + " and became " + after);
        }
    }

    /** What was lost on the way in and out. */
    public MicroWattHours lost() {
        return inOf(before, taken).minus(outOf(after, given));
    }

    private static MicroWattHours inOf(Battery before, WattHours taken) {
        return before.charge().plus(MicroWattHours.of(taken));
    }

    private static MicroWattHours outOf(Battery after, WattHours given) {
        return after.charge().plus(MicroWattHours.of(given));
    }
}
