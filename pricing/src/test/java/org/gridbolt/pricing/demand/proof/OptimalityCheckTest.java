package org.gridbolt.pricing.demand.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.pricing.demand.Plans.appliance;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Plans;
import org.gridbolt.pricing.demand.Schedule;
import org.gridbolt.pricing.demand.Window;
import org.gridbolt.pricing.demand.level.Levelling;
import org.junit.jupiter.api.Test;

class OptimalityCheckTest {

    private final DemandPlan plan = Plans.of(3, appliance("car", 6, 0, 2, 4), appliance("lamp", 2, 0, 0, 2));

    private static Schedule halves(DemandPlan plan, long[][] parts) {
        return Schedule.of(plan, new long[] {2, 2, 2}, parts);
    }

    @Test
    void a_level_schedule_is_accepted() {
        Schedule level = Schedule.of(plan, new long[] {3, 3, 3}, new long[][] {{2, 8, 8}, {6}});
        assertThat(OptimalityCheck.optimality(level)).isEmpty();
    }

    @Test
    void a_sound_schedule_that_is_not_level_is_told_what_to_move() {
        Schedule uneven = Schedule.whole(plan, new long[][] {{2, 2, 2}, {2}});
        assertThat(OptimalityCheck.soundness(uneven)).isEmpty();
        assertThat(OptimalityCheck.optimality(uneven)).contains(new ScheduleFlaw.NotLevel(0, 0, 1));
        assertThat(new ScheduleFlaw.NotLevel(0, 0, 1).message())
                .isEqualTo(
                        "appliance 0 could take less in slot 0 and more in slot 1, where demand is lower; move some");
    }

    @Test
    void a_cap_can_stand_in_the_way_of_a_level_demand() {
        DemandPlan capped = Plans.of(3, appliance("car", 6, 0, 2, 2), appliance("lamp", 2, 0, 0, 2));
        assertThat(OptimalityCheck.optimality(Schedule.whole(capped, new long[][] {{2, 2, 2}, {2}})))
                .isEmpty();
    }

    @Test
    void energy_outside_the_bounds_is_found() {
        assertThat(OptimalityCheck.optimality(halves(plan, new long[][] {{-1, 8, 5}, {4}})))
                .contains(new ScheduleFlaw.OutOfBounds(0, 0, BigFraction.of(-1, 2), new WattHours(4)));
        assertThat(OptimalityCheck.optimality(halves(plan, new long[][] {{0, 9, 3}, {4}}))
                        .orElseThrow()
                        .message())
                .isEqualTo("appliance 0 takes 9 / 2 Wh in slot 1; let it take from 0 Wh to its cap of 4 Wh");
    }

    @Test
    void energy_that_is_missing_is_found() {
        assertThat(OptimalityCheck.soundness(halves(plan, new long[][] {{2, 4, 5}, {4}}))
                        .orElseThrow()
                        .message())
                .isEqualTo("appliance 0 gets 11 / 2 Wh; give it 6 Wh");
        assertThat(OptimalityCheck.soundness(Schedule.of(plan, new long[] {2, 3, 2}, new long[][] {{2, 9, 4}, {4}})))
                .isEmpty();
    }

    /** Whatever is moved within an optimal schedule, it is worse or breaks a bound: the check says so, unless slots of one level swap. */
    @Property(tries = 1_000)
    void an_optimal_schedule_is_accepted_and_any_change_of_its_demand_is_not(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DemandPlan small = Plans.small(random);
        Schedule optimal = Levelling.exact(small);
        assertThat(OptimalityCheck.optimality(optimal)).isEmpty();

        int each = random.nextInt(small.appliances().size());
        Window window = small.appliances().get(each).window();
        int from = random.nextInt(window.length(small.day()));
        int to = random.nextInt(window.length(small.day()));
        long amount = 1 + random.nextLong(3);
        Schedule perturbed = moved(optimal, each, window, from, to, amount);
        Statistics.collect(from != to);
        assertThat(OptimalityCheck.optimality(perturbed).isPresent())
                .as("%s to %s", Tuple.of(each, from), to)
                .isEqualTo(from != to);
    }

    /** Moves whole watt-hours, so that the appliance keeps its energy. */
    private static Schedule moved(Schedule schedule, int each, Window window, int from, int to, long amount) {
        long[][] parts = schedule.parts();
        long[] denominators = new long[schedule.plan().day().slots()];
        for (int slot = 0; slot < denominators.length; slot++) {
            denominators[slot] = schedule.denominator(slot);
        }
        parts[each][from] -=
                amount * denominators[window.slot(from, schedule.plan().day())];
        parts[each][to] += amount * denominators[window.slot(to, schedule.plan().day())];
        return Schedule.of(schedule.plan(), denominators, parts);
    }

    @Property(tries = 300)
    void energy_that_appears_from_nowhere_is_always_found(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Schedule optimal = Levelling.exact(Plans.small(random));
        long[][] parts = optimal.parts();
        int each = random.nextInt(parts.length);
        parts[each][random.nextInt(parts[each].length)] += random.nextBoolean() ? 1 : -1;
        long[] denominators = new long[optimal.plan().day().slots()];
        for (int slot = 0; slot < denominators.length; slot++) {
            denominators[slot] = optimal.denominator(slot);
        }
        assertThat(OptimalityCheck.soundness(Schedule.of(optimal.plan(), denominators, parts)))
                .isPresent();
    }
}
