package org.gridbolt.pricing.forecast;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Cases with every predictor moved to a mean of nothing and scaled to a length of one, so that how nearly predictors follow from
 * each other does not depend on their units.
 *
 * @param cases the cases as they are
 * @param means the mean of each predictor
 * @param lengths the length of each predictor after that mean was taken off
 * @param meanOutcome the mean of the outcomes
 */
record Standardised(Cases cases, List<Double> means, List<Double> lengths, double meanOutcome) {

    /** Below this part of its mean the spread of a predictor is taken for rounding. */
    private static final double SAME = 1e-12;

    static Standardised of(Cases cases) {
        List<Double> means = columns(cases).mapToObj(i -> mean(cases.column(i))).toList();
        List<Double> lengths = columns(cases)
                .mapToObj(i -> Math.sqrt(squares(cases.column(i), means.get(i))))
                .toList();
        return new Standardised(cases, means, lengths, mean(cases.outcomes()));
    }

    Optional<ForecastFlaw> flaw() {
        for (int i = 0; i < lengths.size(); i++) {
            if (isConstant(lengths.get(i), means.get(i))) {
                return Optional.of(new ForecastFlaw.Constant(
                        cases.name(), cases.predictors().get(i)));
            }
        }
        return isConstant(Math.sqrt(totalSquares()), meanOutcome)
                ? Optional.of(new ForecastFlaw.NothingToExplain(cases.name()))
                : Optional.empty();
    }

    /** The squares of the outcomes' distances from their mean, added up. */
    double totalSquares() {
        return squares(cases.outcomes(), meanOutcome);
    }

    double[][] rows() {
        return cases.values().stream()
                .map(row -> columns(cases)
                        .mapToDouble(i -> (row.get(i) - means.get(i)) / lengths.get(i))
                        .toArray())
                .toArray(double[][]::new);
    }

    double[] outcomes() {
        return cases.outcomes().stream()
                .mapToDouble(outcome -> outcome - meanOutcome)
                .toArray();
    }

    private boolean isConstant(double length, double mean) {
        return length <= SAME * Math.abs(mean) * Math.sqrt(cases.size());
    }

    private static IntStream columns(Cases cases) {
        return IntStream.range(0, cases.predictors().size());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double squares(List<Double> values, double mean) {
        return values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
    }
}
