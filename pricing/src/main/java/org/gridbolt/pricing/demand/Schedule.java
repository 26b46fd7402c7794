package org.gridbolt.pricing.demand;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;

/**
 * How much energy each appliance of a plan takes in each slot of its window: exact fractions of a watt-hour, whose denominator
 * depends on the slot only. It says nothing about being sound or good; {@code org.gridbolt.pricing.demand.proof} does.
 */
public final class Schedule {

    private final DemandPlan plan;
    private final long[] denominators;
    private final long[][] parts;

    private Schedule(DemandPlan plan, long[] denominators, long[][] parts) {
        this.plan = plan;
        this.denominators = denominators;
        this.parts = parts;
    }

    /**
     * The schedule in which appliance {@code a} takes {@code parts[a][p] / denominators[s]} watt-hours in slot {@code s}, the
     * slot at place {@code p} of its window; an {@link IllegalArgumentException} when the plan has other places than that.
     */
    public static Schedule of(DemandPlan plan, long[] denominators, long[][] parts) {
        List<Appliance> appliances = plan.appliances();
        if (denominators.length != plan.day().slots()
                || LongStream.of(denominators).anyMatch(value -> value < 1 || value > PlanDay.SLOTS_MAX)) {
            throw new IllegalArgumentException("each slot has one denominator, from 1 to " + PlanDay.SLOTS_MAX);
        }
        if (parts.length != appliances.size()
                || IntStream.range(0, parts.length)
                        .anyMatch(each -> parts[each].length
                                != appliances.get(each).window().length(plan.day()))) {
            throw new IllegalArgumentException("each appliance has one part for each slot of its window");
        }
        return new Schedule(
                plan,
                denominators.clone(),
                Arrays.stream(parts).map(long[]::clone).toArray(long[][]::new));
    }

    /** The schedule of whole watt-hours in which appliance {@code a} takes {@code wattHours[a][p]} at place {@code p}. */
    public static Schedule whole(DemandPlan plan, long[][] wattHours) {
        long[] ones = new long[plan.day().slots()];
        Arrays.fill(ones, 1);
        return of(plan, ones, wattHours);
    }

    /** What it schedules. */
    public DemandPlan plan() {
        return plan;
    }

    /** The denominator of all energy in that slot. */
    public long denominator(int slot) {
        return denominators[slot];
    }

    /** What the appliance takes at that place of its window, in parts of a watt-hour by the slot's denominator. */
    public long part(int appliance, int place) {
        return parts[appliance][place];
    }

    /** What the appliances take, by appliance and place, in parts of a watt-hour by each slot's denominator: a copy. */
    public long[][] parts() {
        return Arrays.stream(parts).map(long[]::clone).toArray(long[][]::new);
    }

    /** The demand of each slot in watt-hours, base load included. */
    public List<BigFraction> demand() {
        long[] sums = new long[denominators.length];
        List<Appliance> appliances = plan.appliances();
        for (int each = 0; each < parts.length; each++) {
            Window window = appliances.get(each).window();
            for (int place = 0; place < parts[each].length; place++) {
                int slot = window.slot(place, plan.day());
                sums[slot] = Math.addExact(sums[slot], parts[each][place]);
            }
        }
        return IntStream.range(0, sums.length)
                .mapToObj(slot -> BigFraction.of(sums[slot], denominators[slot])
                        .add(plan.baseLoad().get(slot).value()))
                .toList();
    }

    /** The peak-to-average ratio of its demand. */
    public BigFraction peakToAverage() {
        return PeakToAverage.of(demand());
    }

    /** Whether it is in whole watt-hours throughout. */
    public boolean isWhole() {
        return LongStream.of(denominators).allMatch(value -> value == 1);
    }

    /** The demand of each slot in whole watt-hours; an {@link IllegalStateException} when it is not {@link #isWhole()}. */
    public List<WattHours> wholeDemand() {
        if (!isWhole()) {
            throw new IllegalStateException("round the schedule first");
        }
        return demand().stream()
                .map(demand -> new WattHours(demand.getNumerator().longValueExact()))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schedule that
                && plan.equals(that.plan)
                && Arrays.equals(denominators, that.denominators)
                && Arrays.deepEquals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return 31 * plan.hashCode() + Arrays.deepHashCode(parts);
    }

    /** The demand of each slot. */
    @Override
    public String toString() {
        return "schedule of " + demand() + " Wh";
    }
}
