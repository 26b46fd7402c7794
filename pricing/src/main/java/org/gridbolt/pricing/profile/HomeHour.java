package org.gridbolt.pricing.profile;

import org.gridbolt.pricing.WattHours;

/**
 * What one home used and made in one hour.
 *
 * @param load the energy it used
 * @param sun the energy its photovoltaic plant made
 */
public record HomeHour(WattHours load, WattHours sun) {

    /** What it made and did not use itself. */
    public WattHours surplus() {
        return sun.excessOver(load);
    }

    /** What it used and did not make itself. */
    public WattHours netDemand() {
        return load.excessOver(sun);
    }
}
