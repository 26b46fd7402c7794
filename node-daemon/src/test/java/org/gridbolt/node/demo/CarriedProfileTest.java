package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileReader;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.junit.jupiter.api.Test;

class CarriedProfileTest {

    private static final String FILE = "fontana-2017-02-13-to-19.csv";
    private static final LocalDate MONDAY = LocalDate.of(2017, 2, 13);

    @Test
    void the_week_is_whole() throws IOException {
        LoadProfile week = read();
        assertThat(week.homes()).isEqualTo(17);
        assertThat(IntStream.range(0, 7))
                .allMatch(day -> week.day(MONDAY.plusDays(day)).value().isPresent());
    }

    @Test
    void its_sunday_is_the_default_day() throws IOException {
        var plan = read().day(LocalDate.of(2017, 2, 19))
                .flatMap(day -> day.between(6, 16))
                .flatMap(day -> day.plan(QuadraticPrice.of("10", "100", "5000"), UnitCutting.DEFAULT))
                .orElseThrow();
        assertThat(plan.units()).hasSize(58);
        assertThat(plan.energy()).isEqualTo(new WattHours(14_020));
        assertThat(plan.cost().floorCoins()).isEqualTo(Coin.valueOf(151_689));
    }

    private static LoadProfile read() throws IOException {
        try (InputStream stream = CarriedProfileTest.class.getResourceAsStream(FILE)) {
            return ProfileReader.read(FILE, Objects.requireNonNull(stream).readAllBytes())
                    .orElseThrow();
        }
    }
}
