package org.gridbolt.pricing.battery;

import org.gridbolt.pricing.WattHours;

/**
 * A battery in use.
 *
 * @param type what it can do
 * @param charge the energy inside, at most its capacity
 */
public record Battery(BatteryType type, MicroWattHours charge) {

    public Battery {
        if (charge.compareTo(type.room()) > 0) {
            throw new IllegalArgumentException(charge + " do not fit into " + type.capacity());
        }
    }

    /** The energy that it takes of what it is offered for a slot: all that its power and its room allow. */
    public BatteryStep charge(WattHours offered) {
        MicroWattHours room = type.room().minus(charge);
        WattHours most = room.scaledFloor(BatteryType.WHOLE, type.charging()).floorWattHours();
        WattHours taken = offered.min(type.slotMax()).min(most);
        MicroWattHours kept = MicroWattHours.of(taken).scaledFloor(type.charging(), BatteryType.WHOLE);
        return new BatteryStep(this, taken, WattHours.ZERO, new Battery(type, charge.plus(kept)));
    }

    /** The energy that it gives of what is wanted for a slot: all that its power and its charge allow. */
    public BatteryStep discharge(WattHours wanted) {
        WattHours given = wanted.min(available());
        MicroWattHours drawn = MicroWattHours.of(given).scaledCeil(BatteryType.WHOLE, type.discharging());
        return new BatteryStep(this, WattHours.ZERO, given, new Battery(type, charge.minus(drawn)));
    }

    /** Nothing taken and nothing given. */
    public BatteryStep rest() {
        return new BatteryStep(this, WattHours.ZERO, WattHours.ZERO, this);
    }

    /** The most that it could give in a slot. */
    public WattHours available() {
        return charge.scaledFloor(type.discharging(), BatteryType.WHOLE)
                .floorWattHours()
                .min(type.slotMax());
    }
}
