package org.gridbolt.pricing.demand;

import org.gridbolt.pricing.WattHours;

/**
 * How to read the constraints of Tharun and Parvez 2021, Algorithm 1, whose print is damaged. The algorithm knows no window that
 * passes midnight; such a window stays as it is in every reading.
 */
public enum PlanReading {

    /** The plan as it stands: no energy before the window, none after it, none above the cap. */
    WINDOWS {
        @Override
        Appliance of(Appliance appliance, PlanDay day) {
            return appliance;
        }
    },

    /**
     * The constraints as printed and nothing else: at most e_n in a slot up to the end slot, nothing after it, with e_n as the
     * appliance's energy. No line forbids energy before the start slot, so every window begins with the day.
     */
    DEADLINE_ONLY {
        @Override
        Appliance of(Appliance appliance, PlanDay day) {
            return fromMidnight(appliance).withCap(appliance.energy());
        }
    },

    /**
     * The same with e_n as the energy "for each t time slot" that the algorithm calculates first: the energy spread evenly over
     * the window, here rounded up to whole watt-hours.
     */
    DEADLINE_AND_MEAN_POWER {
        @Override
        Appliance of(Appliance appliance, PlanDay day) {
            int length = appliance.window().length(day);
            return fromMidnight(appliance)
                    .withCap(new WattHours((appliance.energy().value() + length - 1) / length));
        }
    };

    /** The plan that is left when {@code plan} is read so. */
    public DemandPlan of(DemandPlan plan) {
        return plan.withAppliances(appliance -> of(appliance, plan.day()));
    }

    abstract Appliance of(Appliance appliance, PlanDay day);

    private static Appliance fromMidnight(Appliance appliance) {
        Window window = appliance.window();
        return window.passesMidnight() ? appliance : appliance.withWindow(new Window(0, window.last()));
    }
}
