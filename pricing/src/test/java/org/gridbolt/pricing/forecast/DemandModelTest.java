package org.gridbolt.pricing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class DemandModelTest {

    private static final LocalDateTime WINTER = LocalDateTime.of(2017, 1, 2, 0, 0);
    private static final LocalDateTime AUTUMN = LocalDateTime.of(2016, 9, 26, 0, 0);

    @Test
    void both_models_have_fourteen_predictors_and_see_an_hour_or_a_day() {
        assertThat(Predictors.DAY_AHEAD.all()).hasSize(14);
        assertThat(Predictors.DAY_AHEAD.horizon()).isEqualTo(24);
        assertThat(Predictors.DAY_AHEAD.reach()).isEqualTo(191);
        assertThat(Predictors.HOUR_AHEAD.all()).hasSize(14);
        assertThat(Predictors.HOUR_AHEAD.horizon()).isEqualTo(1);
        assertThat(Predictors.HOUR_AHEAD.reach()).isEqualTo(168);
    }

    @Test
    void predictors_look_only_at_what_was_known() {
        DemandSeries series = Series.hourly(400, hour -> hour);
        assertThat(new Predictor.Lag(24).value(series, 400)).isEqualTo(376);
        assertThat(new Predictor.Mean(24, 24).value(series, 400)).isEqualTo(364.5);
        assertThat(new Predictor.Mean(24, 24).oldest()).isEqualTo(47);
        assertThat(new Predictor.DaySine(1).value(series, 6)).isCloseTo(1, within(1e-12));
        assertThat(new Predictor.DayCosine(2).value(series, 6)).isCloseTo(-1, within(1e-12));
        assertThat(new Predictor.Weekday(DayOfWeek.TUESDAY).value(series, 23)).isZero();
        assertThat(new Predictor.Weekday(DayOfWeek.TUESDAY).value(series, 24)).isEqualTo(1);
    }

    /** 191 hours to look back and 163 cases: one hour less is refused. */
    @Test
    void a_history_of_an_hour_too_few_is_refused() {
        DemandSeries year = Series.fontana();
        ForecastFlaw flaw =
                DemandModel.of(year.first(353), Predictors.DAY_AHEAD).flaw().orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.TooShort(year.name(), 162, 163, 14, 191));
        assertThat(flaw.message()).contains("at least 354 hours");
        assertThat(DemandModel.of(year.first(354), Predictors.DAY_AHEAD).flaw()).isEmpty();
        assertThat(DemandModel.of(year.first(10), Predictors.DAY_AHEAD).flaw())
                .contains(new ForecastFlaw.TooShort(year.name(), 0, 163, 14, 191));
    }

    @Test
    void a_quarter_hourly_history_is_refused() {
        Duration quarter = Duration.ofMinutes(15);
        DemandSeries quarters = new DemandSeries("h25", Series.START, quarter, Series.demand(1_000, hour -> hour));
        ForecastFlaw flaw =
                DemandModel.of(quarters, Predictors.DAY_AHEAD).flaw().orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.NotHourly("h25", quarter));
        assertThat(flaw.message()).contains("PT15M");
        DemandModel model =
                DemandModel.of(Series.fontana(), Predictors.DAY_AHEAD).orElseThrow();
        assertThat(model.next(quarters, 1).flaw()).contains(flaw);
    }

    @Test
    void a_lag_given_twice_is_collinear() {
        Predictors twice = new Predictors(List.of(new Predictor.Lag(24), new Predictor.Lag(48), new Predictor.Lag(24)));
        assertThat(DemandModel.of(Series.fontana(), twice).flaw())
                .contains(new ForecastFlaw.Collinear(
                        "fontana-sum-2016-17.csv", "demand 24 h before", List.of("demand 24 h before")));
    }

    @Test
    void all_seven_weekdays_are_collinear_and_each_is_named() {
        Predictors week = new Predictors(java.util.stream.Stream.of(DayOfWeek.values())
                .<Predictor>map(Predictor.Weekday::new)
                .toList());
        ForecastFlaw flaw = DemandModel.of(Series.fontana(), week).flaw().orElseThrow();
        assertThat(flaw.message())
                .contains("\"sunday\" follows from \"monday\", \"tuesday\"")
                .contains("saturday");
    }

    @Test
    void a_day_ahead_is_forecast_and_no_hour_more() {
        DemandModel model =
                DemandModel.of(Series.fontana(), Predictors.DAY_AHEAD).orElseThrow();
        assertThat(model.next(Series.fontana(), 24).orElseThrow()).hasSize(24);
        ForecastFlaw flaw = model.next(Series.fontana(), 25).flaw().orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.BeyondHorizon(25, 24));
        assertThat(flaw.message()).contains("1 to 24");
        assertThat(model.next(Series.fontana(), 0).flaw()).contains(new ForecastFlaw.BeyondHorizon(0, 24));
        assertThat(model.next(Series.fontana().first(190), 1)
                        .flaw()
                        .orElseThrow()
                        .message())
                .contains("at least 191 hours");
    }

    /** What the model expects of an hour does not depend on whether later hours are known. */
    @Test
    void a_forecast_is_the_same_before_and_after_the_hours_came() {
        DemandSeries known = Series.weeks(WINTER, 10);
        DemandModel model =
                DemandModel.of(known.first(1_500), Predictors.DAY_AHEAD).orElseThrow();
        List<WattHours> before = model.next(known.first(1_500), 24).orElseThrow();
        for (int hour = 0; hour < 24; hour++) {
            assertThat(model.expected(known, 1_500 + hour)).isEqualTo(before.get(hour));
        }
    }

    @Test
    void a_forecast_below_nothing_is_nothing() {
        DemandSeries falling = Series.hourly(300, hour -> Math.max(0, 3_000 - 10L * hour + hour % 7));
        Predictors trend = new Predictors(List.of(new Predictor.Lag(1), new Predictor.Lag(2)));
        DemandModel model = DemandModel.of(falling, trend).orElseThrow();
        DemandSeries low = Series.hourly(2, hour -> 2);
        assertThat(model.next(low, 1).orElseThrow()).containsExactly(WattHours.ZERO);
    }

    /**
     * Thirteen weeks to learn from, two to be tried on. In winter the model that sees a day ahead is better than each of the three
     * forecasts that need no model.
     */
    @Test
    void in_winter_a_day_ahead_the_model_is_best() {
        HeldOut trial = trial(WINTER, Predictors.DAY_AHEAD);
        assertThat(trial.model().mean()).isLessThan(trial.lastHour().mean());
        assertThat(trial.model().rootMeanSquare()).isLessThan(trial.lastHour().rootMeanSquare());
        assertThat(trial.yesterday().mean())
                .isBetween(trial.lastHour().mean(), trial.lastWeek().mean());
    }

    /** In autumn it is better than yesterday and last week, which know as little; the last hour, which knows more, is best. */
    @Test
    void in_autumn_the_last_hour_is_better_than_a_model_that_does_not_know_it() {
        HeldOut trial = trial(AUTUMN, Predictors.DAY_AHEAD);
        assertThat(trial.lastHour().mean()).isLessThan(trial.model().mean());
        assertThat(trial.model().mean()).isLessThan(trial.yesterday().mean());
        assertThat(trial.model().mean()).isLessThan(trial.lastWeek().mean());
    }

    @Test
    void an_hour_ahead_the_model_is_best_in_both() {
        for (LocalDateTime season : List.of(WINTER, AUTUMN)) {
            HeldOut trial = trial(season, Predictors.HOUR_AHEAD);
            assertThat(trial.model().mean()).isLessThan(trial.lastHour().mean());
            assertThat(trial.model().meanPercentage())
                    .isLessThan(trial.lastHour().meanPercentage());
        }
    }

    /** NumPy's errors for the three forecasts that need no model. */
    @Test
    void errors_are_those_of_another_program() {
        HeldOut trial = trial(WINTER, Predictors.HOUR_AHEAD);
        assertThat(trial.lastHour().mean()).isCloseTo(2396.991071429, within(1e-6));
        assertThat(trial.lastHour().rootMeanSquare()).isCloseTo(3185.320877441, within(1e-6));
        assertThat(trial.lastHour().meanPercentage()).isCloseTo(16.738731403, within(1e-6));
        assertThat(trial.yesterday().mean()).isCloseTo(2550.062500000, within(1e-6));
        assertThat(trial.yesterday().rootMeanSquare()).isCloseTo(3456.813997727, within(1e-6));
        assertThat(trial.yesterday().meanPercentage()).isCloseTo(18.208064783, within(1e-6));
        assertThat(trial.lastWeek().mean()).isCloseTo(2730.401785714, within(1e-6));
        assertThat(trial.lastWeek().rootMeanSquare()).isCloseTo(3576.906191359, within(1e-6));
        assertThat(trial.lastWeek().meanPercentage()).isCloseTo(19.662120167, within(1e-6));
    }

    @Test
    void a_measured_demand_breaks_the_assumptions_of_the_method() {
        Diagnostics found = DemandModel.of(Series.weeks(WINTER, 13), Predictors.DAY_AHEAD)
                .orElseThrow()
                .regression()
                .diagnostics();
        assertThat(found.cases()).isEqualTo(13 * 168 - 191);
        assertThat(found.rSquared()).isBetween(0.4, 0.7);
        assertThat(found.normality().isRejectedAt(0.01)).isTrue();
        assertThat(found.equalVariance().isRejectedAt(0.01)).isTrue();
        assertThat(found.collinearity()).allMatch(inflation -> inflation.factor() < 10);
        assertThat(found.outliers()).isNotEmpty();
    }

    @Test
    void a_trial_needs_something_to_learn_and_something_to_try() {
        DemandSeries series = Series.hourly(500, hour -> hour % 24);
        for (int held : List.of(0, 333)) {
            ForecastFlaw flaw =
                    HeldOut.of(series, Predictors.DAY_AHEAD, held).flaw().orElseThrow();
            assertThat(flaw).isEqualTo(new ForecastFlaw.NothingLeft("made up", 500, held));
            assertThat(flaw.message()).contains("500 hours");
        }
        assertThat(HeldOut.of(series, Predictors.DAY_AHEAD, 332).flaw().orElseThrow())
                .isInstanceOf(ForecastFlaw.TooShort.class);
    }

    @Test
    void an_error_counts_every_hour_but_a_percentage_only_those_with_demand() {
        List<WattHours> actual = Series.demand(4, hour -> hour * 100L);
        List<WattHours> forecast = Series.demand(4, hour -> 100);
        ForecastError error = ForecastError.of(actual, forecast);
        assertThat(error.mean()).isEqualTo(100);
        assertThat(error.rootMeanSquare()).isCloseTo(Math.sqrt(15_000), within(1e-9));
        assertThat(error.meanPercentage()).isCloseTo((0 + 50 + 200 / 3.0) / 3, within(1e-9));
        List<WattHours> none = Series.demand(4, hour -> 0);
        assertThatThrownBy(() -> ForecastError.of(none, forecast)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForecastError.of(none, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_model_without_predictors_or_with_too_many_is_a_bug() {
        assertThatThrownBy(() -> new Predictors(List.of())).isInstanceOf(IllegalArgumentException.class);
        List<Predictor> many = java.util.Collections.nCopies(101, new Predictor.Lag(1));
        assertThatThrownBy(() -> new Predictors(many)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HeldOut trial(LocalDateTime monday, Predictors predictors) {
        Outcome<HeldOut, ForecastFlaw> trial = HeldOut.of(Series.weeks(monday, 15), predictors, 336);
        return trial.orElseThrow();
    }
}
