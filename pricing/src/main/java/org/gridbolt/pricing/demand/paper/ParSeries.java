package org.gridbolt.pricing.demand.paper;

import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Habit;
import org.gridbolt.pricing.demand.PlanReading;
import org.gridbolt.pricing.demand.level.Levelling;

/** What the peak-to-average ratio of a drawn set may mean: before any response, and after it under each reading. */
public enum ParSeries {

    /** Before: every appliance spread evenly over its window. */
    BEFORE_SPREAD_EVENLY,

    /** Before: every appliance as early as it may. */
    BEFORE_EARLIEST_START,

    /** After: windows only. */
    WINDOWS,

    /** After: windows, and caps of 1.25 times the mean power. */
    CAP_125,

    /** After: windows, and caps of 1.3 times the mean power. */
    CAP_130,

    /** After: windows, and caps of 1.4 times the mean power. */
    CAP_140,

    /** After: windows, and caps of 2.0 times the mean power. */
    CAP_200,

    /** After: the constraints as printed, which have no start. */
    DEADLINE_ONLY,

    /** After: the constraints as printed, with e_n as the energy of a slot. */
    DEADLINE_AND_MEAN_POWER;

    /** The exact ratio of that plan. */
    public BigFraction of(DemandPlan plan) {
        return switch (this) {
            case BEFORE_SPREAD_EVENLY -> Habit.SPREAD_EVENLY.peakToAverage(plan);
            case BEFORE_EARLIEST_START -> Habit.EARLIEST_START.peakToAverage(plan);
            case WINDOWS -> levelled(plan);
            case CAP_125 -> levelled(new MeanPowerCap(125).of(plan));
            case CAP_130 -> levelled(new MeanPowerCap(130).of(plan));
            case CAP_140 -> levelled(new MeanPowerCap(140).of(plan));
            case CAP_200 -> levelled(new MeanPowerCap(200).of(plan));
            case DEADLINE_ONLY -> levelled(PlanReading.DEADLINE_ONLY.of(plan));
            case DEADLINE_AND_MEAN_POWER -> levelled(PlanReading.DEADLINE_AND_MEAN_POWER.of(plan));
        };
    }

    private static BigFraction levelled(DemandPlan plan) {
        return Levelling.exact(plan).peakToAverage();
    }
}
