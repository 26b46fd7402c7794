package org.gridbolt.pricing.demand.proof;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.PlanDay;
import org.gridbolt.pricing.demand.Schedule;
import org.gridbolt.pricing.demand.Window;

/**
 * Tests a schedule by the conditions that a least cost has to meet, knowing nothing of how it came about.
 *
 * <p>A schedule is sound when every appliance gets its energy, from 0 to its cap in each slot of its window. A sound schedule costs
 * least, for every price that is the same strictly rising function of the demand in all slots, if and only if no appliance
 * takes energy in a slot while it has room in one of less demand. Necessary: moving a little would be cheaper. Sufficient: the
 * conditions are those of Karush, Kuhn and Tucker, with the level above which an appliance takes nothing as its multiplier, and
 * the cost is convex.
 */
public final class OptimalityCheck {

    private final Schedule schedule;
    private final PlanDay day;
    private final List<Appliance> appliances;
    private final int[] ranks;

    private OptimalityCheck(Schedule schedule) {
        this.schedule = schedule;
        this.day = schedule.plan().day();
        this.appliances = schedule.plan().appliances();
        List<BigFraction> demand = schedule.demand();
        List<BigFraction> levels = List.copyOf(new TreeSet<>(demand));
        this.ranks = demand.stream().mapToInt(levels::indexOf).toArray();
    }

    /** Why the schedule is not sound, or empty. */
    public static Optional<ScheduleFlaw> soundness(Schedule schedule) {
        OptimalityCheck check = new OptimalityCheck(schedule);
        return check.first(check::unsound);
    }

    /** Why the schedule is not sound, or else what could be moved to make it cheaper; empty for one that costs least. */
    public static Optional<ScheduleFlaw> optimality(Schedule schedule) {
        OptimalityCheck check = new OptimalityCheck(schedule);
        return check.first(check::unsound).or(() -> check.first(check::movable));
    }

    private Optional<ScheduleFlaw> first(IntFunction<Optional<ScheduleFlaw>> test) {
        return IntStream.range(0, appliances.size())
                .mapToObj(test)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<ScheduleFlaw> unsound(int each) {
        for (int place = 0; place < windowOf(each).length(day); place++) {
            int slot = windowOf(each).slot(place, day);
            if (schedule.part(each, place) < 0 || mostOf(each, slot) < schedule.part(each, place)) {
                return Optional.of(new ScheduleFlaw.OutOfBounds(
                        each,
                        slot,
                        BigFraction.of(schedule.part(each, place), schedule.denominator(slot)),
                        appliances.get(each).cap()));
            }
        }
        BigFraction energy = energyOf(each);
        WattHours needed = appliances.get(each).energy();
        return energy.equals(BigFraction.of(needed.value()))
                ? Optional.empty()
                : Optional.of(new ScheduleFlaw.WrongEnergy(each, energy, needed));
    }

    /** All that the appliance takes; neighbouring slots of one denominator are added as whole numbers. */
    private BigFraction energyOf(int each) {
        BigFraction total = BigFraction.ZERO;
        long running = 0;
        long denominator = 1;
        for (int place = 0; place < windowOf(each).length(day); place++) {
            int slot = windowOf(each).slot(place, day);
            if (schedule.denominator(slot) != denominator) {
                total = total.add(BigFraction.of(running, denominator));
                running = 0;
                denominator = schedule.denominator(slot);
            }
            running = Math.addExact(running, schedule.part(each, place));
        }
        return total.add(BigFraction.of(running, denominator));
    }

    private Window windowOf(int each) {
        return appliances.get(each).window();
    }

    /** The most that the appliance takes in that slot, in parts by the slot's denominator. */
    private long mostOf(int each, int slot) {
        Appliance appliance = appliances.get(each);
        return appliance.cap().min(appliance.energy()).value() * schedule.denominator(slot);
    }

    private Optional<ScheduleFlaw> movable(int each) {
        int highest = -1;
        int lowest = -1;
        for (int place = 0; place < windowOf(each).length(day); place++) {
            int slot = windowOf(each).slot(place, day);
            if (schedule.part(each, place) > 0 && (highest < 0 || ranks[slot] > ranks[highest])) {
                highest = slot;
            }
            if (schedule.part(each, place) < mostOf(each, slot) && (lowest < 0 || ranks[slot] < ranks[lowest])) {
                lowest = slot;
            }
        }
        return lowest >= 0 && ranks[highest] > ranks[lowest]
                ? Optional.of(new ScheduleFlaw.NotLevel(each, highest, lowest))
                : Optional.empty();
    }
}
