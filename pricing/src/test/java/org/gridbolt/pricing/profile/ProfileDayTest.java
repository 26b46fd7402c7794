package org.gridbolt.pricing.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.pricing.profile.Profiles.FILE;
import static org.gridbolt.pricing.profile.Profiles.HEADER;
import static org.gridbolt.pricing.profile.Profiles.flawOf;
import static org.gridbolt.pricing.profile.Profiles.read;
import static org.gridbolt.pricing.profile.Profiles.rows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.rule.Coefficient;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileDayTest {

    private static final LocalDate DATE = LocalDate.of(2017, 2, 19);

    private final QuadraticPrice price = QuadraticPrice.of("10", "100", "5000");

    @Test
    void a_day_that_is_not_in_the_profile_is_refused() {
        LoadProfile profile = Profiles.fontana();
        ProfileFlaw flaw = flawOf(profile.day(LocalDate.of(2018, 1, 1)));
        assertThat(flaw)
                .isEqualTo(new DayFlaw.NoSuchDay(
                        profile.file(),
                        LocalDate.of(2018, 1, 1),
                        LocalDateTime.parse("2017-02-19T00:00"),
                        LocalDateTime.parse("2017-02-19T23:00")));
        assertThat(flaw.message())
                .isEqualTo("fontana-2017-02-19.csv does not have the day 2018-01-01;"
                        + " choose one between 2017-02-19T00:00 and 2017-02-19T23:00");
    }

    @Test
    void a_day_that_is_not_whole_is_refused() {
        LoadProfile profile =
                read(HEADER + rows("2017-02-18T20:00", 27, "1,2,3,4")).orElseThrow();
        assertThat(flawOf(profile.day(DATE))).isEqualTo(new DayFlaw.DayNotWhole(FILE, DATE, 23));
        assertThat(flawOf(profile.day(DATE.minusDays(1))))
                .isEqualTo(new DayFlaw.DayNotWhole(FILE, DATE.minusDays(1), 4));
    }

    @Test
    void a_whole_day_is_found_between_others() {
        LoadProfile profile = read(HEADER
                        + rows("2017-02-18T20:00", 4, "9,9,9,9")
                        + rows("2017-02-19T00:00", 24, "1,2,3,4")
                        + rows("2017-02-20T00:00", 1, "9,9,9,9"))
                .orElseThrow();
        ProfileDay day = profile.day(DATE).orElseThrow();
        assertThat(day.hours()).hasSize(24);
        assertThat(day.demand(new Slot(0))).isEqualTo(new WattHours(4));
        assertThat(day.demand(new Slot(23))).isEqualTo(new WattHours(4));
    }

    @Test
    void days_in_a_row_are_cut_out_or_the_first_that_is_missing_or_not_whole_is_told() {
        LoadProfile profile =
                read(HEADER + rows("2017-02-18T20:00", 4 + 48 + 5, "1,2,3,4")).orElseThrow();
        LoadProfile found = profile.days(DATE, 2).orElseThrow();
        assertThat(found.hours()).hasSize(48);
        assertThat(found.firstHour()).isEqualTo(DATE.atStartOfDay());
        assertThat(flawOf(profile.days(DATE, 3))).isEqualTo(new DayFlaw.DayNotWhole(FILE, DATE.plusDays(2), 5));
        assertThat(flawOf(profile.days(DATE.minusDays(2), 3))).isInstanceOf(DayFlaw.NoSuchDay.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 18, Integer.MAX_VALUE})
    void a_home_that_does_not_exist_is_refused(int home) {
        ProfileDay day = Profiles.fontana().day(DATE).orElseThrow();
        assertThat(flawOf(day.between(home, 16))).isEqualTo(new DayFlaw.NoSuchHome(day.file(), home, 17));
        assertThat(flawOf(day.between(6, home))).isEqualTo(new DayFlaw.NoSuchHome(day.file(), home, 17));
    }

    @Test
    void a_home_does_not_trade_with_itself() {
        ProfileDay day = Profiles.fontana().day(DATE).orElseThrow();
        assertThat(flawOf(day.between(6, 6))).isEqualTo(new DayFlaw.TradesWithItself(day.file(), 6));
    }

    @Test
    void a_seller_without_surplus_is_refused() {
        ProfileFlaw flaw = flawOf(day("500,0,300,300").between(1, 2));
        assertThat(flaw).isEqualTo(new DayFlaw.NoSurplus(FILE, DATE, 2));
        assertThat(flaw.message())
                .isEqualTo("homes.csv: home 2 has no surplus on 2017-02-19; choose another producer or day");
    }

    @Test
    void a_buyer_that_needs_nothing_while_there_is_surplus_is_refused() {
        assertThat(flawOf(day("500,500,300,900").between(1, 2)))
                .isEqualTo(new DayFlaw.NothingToTrade(FILE, DATE, 1, 2));
    }

    @Test
    void the_lesser_of_surplus_and_net_demand_is_traded() {
        assertThat(day("500,100,300,900").between(1, 2).orElseThrow().energy(new Slot(5)))
                .isEqualTo(new WattHours(400));
        assertThat(day("5000,100,300,900").between(1, 2).orElseThrow().energy(new Slot(5)))
                .isEqualTo(new WattHours(600));
    }

    @Test
    void a_price_above_the_highest_is_refused_with_its_slot() {
        Coefficient largest = new Coefficient(Long.MAX_VALUE);
        QuadraticPrice steep = new QuadraticPrice(largest, largest, largest);
        TradingDay trading = day("500,100,300,900").between(1, 2).orElseThrow();
        assertThat(flawOf(trading.plan(steep, UnitCutting.DEFAULT)))
                .isEqualTo(new DayFlaw.PriceTooHigh(FILE, DATE, new Slot(0), new WattHours(800)));
    }

    @Test
    void more_units_than_a_plan_may_have_are_refused_before_they_are_cut() {
        TradingDay trading = day("10000000,0,0,10000000").between(1, 2).orElseThrow();
        UnitCutting fine = new UnitCutting(new WattHours(1_000), Coin.SATOSHI);
        assertThat(flawOf(trading.plan(price, fine)))
                .isEqualTo(new DayFlaw.TooManyUnits(FILE, DATE, new WattHours(1_000)));
        UnitCutting coarse = new UnitCutting(new WattHours(2_500), Coin.SATOSHI);
        assertThat(trading.plan(price, coarse).orElseThrow().units()).hasSizeLessThanOrEqualTo(TradingDay.UNITS_MAX);
    }

    @Test
    void a_day_has_24_hours_and_a_profile_at_least_one() {
        assertThatThrownBy(() -> new ProfileDay(FILE, DATE, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LoadProfile(FILE, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static ProfileDay day(String cells) {
        return read(HEADER + rows("2017-02-19T00:00", 24, cells))
                .orElseThrow()
                .day(DATE)
                .orElseThrow();
    }
}
