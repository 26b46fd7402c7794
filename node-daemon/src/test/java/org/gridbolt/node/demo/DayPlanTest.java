package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class DayPlanTest {

    private final DayPlan plan = DayPlan.of(new DemoOptions.Trade());

    @Test
    void the_default_day_is_14020_watt_hours_in_58_units() {
        assertThat(plan.trades().units()).hasSize(58);
        assertThat(plan.trades().energy()).isEqualTo(new WattHours(14_020));
    }

    @Test
    void it_costs_about_151690_coins() {
        List<ExactCoins> costs =
                plan.trades().units().stream().map(PlannedUnit::cost).toList();
        Coin total = CumulativeRounding.START.amounts(costs).stream().reduce(Coin.ZERO, Coin::add);

        assertThat(total.getValue()).isBetween(151_685L, 151_695L);
    }
}
