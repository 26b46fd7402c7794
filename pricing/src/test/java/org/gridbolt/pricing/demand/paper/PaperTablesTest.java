package org.gridbolt.pricing.demand.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Habit;
import org.gridbolt.pricing.demand.PlanDay;
import org.gridbolt.pricing.demand.PlanFlaw;
import org.gridbolt.pricing.demand.Schedule;
import org.gridbolt.pricing.demand.Window;
import org.gridbolt.pricing.demand.level.Levelling;
import org.gridbolt.pricing.demand.proof.OptimalityCheck;
import org.junit.jupiter.api.Test;

class PaperTablesTest {

    private static WattHours energy(List<Appliance> appliances) {
        return WattHours.sum(appliances.stream().map(Appliance::energy).toList());
    }

    private static Appliance named(List<Appliance> appliances, String name) {
        return appliances.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void table_10_uses_73_565_kilowatt_hours_of_which_49_4_are_flexible() {
        List<Appliance> appliances = PaperTables.casquico().appliances();
        assertThat(appliances).hasSize(14);
        assertThat(energy(appliances)).isEqualTo(new WattHours(73_565));
        assertThat(energy(appliances.stream()
                        .filter(PaperTables.casquicoFlexible())
                        .toList()))
                .isEqualTo(new WattHours(49_400));
    }

    @Test
    void table_10_as_printed_has_no_schedule_and_says_for_whom() {
        assertThat(PaperTables.casquicoAsPrinted().flaw())
                .contains(new PlanFlaw.Infeasible(List.of(
                        new PlanFlaw.Unserved("home", "Air Conditioner", new WattHours(7_000), new WattHours(5_000)),
                        new PlanFlaw.Unserved("home", "Dish Washer", new WattHours(705), new WattHours(470)))));
    }

    @Test
    void the_extended_windows_are_just_long_enough() {
        List<Appliance> printed = PaperTables.casquico().appliances();
        List<Appliance> extended = PaperTables.casquicoExtended().appliances();
        assertThat(named(extended, "Air Conditioner").window()).isEqualTo(new Window(38, 3));
        assertThat(named(extended, "Dish Washer").window()).isEqualTo(new Window(44, 46));
        assertThat(extended).filteredOn(each -> !printed.contains(each)).hasSize(2);
        assertThat(named(extended, "Electric Vehicle").window()).isEqualTo(new Window(38, 11));
        assertThat(new Window(38, 11).length(PlanDay.HALF_HOURS)).isEqualTo(22);
    }

    /** From about 2.4 to about 1.2 when the flexible loads respond; the rest goes on as early as it may. */
    @Test
    void table_10_falls_to_1_18_when_its_flexible_loads_respond() {
        DemandPlan all = PaperTables.casquicoExtended();
        assertThat(ParDistribution.millionths(Habit.EARLIEST_START.peakToAverage(all)))
                .isEqualTo(2_373_738);
        DemandPlan flexible =
                Habit.EARLIEST_START.fix(all, PaperTables.casquicoFlexible().negate());
        assertThat(flexible.energy()).isEqualTo(all.energy());
        Schedule schedule = Levelling.exact(flexible);
        assertThat(OptimalityCheck.optimality(schedule)).isEmpty();
        assertThat(schedule.peakToAverage()).isEqualTo(BigFraction.of(87_024, 73_565));
        assertThat(ParDistribution.millionths(Levelling.exact(all).peakToAverage()))
                .isEqualTo(1_126_039);
    }
}
