package org.gridbolt.pricing.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.gridbolt.pricing.Outcome;
import org.junit.jupiter.api.Test;

class RegressionTest {

    /** Longley's economic data (1967), a test of programs because it is nearly collinear: deflator to year, then employment. */
    private static final double[][] LONGLEY = {
        {83.0, 234289, 2356, 1590, 107608, 1947, 60323},
        {88.5, 259426, 2325, 1456, 108632, 1948, 61122},
        {88.2, 258054, 3682, 1616, 109773, 1949, 60171},
        {89.5, 284599, 3351, 1650, 110929, 1950, 61187},
        {96.2, 328975, 2099, 3099, 112075, 1951, 63221},
        {98.1, 346999, 1932, 3594, 113270, 1952, 63639},
        {99.0, 365385, 1870, 3547, 115094, 1953, 64989},
        {100.0, 363112, 3578, 3350, 116219, 1954, 63761},
        {101.2, 397469, 2904, 3048, 117388, 1955, 66019},
        {104.6, 419180, 2822, 2857, 118734, 1956, 67857},
        {108.4, 442769, 2936, 2798, 120445, 1957, 68169},
        {110.8, 444546, 4681, 2637, 121950, 1958, 66513},
        {112.6, 482704, 3813, 2552, 123366, 1959, 68655},
        {114.2, 502601, 3931, 2514, 125368, 1960, 69564},
        {115.7, 518173, 4806, 2572, 127852, 1961, 69331},
        {116.9, 554894, 4007, 2827, 130081, 1962, 70551}
    };

    /** The certified values of the US National Institute of Standards and Technology for that data. */
    @Test
    void nearly_collinear_data_gives_the_certified_estimates_and_errors() {
        Cases cases = new Cases(
                "longley",
                List.of("deflator", "product", "unemployed", "forces", "population", "year"),
                Stream.of(LONGLEY).map(row -> list(row, 6)).toList(),
                Stream.of(LONGLEY).map(row -> row[6]).toList());
        Regression fit = Regression.withoutRule(cases).orElseThrow();
        assertEffect(fit.intercept(), -3482258.63459582, 890420.383607373);
        assertEffect(fit.effects().get(0), 15.0618722713733, 84.9149257747669);
        assertEffect(fit.effects().get(1), -0.358191792925910E-01, 0.334910077722432E-01);
        assertEffect(fit.effects().get(2), -2.02022980381683, 0.488399681651699);
        assertEffect(fit.effects().get(3), -1.03322686717359, 0.214274163161675);
        assertEffect(fit.effects().get(4), -0.511041056535807E-01, 0.226073200069370);
        assertEffect(fit.effects().get(5), 1829.15146461355, 455.478499142212);
        assertThat(fit.diagnostics().rSquared()).isCloseTo(0.995479004577296, within(1e-9));
        assertThat(fit.diagnostics().standardError()).isCloseTo(304.854073561965, within(1e-5));
        assertThat(fit.diagnostics().adjustedRSquared()).isCloseTo(0.992465007628826, within(1e-9));
        assertThat(fit.diagnostics().collinearity().get(5).factor()).isCloseTo(758.98, within(0.01));
    }

    /** The same by NumPy and SciPy. */
    @Test
    void diagnostics_agree_with_those_of_another_program() {
        Regression fit = Regression.of(madeUp(120)).orElseThrow();
        assertEffect(fit.intercept(), 11.394822032886895, 6.9505857601131895);
        assertEffect(fit.effects().get(0), 1.9591329708077245, 0.09379538207577841);
        assertEffect(fit.effects().get(1), -0.8012428850697717, 0.11845530158439374);
        assertThat(fit.intercept().pValue()).isCloseTo(0.10381520716002526, within(1e-10));
        assertThat(fit.effects().get(1).pValue()).isCloseTo(5.59781369653246e-10, withinPercentage(1e-4));
        Diagnostics found = fit.diagnostics();
        assertThat(found.rSquared()).isCloseTo(0.7942885815568828, within(1e-12));
        assertThat(found.standardError()).isCloseTo(29.67077986304405, within(1e-10));
        assertThat(found.normality().statistic()).isCloseTo(28911.569858582618, within(1e-5));
        assertThat(found.normality().isRejectedAt(0.05)).isTrue();
        assertThat(found.equalVariance().statistic()).isCloseTo(1.7766745056540678, within(1e-9));
        assertThat(found.equalVariance().pValue()).isCloseTo(0.41133913743482353, within(1e-10));
        assertThat(found.equalVariance().isRejectedAt(0.05)).isFalse();
        assertThat(found.collinearity())
                .allSatisfy(inflation -> assertThat(inflation.factor()).isCloseTo(1.0192033533048956, within(1e-9)));
        assertThat(found.outliers()).hasSize(1).first().satisfies(outlier -> {
            assertThat(outlier.number()).isEqualTo(17);
            assertThat(outlier.studentised()).isCloseTo(23.057823488029243, within(1e-8));
            assertThat(outlier.cooksDistance()).isCloseTo(0.7305540987425987, within(1e-10));
        });
    }

    @Test
    void residuals_that_grow_with_a_predictor_have_no_equal_variance() {
        Cases cases = cases(200, i -> List.of((double) i), i -> 3.0 * i + (i % 2 == 0 ? i : -i));
        Diagnostics found = Regression.of(cases).orElseThrow().diagnostics();
        assertThat(found.equalVariance().isRejectedAt(0.001)).isTrue();
    }

    @Test
    void a_case_that_alone_decides_about_a_predictor_is_an_outlier_by_its_distance() {
        Cases cases = cases(100, i -> List.of(i == 0 ? 1_000.0 : i % 10), i -> i == 0 ? 0.0 : i % 10 + i % 3);
        assertThat(Regression.of(cases).orElseThrow().diagnostics().outliers())
                .first()
                .satisfies(outlier -> assertThat(outlier.cooksDistance()).isGreaterThan(1));
    }

    /** The others are on a line, so the distance in their errors is without bound; whatever rounding makes of that is found. */
    @Test
    void the_only_case_off_a_line_is_an_outlier() {
        for (int off : List.of(0, 33, 50, 99)) {
            Cases cases = cases(100, i -> List.of((double) i), i -> 3.0 * i + (i == off ? 100 : 0));
            assertThat(Regression.of(cases).orElseThrow().diagnostics().outliers())
                    .first()
                    .satisfies(outlier -> {
                        assertThat(outlier.number()).isEqualTo(off);
                        assertThat(outlier.studentised()).isGreaterThan(1_000);
                    });
        }
    }

    @Test
    void a_case_with_a_predictor_of_its_own_is_fitted_and_no_outlier() {
        Cases cases = cases(100, i -> List.of(i == 7 ? 1.0 : 0.0, (double) i), i -> 2.0 * i + i * 53 % 7);
        List<Outlier> all = Outlier.all(LeastSquares.of(Standardised.of(cases)));
        assertThat(all.get(7).studentised()).isBetween(-3.0, 3.0);
        assertThat(all).noneMatch(outlier -> Double.isNaN(outlier.cooksDistance()));
    }

    @Test
    void a_hundred_and_sixty_two_cases_are_too_few_for_fourteen_predictors() {
        assertThat(Regression.casesNeeded(14)).isEqualTo(163);
        ForecastFlaw flaw = Regression.of(wide(162, 14)).flaw().orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.TooShort("made up", 162, 163, 14, 0));
        assertThat(flaw.message()).contains("162 cases").contains("163");
        assertThat(Regression.of(wide(163, 14)).flaw()).isEmpty();
    }

    @Test
    void a_predictor_that_follows_from_others_is_named_with_them() {
        Cases cases = new Cases(
                "made up",
                List.of("a", "b", "c", "d"),
                IntStream.range(0, 200)
                        .mapToObj(i -> {
                            double a = i * 37 % 101;
                            double c = i * i % 53;
                            return List.of(a, (double) (i * i * 13 % 89), c, 2 * a - 3 * c + 7);
                        })
                        .toList(),
                IntStream.range(0, 200).mapToObj(i -> (double) (i * 7 % 31)).toList());
        ForecastFlaw flaw = Regression.of(cases).flaw().orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.Collinear("made up", "d", List.of("a", "c")));
        assertThat(flaw.message()).contains("\"d\" follows from \"a\", \"c\"");
    }

    @Test
    void a_predictor_that_never_changes_is_named() {
        ForecastFlaw flaw = Regression.of(cases(100, i -> List.of((double) i, 0.1), i -> i * 7.0 % 31))
                .flaw()
                .orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.Constant("made up", "x1"));
        assertThat(flaw.message()).contains("x1");
    }

    @Test
    void an_outcome_that_never_changes_is_nothing_to_explain() {
        ForecastFlaw flaw = Regression.of(cases(100, i -> List.of((double) i), i -> 5.0))
                .flaw()
                .orElseThrow();
        assertThat(flaw).isEqualTo(new ForecastFlaw.NothingToExplain("made up"));
        assertThat(flaw.message()).contains("never changes");
    }

    @Test
    void rows_of_another_width_are_a_bug() {
        List<List<Double>> values = List.of(List.of(1.0, 2.0));
        assertThatThrownBy(() -> new Cases("x", List.of("a"), values, List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cases("x", List.of("a", "b"), values, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        for (int predictors : List.of(0, 101)) {
            assertThatThrownBy(() -> wide(1, predictors)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property(tries = 50)
    void a_line_through_exact_data_is_found_again(
            @ForAll @Size(3) List<@DoubleRange(min = -1_000, max = 1_000) Double> effects) {
        Cases cases = cases(
                150,
                i -> List.of((double) (i * 37 % 101), (double) (i * i * 13 % 89)),
                i -> effects.get(0) + effects.get(1) * (i * 37 % 101) + effects.get(2) * (i * i * 13 % 89) + noise(i));
        Outcome<Regression, ForecastFlaw> fit = Regression.of(cases);
        List<Double> found =
                fit.orElseThrow().effects().stream().map(Effect::estimate).toList();
        assertThat(found.get(0)).isCloseTo(effects.get(1), within(1e-4));
        assertThat(found.get(1)).isCloseTo(effects.get(2), within(1e-4));
        assertThat(fit.orElseThrow().expected(List.of(0.0, 0.0))).isCloseTo(effects.get(0), within(1e-2));
    }

    @Property(tries = 50)
    void residuals_add_up_to_nothing_and_leverages_to_the_number_of_estimates(
            @ForAll @Size(120) List<@DoubleRange(min = -100, max = 100) Double> outcomes) {
        Cases cases = new Cases("made up", List.of("a", "b"), madeUp(120).values(), withSpread(outcomes));
        LeastSquares fit = LeastSquares.of(Standardised.of(cases));
        assertThat(IntStream.range(0, 120).mapToDouble(i -> fit.residuals()[i]).sum())
                .isCloseTo(0, within(1e-8));
        assertThat(IntStream.range(0, 120).mapToDouble(i -> fit.leverages()[i]).sum())
                .isCloseTo(3, within(1e-9));
        assertThat(java.util.stream.DoubleStream.of(fit.inflations())).allMatch(factor -> factor >= 1 - 1e-12);
    }

    private static double noise(int i) {
        return (i * 53 % 97 - 48) * 1e-6;
    }

    private static List<Double> withSpread(List<Double> outcomes) {
        List<Double> spread = new ArrayList<>(outcomes);
        spread.set(0, 200.0);
        return spread;
    }

    private static Cases madeUp(int count) {
        return cases(
                count,
                i -> List.of((double) (i * 37 % 101), (double) (i * i * 13 % 89)),
                i -> 5
                        + 2.0 * (i * 37 % 101)
                        - 0.75 * (i * i * 13 % 89)
                        + (i * 53 % 97 - 48) * (i * 29 % 7 + 1) / 10.0
                        + (i == 17 ? 300 : 0));
    }

    private static Cases wide(int count, int predictors) {
        return cases(
                count,
                i -> IntStream.range(0, predictors)
                        .mapToObj(j -> (double) ((i + 3) * (i + 7L * j) * (j + 1) % (101 + 2 * j)))
                        .toList(),
                i -> (double) (i * 53 % 97));
    }

    private static Cases cases(
            int count,
            java.util.function.IntFunction<List<Double>> values,
            java.util.function.IntToDoubleFunction outcome) {
        int width = values.apply(0).size();
        return new Cases(
                "made up",
                IntStream.range(0, width).mapToObj(j -> "x" + j).toList(),
                IntStream.range(0, count).mapToObj(values).toList(),
                IntStream.range(0, count).mapToDouble(outcome).boxed().collect(Collectors.toList()));
    }

    private static List<Double> list(double[] row, int count) {
        return IntStream.range(0, count).mapToObj(i -> row[i]).toList();
    }

    private static void assertEffect(Effect effect, double estimate, double standardError) {
        assertThat(effect.estimate()).as(effect.predictor()).isCloseTo(estimate, withinPercentage(1e-6));
        assertThat(effect.standardError()).as(effect.predictor()).isCloseTo(standardError, withinPercentage(1e-6));
    }
}
