package org.gridbolt.pricing.battery;

import org.gridbolt.pricing.WattHours;

/**
 * What a battery can do, after Boumaiza and Sanfilippo, section V. Nothing is lost while it rests.
 *
 * @param capacity how much energy fits in
 * @param charging how much of what it takes arrives inside, in ten-thousandths, 1 to 10,000
 * @param discharging how much of what leaves it arrives outside, in ten-thousandths, 1 to 10,000
 * @param slotMax how much it takes or gives in one slot at most: its power times the slot's length
 */
public record BatteryType(WattHours capacity, int charging, int discharging, WattHours slotMax) {

    /** In what parts efficiencies are counted. */
    public static final int WHOLE = 10_000;

    /** The paper's: 5 kWh, 98 % and 99.99 %, 2.5 kW in slots of an hour. */
    public static final BatteryType HOME = new BatteryType(new WattHours(5_000), 9_800, 9_999, new WattHours(2_500));

    public BatteryType {
        if (charging < 1 || charging > WHOLE || discharging < 1 || discharging > WHOLE) {
            throw new IllegalArgumentException(
                    "efficiencies are 1 to " + WHOLE + " ten-thousandths: " + charging + ", " + discharging);
        }
    }

    /** One of them with nothing inside. */
    public Battery empty() {
        return new Battery(this, MicroWattHours.ZERO);
    }

    MicroWattHours room() {
        return MicroWattHours.of(capacity);
    }
}
