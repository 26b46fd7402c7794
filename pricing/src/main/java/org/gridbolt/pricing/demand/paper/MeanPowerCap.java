package org.gridbolt.pricing.demand.paper;

import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.PlanDay;

/**
 * Caps every appliance at a multiple of its mean power, which is its energy spread evenly over its window. No paper prints such a
 * cap; it is one way to explain why a printed result stays above the optimum.
 *
 * @param hundredths the multiple times 100, at least 100: below, no appliance gets its energy
 */
public record MeanPowerCap(int hundredths) {

    public MeanPowerCap {
        if (hundredths < 100) {
            throw new IllegalArgumentException("a cap below the mean power: " + hundredths + " hundredths");
        }
    }

    /** The plan with these caps, rounded up to whole watt-hours. */
    public DemandPlan of(DemandPlan plan) {
        return plan.withAppliances(appliance -> appliance.withCap(cap(appliance, plan.day())));
    }

    private WattHours cap(Appliance appliance, PlanDay day) {
        long whole = 100L * appliance.window().length(day);
        return new WattHours((Math.multiplyExact(appliance.energy().value(), (long) hundredths) + whole - 1) / whole);
    }
}
