package org.gridbolt.pricing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.profile.HomeHour;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileHour;
import org.junit.jupiter.api.Test;

class DemandSeriesTest {

    private static final LocalDateTime START = Series.START;
    private static final DemandSeries DAY = Series.hourly(24, hour -> 10L * hour);

    @Test
    void a_profile_is_the_load_of_all_homes_hour_by_hour() {
        LoadProfile profile = new LoadProfile("homes.csv", List.of(hour(0, 3, 4), hour(1, 5, 6)));
        DemandSeries series = DemandSeries.of(profile).orElseThrow();
        assertThat(series)
                .isEqualTo(new DemandSeries(
                        "homes.csv", START, Duration.ofHours(1), List.of(new WattHours(7), new WattHours(11))));
        assertThat(series.time(2)).isEqualTo(START.plusHours(2));
        assertThat(series.first(1).demand()).containsExactly(new WattHours(7));
    }

    @Test
    void a_gap_is_refused_with_its_place() {
        LoadProfile profile = new LoadProfile("homes.csv", List.of(hour(0, 3, 4), hour(2, 5, 6)));
        ForecastFlaw flaw = DemandSeries.of(profile).flaw().orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.Gap("homes.csv", START.plusHours(1), START.plusHours(2)));
        assertThat(flaw.message()).contains("homes.csv: 2017-01-02T02:00 where 2017-01-02T01:00");
    }

    @Test
    void series_of_the_same_time_add_up() {
        DemandSeries sum = DAY.plus(DAY).orElseThrow();
        assertThat(sum.demand()).isEqualTo(Series.demand(24, hour -> 20L * hour));
        assertThat(sum.name()).isEqualTo("made up and made up");
    }

    @Test
    void series_of_different_resolution_do_not_add_up() {
        Duration quarter = Duration.ofMinutes(15);
        DemandSeries quarters = new DemandSeries("h25", START, quarter, Series.demand(96, hour -> hour));
        ForecastFlaw flaw = DAY.plus(quarters).flaw().orElseThrow();
        assertThat(flaw)
                .isEqualTo(new ForecastFlaw.DifferentResolution("made up", Duration.ofHours(1), "h25", quarter));
        assertThat(flaw.message()).contains("PT15M").contains("PT1H");
    }

    @Test
    void series_of_different_times_do_not_add_up() {
        DemandSeries later = new DemandSeries("later", START.plusHours(1), DemandSeries.HOUR, DAY.demand());
        ForecastFlaw flaw = DAY.plus(later).flaw().orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.DifferentTime("made up", "later", START, START.plusHours(24)));
        assertThat(flaw.message()).contains("later").contains("2017-01-03T00:00");
        assertThat(DAY.plus(DAY.first(23)).flaw()).isPresent();
    }

    @Test
    void a_series_of_nothing_is_a_bug() {
        assertThatThrownBy(() -> DAY.first(0)).isInstanceOf(IllegalArgumentException.class);
        for (Duration step : List.of(Duration.ZERO, Duration.ofHours(-1))) {
            assertThatThrownBy(() -> new DemandSeries("x", START, step, DAY.demand()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ProfileHour hour(int after, long one, long other) {
        WattHours none = WattHours.ZERO;
        return new ProfileHour(
                START.plusHours(after),
                List.of(new HomeHour(new WattHours(one), none), new HomeHour(new WattHours(other), none)));
    }
}
