package org.gridbolt.pricing.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.demand.Plans.appliance;

import java.util.Collections;
import java.util.List;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandPlanTest {

    private static final PlanDay ONE_DAY = new PlanDay(24, 60, false);

    private static String flawOf(PlanDay day, Household... households) {
        return message(DemandPlan.of(day, List.of(households)));
    }

    private static String message(Outcome<DemandPlan, PlanFlaw> outcome) {
        return outcome.flaw().orElseThrow().message();
    }

    private static Household home(String name, Appliance... appliances) {
        return new Household(name, List.of(appliances));
    }

    @Test
    void all_infeasible_appliances_are_named_with_what_they_miss() {
        Outcome<DemandPlan, PlanFlaw> outcome = DemandPlan.of(
                PlanDay.HOURS,
                List.of(
                        home("north", appliance("oven", 1_001, 4, 5, 500), appliance("lamp", 1_000, 4, 5, 500)),
                        home("south", appliance("pump", 900, 23, 0, 100))));
        assertThat(outcome.flaw())
                .contains(new PlanFlaw.Infeasible(List.of(
                        new PlanFlaw.Unserved("north", "oven", new WattHours(1_001), new WattHours(1_000)),
                        new PlanFlaw.Unserved("south", "pump", new WattHours(900), new WattHours(200)))));
        assertThat(message(outcome))
                .isEqualTo("too little time for household \"north\", appliance \"oven\" (1 Wh of 1001 Wh missing), "
                        + "household \"south\", appliance \"pump\" (700 Wh of 900 Wh missing); "
                        + "give longer windows, higher caps or less energy");
    }

    @Test
    void a_name_is_used_once() {
        Appliance lamp = appliance("lamp", 1, 0, 0, 1);
        assertThat(flawOf(PlanDay.HOURS, home("north", lamp), home("north", lamp)))
                .isEqualTo("household \"north\" is there twice; give each household a name of its own");
        assertThat(flawOf(PlanDay.HOURS, home("north", lamp, lamp)))
                .isEqualTo("household \"north\" has appliance \"lamp\" twice; give each appliance a name of its own");
        assertThat(DemandPlan.of(PlanDay.HOURS, List.of(home("north", lamp), home("south", lamp)))
                        .value())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, 'needs no energy; leave it out or give at least 1 Wh'",
        "1, 1, 1, 0, 'has a cap of 0 Wh per slot; give at least 1 Wh'"
    })
    void an_appliance_takes_something(long energy, int first, int last, long cap, String message) {
        assertThat(flawOf(PlanDay.HOURS, home("north", appliance("lamp", energy, first, last, cap))))
                .isEqualTo("household \"north\", appliance \"lamp\" " + message);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "24, 5", "5, -1", "5, 24"})
    void a_window_names_slots_of_the_day(int first, int last) {
        assertThat(flawOf(PlanDay.HOURS, home("north", appliance("lamp", 1, first, last, 1))))
                .isEqualTo("household \"north\", appliance \"lamp\": the window " + first + ".." + last
                        + " is not in the day; give slots from 0 to 23");
    }

    @Test
    void a_window_without_a_slot_is_refused_where_no_day_follows() {
        Household north = home("north", appliance("lamp", 1, 6, 5, 1));
        assertThat(flawOf(ONE_DAY, north))
                .isEqualTo("household \"north\", appliance \"lamp\": the window 6..5 has no slot; "
                        + "let it end in its first slot or later, or plan a cyclic day");
        assertThat(DemandPlan.of(PlanDay.HOURS, List.of(north)).value()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "-1, 60", "1441, 1", "24, 0"})
    void a_day_has_slots_of_some_length(int slots, int minutes) {
        assertThat(flawOf(new PlanDay(slots, minutes, true)))
                .isEqualTo("a day of " + slots + " slots of " + minutes
                        + " minutes: give 1 to 1440 slots of at least 1 minute");
    }

    @Test
    void a_base_load_has_a_value_for_each_slot() {
        assertThat(message(DemandPlan.of(PlanDay.HOURS, List.of(WattHours.ZERO), List.of())))
                .isEqualTo("the base load has 1 values for 24 slots; give one for each slot");
    }

    @Test
    void a_plan_has_some_energy_but_not_more_than_sums_can_hold() {
        assertThat(flawOf(PlanDay.HOURS, home("north"))).startsWith("the plan has no energy at all");
        long most = DemandPlan.ENERGY_MAX.value();
        Appliance all = appliance("all", most, 0, 23, most);
        assertThat(DemandPlan.of(PlanDay.HOURS, List.of(home("north", all))).value())
                .isPresent();
        assertThat(flawOf(PlanDay.HOURS, home("north", all, appliance("one", 1, 0, 0, 1))))
                .isEqualTo("the plan's energy is above 1000000000000 Wh; plan fewer households at once");
        assertThat(message(DemandPlan.of(
                        PlanDay.HOURS, Collections.nCopies(24, new WattHours(Long.MAX_VALUE)), List.of())))
                .startsWith("the plan's energy is above");
    }

    @Test
    void a_flawed_plan_cannot_be_made() {
        assertThatThrownBy(() -> new DemandPlan(PlanDay.HOURS, List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the base load has 0 values");
    }

    @Test
    void a_plan_counts_appliances_household_by_household() {
        Appliance lamp = appliance("lamp", 1, 0, 0, 1);
        Appliance oven = appliance("oven", 2, 0, 0, 2);
        DemandPlan plan = new DemandPlan(
                PlanDay.HOURS,
                Collections.nCopies(24, new WattHours(10)),
                List.of(home("north", lamp, oven), home("south", oven)));
        assertThat(plan.appliances()).containsExactly(lamp, oven, oven);
        assertThat(plan.energy()).isEqualTo(new WattHours(245));
    }

    @Test
    void a_window_holds_both_its_ends_and_may_pass_midnight() {
        PlanDay day = PlanDay.HOURS;
        Window night = new Window(22, 2);
        assertThat(night.length(day)).isEqualTo(5);
        assertThat(List.of(night.slot(0, day), night.slot(1, day), night.slot(2, day), night.slot(4, day)))
                .containsExactly(22, 23, 0, 2);
        assertThat(night.holds(0, day)).isTrue();
        assertThat(night.holds(2, day)).isTrue();
        assertThat(night.holds(3, day)).isFalse();
        assertThat(night.holds(21, day)).isFalse();
        assertThat(new Window(6, 6).length(day)).isEqualTo(1);
        assertThat(new Window(6, 5).length(day)).isEqualTo(24);
    }

    @Test
    void the_algorithm_as_printed_has_a_deadline_and_no_start() {
        DemandPlan plan = Plans.of(24, appliance("lamp", 10, 6, 9, 4), appliance("car", 9, 20, 3, 5));
        assertThat(PlanReading.WINDOWS.of(plan)).isEqualTo(plan);
        assertThat(PlanReading.DEADLINE_ONLY.of(plan).appliances())
                .containsExactly(appliance("lamp", 10, 0, 9, 10), appliance("car", 9, 20, 3, 9));
        assertThat(PlanReading.DEADLINE_AND_MEAN_POWER.of(plan).appliances())
                .containsExactly(appliance("lamp", 10, 0, 9, 3), appliance("car", 9, 20, 3, 2));
    }
}
