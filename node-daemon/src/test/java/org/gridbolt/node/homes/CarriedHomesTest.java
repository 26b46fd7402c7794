package org.gridbolt.node.homes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.LongStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.junit.jupiter.api.Test;

class CarriedHomesTest {

    private static final LoadProfile YEAR = CarriedHomes.profile();
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 8, 1);

    @Test
    void every_day_of_the_year_but_the_last_is_whole() {
        assertThat(YEAR.homes()).isEqualTo(17);
        assertThat(YEAR.hours()).hasSize(8_760);
        assertThat(LongStream.range(0, 364))
                .allMatch(day -> YEAR.day(FIRST_DAY.plusDays(day)).value().isPresent());
    }

    @Test
    void a_sunday_in_february_is_the_day_that_the_demo_trades() {
        var plan = YEAR.day(LocalDate.of(2017, 2, 19))
                .flatMap(day -> day.between(6, 16))
                .flatMap(day -> day.plan(QuadraticPrice.of("10", "100", "5000"), UnitCutting.DEFAULT))
                .orElseThrow();
        assertThat(plan.units()).hasSize(58);
        assertThat(plan.energy()).isEqualTo(new WattHours(14_020));
        assertThat(plan.cost().floorCoins()).isEqualTo(Coin.valueOf(151_689));
    }
}
