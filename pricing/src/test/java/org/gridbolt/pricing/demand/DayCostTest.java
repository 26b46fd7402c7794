package org.gridbolt.pricing.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.demand.Plans.appliance;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.level.Levelling;
import org.gridbolt.pricing.demand.level.WholeWattHours;
import org.gridbolt.pricing.demand.paper.Experiment;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.junit.jupiter.api.Test;

class DayCostTest {

    private static final QuadraticPrice ONES = QuadraticPrice.of("1", "1", "1");

    private static DayCost cost(Schedule schedule, QuadraticPrice rule) {
        return DayCost.of(schedule, rule).orElseThrow();
    }

    @Test
    void everybody_pays_the_slots_price_for_what_it_takes() {
        DemandPlan plan = new DemandPlan(
                new PlanDay(2, 60, true),
                List.of(new WattHours(1_000), WattHours.ZERO),
                List.of(
                        new Household("north", List.of(appliance("car", 1_500, 0, 1, 1_500))),
                        new Household("south", List.of(appliance("pump", 500, 1, 1, 500)))));
        DayCost cost = cost(Schedule.whole(plan, new long[][] {{1_000, 500}, {500}}), ONES);
        assertThat(cost.slots())
                .extracting(slot -> slot.price().toDecimalString())
                .containsExactly("7", "3");
        assertThat(cost.bills())
                .extracting(bill -> bill.household() + " " + bill.cost())
                .containsExactly("north 17/2 coins", "south 3/2 coins");
        assertThat(cost.baseLoad()).hasToString("7/1 coins");
        assertThat(cost.total()).hasToString("17/1 coins");
    }

    @Test
    void bills_that_do_not_add_up_cannot_be_made() {
        SlotCost slot = new SlotCost(new Slot(0), new WattHours(1_000), Price.ZERO);
        ExactCoins one = new ExactCoins(BigInteger.ONE);
        assertThatThrownBy(() -> new DayCost(List.of(slot), List.of(new HouseholdBill("north", one)), ExactCoins.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void bills_and_base_load_split_the_total_exactly(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        DemandPlan plan = Plans.small(random);
        DayCost cost = cost(Plans.anySchedule(plan, random), QuadraticPrice.of("10", "100", "5000"));
        ExactCoins billed = cost.bills().stream().map(HouseholdBill::cost).reduce(cost.baseLoad(), ExactCoins::plus);
        assertThat(billed).isEqualTo(cost.total());
        assertThat(cost.bills()).hasSameSizeAs(plan.households());
    }

    /** The coefficients change what the day costs, but not which schedule costs least. */
    @Property(tries = 200)
    void the_level_schedule_costs_least_whatever_the_coefficients(
            @ForAll long seed,
            @ForAll @LongRange(max = 9_999) long a,
            @ForAll @LongRange(max = 9_999) long b,
            @ForAll @LongRange(max = 9_999) long c) {
        SplittableRandom random = new SplittableRandom(seed);
        DemandPlan plan = Plans.small(random);
        QuadraticPrice rule = QuadraticPrice.of(a + ".5", Long.toString(b), Long.toString(c));
        ExactCoins least =
                cost(WholeWattHours.round(Levelling.exact(plan)), rule).total();
        for (int count = 0; count < 20; count++) {
            assertThat(least)
                    .isLessThanOrEqualTo(
                            cost(Plans.anySchedule(plan, random), rule).total());
        }
    }

    @Test
    void the_papers_set_gets_cheaper() {
        DemandPlan plan = Experiment.PROSUMERS_60.draw(new SplittableRandom(1));
        ExactCoins before = cost(Habit.SPREAD_EVENLY.schedule(plan), ONES).total();
        ExactCoins after =
                cost(WholeWattHours.round(Levelling.exact(plan)), ONES).total();
        assertThat(after).isLessThan(before);
    }

    /** With D in Wh, a D³ leaves 64 bits at a demand of 2,097,152 Wh; nothing happens there. */
    @Test
    void cost_does_not_overflow_where_the_cube_of_the_demand_does() {
        for (long demand : List.of(2_097_151L, 2_097_152L, 90_000_000L)) {
            DemandPlan plan = Plans.of(1, appliance("town", demand, 0, 0, demand));
            BigInteger d = BigInteger.valueOf(demand);
            BigInteger thousand = BigInteger.valueOf(1_000);
            BigInteger cube = d.pow(3)
                    .add(d.pow(2).multiply(thousand))
                    .add(d.multiply(thousand.pow(2)))
                    .multiply(thousand);
            assertThat(cost(Habit.EARLIEST_START.schedule(plan), ONES).total().picoCoins())
                    .isEqualTo(cube);
        }
    }

    @Test
    void a_demand_without_a_price_is_a_flaw() {
        DemandPlan plan = Plans.of(1, appliance("country", 900_000_000_000L, 0, 0, 900_000_000_000L));
        assertThat(DayCost.of(Habit.EARLIEST_START.schedule(plan), ONES)
                        .flaw()
                        .orElseThrow()
                        .message())
                .isEqualTo("slot 0: the price for a demand of 900000000000 Wh is above " + Price.MAX
                        + "; choose smaller coefficients");
    }
}
