package org.gridbolt.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.bitcoinj.base.Coin;
import org.junit.jupiter.api.Test;

class UnitCuttingTest {

    /** At 10,000 coins per kWh a watt-hour costs 10 coins, so the 330 coins of the dust limit are 33 Wh. */
    private static final Price TEN_A_WATT_HOUR = price("10000");

    private final UnitCutting cutting = UnitCutting.DEFAULT;

    @Test
    void a_trade_is_cut_into_full_units_and_a_remainder() {
        assertThat(cut(600, TEN_A_WATT_HOUR)).isEqualTo(wattHours(250, 250, 100));
        assertThat(cut(500, TEN_A_WATT_HOUR)).isEqualTo(wattHours(250, 250));
        assertThat(cut(100, TEN_A_WATT_HOUR)).isEqualTo(wattHours(100));
    }

    @Test
    void a_remainder_worth_less_than_the_dust_limit_joins_the_last_unit() {
        assertThat(cut(533, TEN_A_WATT_HOUR)).isEqualTo(wattHours(250, 250, 33));
        assertThat(cut(532, TEN_A_WATT_HOUR)).isEqualTo(wattHours(250, 282));
        assertThat(cut(282, TEN_A_WATT_HOUR)).isEqualTo(wattHours(282));
    }

    @Test
    void a_trade_worth_less_than_the_dust_limit_is_skipped() {
        assertThat(cut(33, TEN_A_WATT_HOUR)).isEqualTo(wattHours(33));
        assertThat(cut(32, TEN_A_WATT_HOUR)).isEmpty();
        assertThat(cut(0, TEN_A_WATT_HOUR)).isEmpty();
        assertThat(cut(Long.MAX_VALUE, Price.ZERO)).isEmpty();
    }

    @Test
    void a_hair_below_the_dust_limit_is_below_it() {
        assertThat(cut(33, new Price(9_999_999_999_999L))).isEmpty();
        assertThat(cut(33, new Price(10_000_000_000_000L))).hasSize(1);
    }

    /** At 1,000 coins per kWh a watt-hour costs one coin: 250 Wh are not worth 330 coins, 500 Wh are. */
    @Test
    void energy_too_cheap_for_full_units_is_gathered_into_larger_ones() {
        Price cheap = price("1000");
        assertThat(cut(1_400, cheap)).isEqualTo(wattHours(500, 500, 400));
        assertThat(cut(1_300, cheap)).isEqualTo(wattHours(500, 800));
        assertThat(cut(330, cheap)).isEqualTo(wattHours(330));
        assertThat(cut(329, cheap)).isEmpty();
    }

    @Test
    void the_numbers_of_a_slots_units_rise_from_the_first() {
        SlotTrade trade =
                cutting.cut(new Slot(3), new WattHours(20_000), TEN_A_WATT_HOUR, new WattHours(600), new UnitNumber(7));
        assertThat(trade.units())
                .extracting(PlannedUnit::number)
                .containsExactly(new UnitNumber(7), new UnitNumber(8), new UnitNumber(9));
        assertThat(trade.units()).allSatisfy(unit -> {
            assertThat(unit.slot()).isEqualTo(new Slot(3));
            assertThat(unit.demand()).isEqualTo(new WattHours(20_000));
            assertThat(unit.price()).isEqualTo(TEN_A_WATT_HOUR);
        });
        assertThat(trade.isSkipped()).isFalse();
        assertThat(trade.cost()).isEqualTo(ExactCoins.of(Coin.valueOf(6_000)));
    }

    @Test
    void a_plan_counts_only_what_is_traded() {
        SlotTrade traded = trade(0, 600, UnitNumber.FIRST);
        SlotTrade skipped = trade(1, 32, new UnitNumber(4));
        TradePlan plan = new TradePlan(List.of(traded, skipped));
        assertThat(plan.units()).isEqualTo(traded.units());
        assertThat(plan.skipped()).containsExactly(skipped);
        assertThat(plan.energy()).isEqualTo(new WattHours(600));
        assertThat(plan.cost()).isEqualTo(traded.cost());
    }

    @Test
    void what_cannot_be_a_unit_cannot_be_made() {
        assertThatThrownBy(() -> new UnitCutting(WattHours.ZERO, Coin.SATOSHI))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitCutting(new WattHours(250), Coin.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new PlannedUnit(UnitNumber.FIRST, new Slot(0), WattHours.ZERO, WattHours.ZERO, TEN_A_WATT_HOUR))
                .isInstanceOf(IllegalArgumentException.class);
        SlotTrade traded = trade(0, 600, UnitNumber.FIRST);
        assertThatThrownBy(() -> new SlotTrade(
                        traded.slot(), traded.demand(), traded.price(), new WattHours(601), traded.units()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 2_000)
    void all_energy_is_cut_and_no_unit_is_dust(
            @ForAll("cuttings") UnitCutting any,
            @ForAll @LongRange(max = 100_000) long energy,
            @ForAll("prices") Price price) {
        List<WattHours> units = any.cut(new WattHours(energy), price);
        boolean skipped = price.costOf(new WattHours(energy)).isBelow(any.dustLimit());
        assertThat(units.isEmpty()).isEqualTo(skipped);
        if (!skipped) {
            assertThat(WattHours.sum(units)).isEqualTo(new WattHours(energy));
            assertThat(units).noneMatch(unit -> price.costOf(unit).isBelow(any.dustLimit()));
        }
    }

    @Property(tries = 2_000)
    void a_unit_is_larger_than_a_full_one_only_where_it_would_else_leave_dust(
            @ForAll @LongRange(min = 1, max = 100_000) long energy, @ForAll("prices") Price price) {
        boolean fullIsDust = price.costOf(cutting.largestUnit()).isBelow(cutting.dustLimit());
        List<WattHours> units = cut(energy, price);
        for (int i = 0; i < units.size() && !fullIsDust; i++) {
            WattHours excess = units.get(i).excessOver(cutting.largestUnit());
            assertThat(i == units.size() - 1 || excess.equals(WattHours.ZERO)).isTrue();
            assertThat(price.costOf(excess).isBelow(cutting.dustLimit())).isTrue();
        }
    }

    @Property(tries = 1_000)
    void the_number_of_units_is_known_before_they_are_cut(
            @ForAll @LongRange(max = 100_000) long energy,
            @ForAll("prices") Price price,
            @ForAll @IntRange(max = 500) int limit) {
        assertThat(cutting.cutsIntoMoreThan(limit, new WattHours(energy), price))
                .isEqualTo(cut(energy, price).size() > limit);
    }

    @Test
    void a_trade_of_any_size_is_counted_without_being_cut() {
        WattHours everything = new WattHours(Long.MAX_VALUE);
        assertThat(cutting.cutsIntoMoreThan(Integer.MAX_VALUE, everything, Price.MAX))
                .isTrue();
        assertThat(new UnitCutting(everything, Coin.SATOSHI).cut(everything, Price.MAX))
                .containsExactly(everything);
    }

    @Provide
    Arbitrary<Price> prices() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 3_000_000_000_000L),
                        Arbitraries.longs().between(0, 50_000_000_000_000L))
                .map(Price::new);
    }

    @Provide
    Arbitrary<UnitCutting> cuttings() {
        return Combinators.combine(
                        Arbitraries.longs().between(10, 2_000),
                        Arbitraries.longs().between(1, 5_000))
                .as((unit, dust) -> new UnitCutting(new WattHours(unit), Coin.valueOf(dust)));
    }

    private SlotTrade trade(int slot, long energy, UnitNumber first) {
        return cutting.cut(new Slot(slot), new WattHours(20_000), TEN_A_WATT_HOUR, new WattHours(energy), first);
    }

    private List<WattHours> cut(long energy, Price price) {
        return cutting.cut(new WattHours(energy), price);
    }

    private static List<WattHours> wattHours(long... values) {
        return LongStream.of(values).mapToObj(WattHours::new).toList();
    }

    private static Price price(String decimal) {
        return Price.parse(decimal).orElseThrow();
    }
}
