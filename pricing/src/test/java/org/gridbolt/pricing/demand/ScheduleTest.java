package org.gridbolt.pricing.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.demand.Plans.appliance;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.paper.PaperTables;
import org.gridbolt.pricing.demand.proof.OptimalityCheck;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final DemandPlan night = Plans.of(4, appliance("car", 6, 3, 1, 6), appliance("lamp", 2, 1, 1, 2));
    private final long[] thirds = {3, 3, 3, 3};

    @Test
    void demand_is_summed_slot_by_slot_also_past_midnight() {
        Schedule schedule = Schedule.of(night, thirds, new long[][] {{7, 6, 5}, {6}});
        assertThat(schedule.demand())
                .containsExactly(BigFraction.of(2), BigFraction.of(11, 3), BigFraction.ZERO, BigFraction.of(7, 3));
        assertThat(schedule.peakToAverage()).isEqualTo(BigFraction.of(11, 6));
        assertThat(schedule).hasToString("schedule of [2, 11 / 3, 0, 7 / 3] Wh");
    }

    @Test
    void what_is_not_whole_has_no_whole_demand() {
        Schedule schedule = Schedule.of(night, thirds, new long[][] {{7, 6, 5}, {6}});
        assertThatThrownBy(schedule::wholeDemand).isInstanceOf(IllegalStateException.class);
        assertThat(Schedule.whole(night, new long[][] {{1, 2, 3}, {2}}).wholeDemand())
                .containsExactly(new WattHours(2), new WattHours(5), WattHours.ZERO, new WattHours(1));
    }

    @Test
    void a_schedule_has_the_places_of_its_plan() {
        for (long[] denominators :
                List.of(new long[] {1, 1, 1}, new long[] {1, 1, 1, 0}, new long[] {1, 1, 1, 1_441})) {
            assertThatThrownBy(() -> Schedule.of(night, denominators, new long[][] {{7, 6, 5}, {6}}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (long[][] parts : List.of(new long[][] {{7, 6, 5}}, new long[][] {{7, 6}, {6}})) {
            assertThatThrownBy(() -> Schedule.of(night, thirds, parts)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_schedule_is_a_value() {
        long[][] parts = {{1, 2, 3}, {2}};
        Schedule schedule = Schedule.whole(night, parts);
        parts[0][0] = 9;
        schedule.parts()[0][0] = 9;
        Schedule same = Schedule.whole(night, new long[][] {{1, 2, 3}, {2}});
        assertThat(schedule).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(schedule)
                .isNotEqualTo(Schedule.whole(night, new long[][] {{2, 2, 2}, {2}}))
                .isNotEqualTo(Schedule.of(night, thirds, new long[][] {{1, 2, 3}, {2}}))
                .isNotEqualTo(Schedule.whole(
                        night.withAppliances(each -> each.withCap(new WattHours(99))), new long[][] {{1, 2, 3}, {2}}))
                .isNotEqualTo("a schedule");
    }

    @Test
    void the_peak_of_nothing_is_refused() {
        assertThatThrownBy(() -> PeakToAverage.of(List.of(BigFraction.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Tharun and Parvez 2021, Table 5.2, spread evenly: computed apart from this library. */
    @Test
    void the_papers_table_has_a_peak_of_3_62_before() {
        DemandPlan plan = PaperTables.tharunParvez();
        assertThat(Habit.SPREAD_EVENLY.peakToAverage(plan).doubleValue()).isEqualTo(3.6215, within());
        List<BigFraction> demand = Habit.SPREAD_EVENLY.demand(plan);
        assertThat(demand.get(5)).isEqualTo(BigFraction.of(624, 7));
        assertThat(demand.get(19)).isEqualTo(BigFraction.of(209, 9));
    }

    @Test
    void the_earliest_start_runs_at_the_cap_until_it_is_done() {
        DemandPlan plan = Plans.of(4, appliance("car", 7, 3, 1, 3), appliance("lamp", 2, 1, 2, 9));
        assertThat(Habit.EARLIEST_START.schedule(plan).parts()).isDeepEqualTo(new long[][] {{3, 3, 1}, {2, 0}});
        assertThat(Habit.EARLIEST_START.peakToAverage(plan)).isEqualTo(BigFraction.of(4, 3));
    }

    @Test
    void appliances_that_do_not_answer_become_base_load() {
        DemandPlan plan = Plans.of(4, appliance("car", 7, 3, 1, 3), appliance("lamp", 2, 1, 2, 9));
        DemandPlan fixed = Habit.EARLIEST_START.fix(plan, each -> each.name().equals("car"));
        assertThat(fixed.appliances()).containsExactly(plan.appliances().get(1));
        assertThat(fixed.baseLoad())
                .containsExactly(new WattHours(3), new WattHours(1), WattHours.ZERO, new WattHours(3));
    }

    @Property(tries = 300)
    void every_habit_is_sound_and_is_what_it_says(@ForAll long seed) {
        DemandPlan plan = Plans.small(new SplittableRandom(seed));
        for (Habit habit : Habit.values()) {
            Schedule schedule = habit.schedule(plan);
            assertThat(OptimalityCheck.soundness(schedule)).isEmpty();
            List<BigFraction> exact = habit.demand(plan);
            BigFraction bound = BigFraction.of(plan.appliances().size());
            for (int slot = 0; slot < exact.size(); slot++) {
                assertThat(schedule.demand().get(slot).subtract(exact.get(slot)).abs())
                        .isLessThan(bound);
            }
            assertThat(exact.stream().reduce(BigFraction.ZERO, BigFraction::add))
                    .isEqualTo(BigFraction.of(plan.energy().value()));
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.00005);
    }
}
