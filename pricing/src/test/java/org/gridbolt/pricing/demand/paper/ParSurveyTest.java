package org.gridbolt.pricing.demand.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ParSurveyTest {

    private static ParSurvey survey(Experiment experiment, int draws) {
        return ParSurvey.of(experiment, SplittableRandom::new, draws);
    }

    private static double mean(ParSurvey survey, ParSeries series) {
        return survey.of(series).mean().doubleValue() / 1e6;
    }

    @Test
    void a_distribution_counts_exactly() {
        ParDistribution distribution = ParDistribution.of(
                List.of(BigFraction.of(3, 2), BigFraction.of(4, 3), BigFraction.of(5, 3), BigFraction.of(3, 2)));
        assertThat(distribution.millionths()).containsExactly(1_333_333L, 1_500_000L, 1_500_000L, 1_666_667L);
        assertThat(distribution.mean()).isEqualTo(BigFraction.of(1_500_000));
        assertThat(distribution.standardDeviationFloor()).isEqualTo(117_851);
        assertThat(List.of(0, 25, 26, 50, 75, 76, 100).stream().map(distribution::quantile))
                .containsExactly(1_333_333L, 1_333_333L, 1_500_000L, 1_500_000L, 1_500_000L, 1_666_667L, 1_666_667L);
        assertThat(distribution.shareUpTo(1_333_332)).isEqualTo(BigFraction.ZERO);
        assertThat(distribution.shareUpTo(1_500_000)).isEqualTo(BigFraction.of(3, 4));
        assertThat(distribution).hasToString("1.500000 +- 0.117851 over 4 draws");
    }

    @Test
    void a_distribution_of_nothing_and_a_quantile_outside_it_are_refused() {
        assertThatThrownBy(() -> new ParDistribution(List.of())).isInstanceOf(IllegalArgumentException.class);
        ParDistribution one = new ParDistribution(List.of(1L));
        assertThatThrownBy(() -> one.quantile(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one.quantile(101)).isInstanceOf(IllegalArgumentException.class);
        ParSurvey nothing = new ParSurvey(Map.of());
        assertThatThrownBy(() -> nothing.of(ParSeries.WINDOWS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not surveyed: WINDOWS");
    }

    /** A uniform start and an end after it, and appliances that start early before: both printed figures are ordinary draws. */
    @Test
    void one_reading_explains_both_printed_ratios_without_caps() {
        ParSurvey survey = survey(Experiment.PROSUMERS_60.with(WindowReading.END_FROM_START_ON), 40);
        assertThat(survey.of(ParSeries.BEFORE_EARLIEST_START).shareUpTo(ParSurvey.PRINTED_BEFORE))
                .isBetween(BigFraction.of(1, 10), BigFraction.of(9, 10));
        assertThat(survey.of(ParSeries.WINDOWS).shareUpTo(ParSurvey.PRINTED_AFTER))
                .isBetween(BigFraction.of(1, 10), BigFraction.of(9, 10));
    }

    /** Forty draws: the order of the readings, and where the printed ratios lie among them. */
    @Test
    void with_windows_in_order_demand_becomes_level_and_only_caps_leave_the_printed_ratio() {
        ParSurvey survey = survey(Experiment.PROSUMERS_60, 40);
        assertThat(mean(survey, ParSeries.BEFORE_SPREAD_EVENLY)).isEqualTo(1.53, offset(0.05));
        assertThat(survey.of(ParSeries.BEFORE_SPREAD_EVENLY).shareUpTo(ParSurvey.PRINTED_BEFORE))
                .isBetween(BigFraction.of(1, 4), BigFraction.of(3, 4));
        assertThat(survey.of(ParSeries.WINDOWS).quantile(90)).isEqualTo(1_000_000);
        assertThat(survey.of(ParSeries.DEADLINE_ONLY).quantile(90)).isEqualTo(1_000_000);
        assertThat(survey.of(ParSeries.CAP_130).shareUpTo(ParSurvey.PRINTED_AFTER))
                .isBetween(BigFraction.of(1, 4), BigFraction.of(3, 4));
        assertThat(mean(survey, ParSeries.CAP_125)).isGreaterThan(mean(survey, ParSeries.CAP_130));
        assertThat(mean(survey, ParSeries.CAP_130)).isGreaterThan(mean(survey, ParSeries.CAP_140));
        assertThat(mean(survey, ParSeries.CAP_140)).isGreaterThan(mean(survey, ParSeries.CAP_200));
    }

    /** The figures that were computed apart from this library, 1.540 +- 0.110 and so on, within what their draws leave open. */
    @Test
    @Tag("deep")
    void a_thousand_draws_of_each_set_agree_with_an_independent_computation() {
        ParSurvey sixty = survey(Experiment.PROSUMERS_60, 1_000);
        assertThat(mean(sixty, ParSeries.BEFORE_SPREAD_EVENLY)).isEqualTo(1.540, offset(0.03));
        assertThat(mean(sixty, ParSeries.WINDOWS)).isEqualTo(1.000, offset(0.001));
        assertThat(mean(sixty, ParSeries.CAP_125)).isEqualTo(1.20, offset(0.02));
        assertThat(mean(sixty, ParSeries.CAP_130)).isEqualTo(1.17, offset(0.01));
        assertThat(mean(sixty, ParSeries.CAP_140)).isEqualTo(1.14, offset(0.01));
        assertThat(mean(sixty, ParSeries.CAP_200)).isEqualTo(1.08, offset(0.01));
        assertThat(mean(sixty, ParSeries.DEADLINE_AND_MEAN_POWER)).isEqualTo(1.108, offset(0.015));
        ParSurvey hundred = survey(Experiment.PROSUMERS_100, 1_000);
        assertThat(mean(hundred, ParSeries.BEFORE_SPREAD_EVENLY)).isEqualTo(1.475, offset(0.02));
        assertThat(mean(hundred, ParSeries.WINDOWS)).isEqualTo(1.000, offset(0.001));
    }
}
