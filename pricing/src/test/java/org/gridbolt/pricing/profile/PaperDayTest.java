package org.gridbolt.pricing.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.junit.jupiter.api.Test;

/**
 * Tharun and Parvez 2021, section 5.D, on a measured day: the demand of a slot makes its price, p = a D² + b D + c, and a
 * prosumer's surplus is sold to a neighbour at it, unit by unit.
 */
class PaperDayTest {

    private final QuadraticPrice price = QuadraticPrice.of("10", "100", "5000");
    private final ProfileDay day =
            Profiles.fontana().day(LocalDate.of(2017, 2, 19)).orElseThrow();
    private final TradingDay trading = day.between(6, 16).orElseThrow();
    private final TradePlan plan = trading.plan(price, UnitCutting.DEFAULT).orElseThrow();

    @Test
    void the_demand_of_a_slot_is_the_load_of_all_homes() {
        assertThat(day.homes()).isEqualTo(17);
        assertThat(day.demand(new Slot(10))).isEqualTo(new WattHours(20_175));
        assertThat(day.demand(new Slot(14))).isEqualTo(new WattHours(21_376));
    }

    @Test
    void a_slots_price_follows_its_demand() {
        assertThat(plan.slots())
                .extracting(slot -> slot.price().toDecimalString())
                .containsExactly(
                        "11087.80625", "10473.09929", "10552.31744", "10006.93184", "11706.93376", "11142.80656");
    }

    @Test
    void a_slot_trades_what_one_home_has_too_much_of_and_the_other_needs() {
        assertThat(plan.slots())
                .extracting(SlotTrade::slot)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(10, 15).mapToObj(Slot::new).toList());
        assertThat(plan.slots())
                .extracting(slot -> slot.energy().value())
                .containsExactly(2_926L, 2_459L, 2_210L, 2_933L, 3_389L, 103L);
    }

    @Test
    void the_day_is_58_units_of_at_most_250_watt_hours() {
        assertThat(plan.units()).hasSize(58);
        assertThat(plan.units()).extracting(unit -> unit.number().value()).containsExactlyElementsOf(oneTo(58));
        assertThat(plan.units()).allMatch(unit -> unit.energy().value() <= 250);
        assertThat(plan.energy()).isEqualTo(new WattHours(14_020));
        assertThat(plan.skipped()).isEmpty();
    }

    /** 151,689.73 coins exactly: rounded to the nearest 151,690, but a sum of floors never runs ahead of the exact cost. */
    @Test
    void the_day_costs_151_689_coins_and_a_fraction_that_is_carried() {
        assertThat(plan.cost().toRationalString()).isEqualTo("3033794649181/20000000");
        List<Coin> amounts = CumulativeRounding.START.amounts(costs(plan.units()));
        assertThat(sum(amounts)).isEqualTo(Coin.valueOf(151_689));
        assertThat(amounts).startsWith(Coin.valueOf(2_771), Coin.valueOf(2_772)).endsWith(Coin.valueOf(1_147));
    }

    @Test
    void cutting_the_day_into_books_changes_no_amount() {
        List<Coin> atOnce = CumulativeRounding.START.amounts(costs(plan.units()));
        List<Coin> slotBySlot = new ArrayList<>();
        CumulativeRounding rounding = CumulativeRounding.START;
        for (SlotTrade slot : plan.slots()) {
            List<Coin> amounts = rounding.amounts(costs(slot.units()));
            rounding = rounding.afterSettling(slot.cost(), sum(amounts));
            slotBySlot.addAll(amounts);
        }
        assertThat(slotBySlot).isEqualTo(atOnce);
        assertThat(rounding.carry()).isEqualTo(plan.cost().minus(ExactCoins.of(Coin.valueOf(151_689))));
    }

    @Test
    void a_higher_dust_limit_joins_a_remainder_to_the_last_unit_and_skips_a_slot() {
        TradePlan coarser = trading.plan(price, new UnitCutting(new WattHours(250), Coin.valueOf(1_700)))
                .orElseThrow();
        List<PlannedUnit> slot14 = coarser.slots().get(4).units();
        assertThat(slot14.get(slot14.size() - 1).energy()).isEqualTo(new WattHours(250 + 139));
        assertThat(coarser.skipped()).extracting(SlotTrade::slot).containsExactly(new Slot(15));
        assertThat(coarser.units()).hasSize(56);
        assertThat(coarser.energy()).isEqualTo(new WattHours(14_020 - 103));
    }

    private static List<ExactCoins> costs(List<PlannedUnit> units) {
        return units.stream().map(PlannedUnit::cost).toList();
    }

    private static Coin sum(List<Coin> amounts) {
        return amounts.stream().reduce(Coin.ZERO, Coin::add);
    }

    private static List<Integer> oneTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
