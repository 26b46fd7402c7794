package org.gridbolt.pricing.demand;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/** How appliances run when nobody answers a price: readings of "before", which the papers do not define. */
public enum Habit {

    /** Each appliance takes the same energy in every slot of its window. */
    SPREAD_EVENLY {
        @Override
        long upTo(long energy, long cap, int places, int length) {
            return energy * places / length;
        }

        @Override
        int denominator(int length) {
            return length;
        }

        @Override
        long part(Appliance appliance, int place, int length) {
            return appliance.energy().value();
        }
    },

    /** Each appliance runs at its cap from its first slot on until it has its energy. */
    EARLIEST_START {
        @Override
        long upTo(long energy, long cap, int places, int length) {
            return Math.min(energy, Math.min(cap, energy) * places);
        }

        @Override
        int denominator(int length) {
            return 1;
        }

        @Override
        long part(Appliance appliance, int place, int length) {
            return upTo(appliance, place + 1, length) - upTo(appliance, place, length);
        }
    };

    /** What an appliance has taken in whole watt-hours after that many places of its window. */
    abstract long upTo(long energy, long cap, int places, int length);

    /** In which parts of a watt-hour it is exact what an appliance takes in a slot. */
    abstract int denominator(int length);

    /** What an appliance takes at that place of its window, in these parts. */
    abstract long part(Appliance appliance, int place, int length);

    /** The exact demand of each slot in watt-hours, base load included. */
    public List<BigFraction> demand(DemandPlan plan) {
        int slots = plan.day().slots();
        long[][] parts = new long[slots + 1][slots];
        for (Appliance appliance : plan.appliances()) {
            int length = appliance.window().length(plan.day());
            for (int place = 0; place < length; place++) {
                // Summed by denominator first: one common denominator of all would grow with every appliance.
                parts[denominator(length)][appliance.window().slot(place, plan.day())] +=
                        part(appliance, place, length);
            }
        }
        return IntStream.range(0, slots)
                .mapToObj(slot -> IntStream.rangeClosed(1, slots)
                        .filter(denominator -> parts[denominator][slot] > 0)
                        .mapToObj(denominator -> BigFraction.of(parts[denominator][slot], denominator))
                        .reduce(BigFraction.of(plan.baseLoad().get(slot).value()), BigFraction::add))
                .toList();
    }

    /** The exact peak-to-average ratio of that demand. */
    public BigFraction peakToAverage(DemandPlan plan) {
        return PeakToAverage.of(demand(plan));
    }

    /** The schedule in whole watt-hours: each appliance's running sum is rounded down. */
    public Schedule schedule(DemandPlan plan) {
        return Schedule.whole(
                plan,
                plan.appliances().stream()
                        .map(appliance ->
                                differences(appliance, appliance.window().length(plan.day())))
                        .toArray(long[][]::new));
    }

    /** The plan in which the appliances that {@code fixed} finds run by this habit, as base load, and answer nothing. */
    public DemandPlan fix(DemandPlan plan, Predicate<Appliance> fixed) {
        DemandPlan still = new DemandPlan(plan.day(), plan.baseLoad(), those(plan, fixed));
        return new DemandPlan(plan.day(), schedule(still).wholeDemand(), those(plan, fixed.negate()));
    }

    private static List<Household> those(DemandPlan plan, Predicate<Appliance> kept) {
        return plan.households().stream()
                .map(household -> new Household(
                        household.name(),
                        household.appliances().stream().filter(kept).toList()))
                .toList();
    }

    private long[] differences(Appliance appliance, int length) {
        long[] taken = new long[length];
        Arrays.setAll(taken, place -> upTo(appliance, place + 1, length) - upTo(appliance, place, length));
        return taken;
    }

    long upTo(Appliance appliance, int places, int length) {
        return upTo(appliance.energy().value(), appliance.cap().value(), places, length);
    }
}
