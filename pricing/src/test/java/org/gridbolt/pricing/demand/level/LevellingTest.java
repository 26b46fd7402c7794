package org.gridbolt.pricing.demand.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.gridbolt.pricing.demand.Plans.appliance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Household;
import org.gridbolt.pricing.demand.PlanDay;
import org.gridbolt.pricing.demand.PlanReading;
import org.gridbolt.pricing.demand.Plans;
import org.gridbolt.pricing.demand.Schedule;
import org.gridbolt.pricing.demand.Window;
import org.gridbolt.pricing.demand.paper.Experiment;
import org.gridbolt.pricing.demand.paper.MeanPowerCap;
import org.gridbolt.pricing.demand.paper.PaperTables;
import org.gridbolt.pricing.demand.proof.OptimalityCheck;
import org.junit.jupiter.api.Test;

class LevellingTest {

    /** Tharun and Parvez 2021, Table 5.2, solved by hand: 1951 Wh must run in slots 6 to 12, the rest fills 13 to 20. */
    @Test
    void the_papers_table_has_two_levels() {
        Schedule schedule = Levelling.exact(PaperTables.tharunParvez());
        List<BigFraction> expected = IntStream.rangeClosed(1, 24)
                .mapToObj(slot -> slot >= 6 && slot <= 12
                        ? BigFraction.of(1951, 7)
                        : slot >= 13 && slot <= 20 ? BigFraction.of(800, 8) : BigFraction.ZERO)
                .toList();
        assertThat(schedule.demand()).isEqualTo(expected);
        assertThat(schedule.peakToAverage().doubleValue()).isEqualTo(2.4315, offset(0.00005));
        assertThat(OptimalityCheck.optimality(schedule)).isEmpty();
    }

    @Test
    void without_a_start_the_papers_table_has_a_peak_of_1_42() {
        Schedule schedule = Levelling.exact(PlanReading.DEADLINE_ONLY.of(PaperTables.tharunParvez()));
        assertThat(schedule.peakToAverage().doubleValue()).isEqualTo(1.4184, offset(0.00005));
    }

    @Test
    void a_window_past_midnight_is_one_window() {
        Schedule schedule = Levelling.exact(Plans.of(6, appliance("car", 10, 4, 1, 4), appliance("lamp", 4, 0, 0, 4)));
        assertThat(schedule.demand())
                .containsExactly(
                        BigFraction.of(4),
                        BigFraction.of(10, 3),
                        BigFraction.ZERO,
                        BigFraction.ZERO,
                        BigFraction.of(10, 3),
                        BigFraction.of(10, 3));
    }

    @Test
    void a_base_load_above_the_level_is_left_alone() {
        DemandPlan plan = new DemandPlan(
                new PlanDay(3, 60, true),
                List.of(new WattHours(9), new WattHours(1), WattHours.ZERO),
                List.of(new Household("home", List.of(appliance("car", 4, 0, 2, 4)))));
        assertThat(Levelling.exact(plan).demand())
                .containsExactly(BigFraction.of(9), BigFraction.of(5, 2), BigFraction.of(5, 2));
    }

    @Test
    void a_plan_of_base_load_only_stays_as_it_is() {
        DemandPlan plan =
                new DemandPlan(new PlanDay(2, 60, true), List.of(new WattHours(9), new WattHours(1)), List.of());
        assertThat(Levelling.exact(plan).demand()).containsExactly(BigFraction.of(9), BigFraction.ONE);
    }

    @Property(tries = 10)
    void with_windows_alone_the_papers_first_set_becomes_level(@ForAll @LongRange(min = 1, max = 1_000) long seed) {
        DemandPlan plan = Experiment.PROSUMERS_100.draw(new SplittableRandom(seed));
        assertThat(Levelling.exact(plan).peakToAverage()).isEqualTo(BigFraction.ONE);
    }

    @Property(tries = 1_000)
    void the_schedule_passes_the_check_that_knows_nothing_of_it(@ForAll long seed) {
        DemandPlan plan = Plans.small(new SplittableRandom(seed));
        Schedule schedule = Levelling.exact(plan);
        assertThat(OptimalityCheck.optimality(schedule)).isEmpty();
        assertThat(Plans.energies(schedule))
                .isEqualTo(plan.appliances().stream()
                        .map(each -> BigFraction.of(each.energy().value()))
                        .toList());
    }

    /**
     * The other half of the duality, from the plan and the demand alone: in the slots up to each level there is as much energy as
     * windows and caps let in, so none of what is above can move below.
     */
    @Property(tries = 1_000)
    void the_slots_up_to_each_level_hold_all_that_can_be_put_there(@ForAll long seed) {
        DemandPlan plan = Plans.small(new SplittableRandom(seed));
        List<BigFraction> demand = Levelling.exact(plan).demand();
        for (BigFraction level : new TreeSet<>(demand)) {
            int[] low = IntStream.range(0, demand.size())
                    .filter(slot -> demand.get(slot).compareTo(level) <= 0)
                    .toArray();
            BigFraction there = IntStream.of(low).mapToObj(demand::get).reduce(BigFraction.ZERO, BigFraction::add);
            assertThat(there).isEqualTo(BigFraction.of(mostIn(plan, low)));
        }
    }

    private static long mostIn(DemandPlan plan, int[] slots) {
        long most = IntStream.of(slots)
                .mapToLong(slot -> plan.baseLoad().get(slot).value())
                .sum();
        for (Appliance appliance : plan.appliances()) {
            long open = IntStream.of(slots)
                    .filter(slot -> appliance.window().holds(slot, plan.day()))
                    .count();
            most += Math.min(
                    appliance.energy().value(),
                    Math.min(appliance.cap().value(), appliance.energy().value()) * open);
        }
        return most;
    }

    /** Convex costs of three kinds: none is lower for any other schedule. */
    @Property(tries = 100)
    void ten_thousand_random_schedules_never_beat_it(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DemandPlan plan = Plans.small(random);
        List<BigFraction> level = Levelling.exact(plan).demand();
        for (int count = 0; count < 100; count++) {
            List<BigFraction> other = Plans.anySchedule(plan, random).demand();
            for (int power = 2; power <= 3; power++) {
                assertThat(powers(level, power)).isLessThanOrEqualTo(powers(other, power));
            }
            assertThat(Collections.max(level)).isLessThanOrEqualTo(Collections.max(other));
            assertThat(Collections.min(level)).isGreaterThanOrEqualTo(Collections.min(other));
        }
    }

    private static BigFraction powers(List<BigFraction> demand, int power) {
        return demand.stream().map(each -> each.pow(power)).reduce(BigFraction.ZERO, BigFraction::add);
    }

    @Property(tries = 50)
    void a_general_convex_solver_finds_the_same_demand(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        DemandPlan plan = Plans.small(new SplittableRandom(seed));
        double[] solved = QuadraticProgram.demand(plan);
        List<BigFraction> exact = Levelling.exact(plan).demand();
        for (int slot = 0; slot < solved.length; slot++) {
            assertThat(exact.get(slot).doubleValue()).isEqualTo(solved[slot], offset(0.05));
        }
    }

    @Test
    void more_slots_than_bits_of_a_word_and_many_levels_are_no_matter() {
        SplittableRandom random = new SplittableRandom(5);
        DemandPlan plan = new MeanPowerCap(130)
                .of(new Experiment(
                                300,
                                5,
                                new PlanDay(200, 7, true),
                                new WattHours(1),
                                new WattHours(5_000),
                                Experiment.PROSUMERS_60.windows())
                        .draw(random));
        Schedule schedule = Levelling.exact(plan);
        assertThat(new TreeSet<>(schedule.demand())).hasSizeGreaterThan(50);
        assertThat(OptimalityCheck.optimality(schedule)).isEmpty();
    }

    @Test
    void the_most_energy_over_the_most_slots_does_not_overflow() {
        List<Appliance> appliances = new ArrayList<>();
        long part = DemandPlan.ENERGY_MAX.value() / 4;
        int slots = PlanDay.SLOTS_MAX;
        for (int each = 0; each < 4; each++) {
            Window window = new Window(each * 7, slots - 1 - each * each * 100);
            appliances.add(Appliance.uncapped("a" + each, new WattHours(part - each), window));
        }
        DemandPlan plan = Plans.of(slots, appliances.toArray(Appliance[]::new));
        Schedule schedule = Levelling.exact(plan);
        assertThat(OptimalityCheck.optimality(schedule)).isEmpty();
        assertThat(OptimalityCheck.soundness(WholeWattHours.round(schedule))).isEmpty();
    }
}
