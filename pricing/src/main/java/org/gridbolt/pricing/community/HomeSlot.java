package org.gridbolt.pricing.community;

import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.BatteryStep;
import org.gridbolt.pricing.profile.HomeHour;

/**
 * One home in one slot. What it makes, buys and takes out of its battery is what it uses, sells, puts into its battery and curtails, to
 * the last watt-hour.
 *
 * @param hour what it used and made
 * @param battery what its battery did
 * @param flows what it traded
 * @param pays the whole coins it pays; negative when it is paid
 */
public record HomeSlot(HomeHour hour, BatteryStep battery, Flows flows, Coin pays) {

    /** An {@link IllegalArgumentException} when energy appears or gets lost. */
    public HomeSlot {
        WattHours in = hour.sun().plus(battery.given()).plus(flows.in());
        WattHours out = hour.load().plus(battery.taken()).plus(flows.out());
        if (!in.equals(out)) {
            throw new IllegalArgumentException("a home has " + in + " and uses " + out + ": " + hour + ", " + flows);
        }
    }

    /** What it used of what it made, at once. */
    public WattHours ownUse() {
        return hour.load().min(hour.sun());
    }
}
