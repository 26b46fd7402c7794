package org.gridbolt.pricing.forecast;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How far the assumptions of a regression hold: the conditions that Casquiço, section 5.2, names. None of them forbids to forecast; an
 * assumption that fails says that the standard errors are not to be trusted.
 *
 * @param cases how many cases there were
 * @param rSquared the part of the outcomes' variance that is explained, 0 to 1
 * @param standardError of the residuals, in units of the outcome
 * @param normality the test of Jarque and Bera: are the residuals normally distributed?
 * @param equalVariance the test of Breusch and Pagan as Koenker studentised it: is their variance the same everywhere?
 * @param collinearity how nearly each predictor follows from the others
 * @param outliers the cases far from the fit, or moving it far
 */
public record Diagnostics(
        int cases,
        double rSquared,
        double standardError,
        TestResult normality,
        TestResult equalVariance,
        List<Inflation> collinearity,
        List<Outlier> outliers) {

    /**
     * A predictor's variance inflation factor.
     *
     * @param predictor its name
     * @param factor 1 when it is independent of the others; above 10 it is commonly called collinear
     */
    public record Inflation(String predictor, double factor) {}

    public Diagnostics {
        collinearity = List.copyOf(collinearity);
        outliers = List.copyOf(outliers);
    }

    /** R² made smaller for the predictors that it took. */
    public double adjustedRSquared() {
        int predictors = collinearity.size();
        return 1 - (1 - rSquared) * (cases - 1) / (cases - predictors - 1);
    }

    static Diagnostics of(LeastSquares fit, List<String> predictors) {
        double[] residuals = fit.residuals();
        double[] inflations = fit.inflations();
        return new Diagnostics(
                fit.size(),
                1 - LeastSquares.squares(residuals) / fit.totalSquares(),
                fit.standardError(),
                jarqueBera(residuals),
                breuschPagan(fit, residuals),
                IntStream.range(0, inflations.length)
                        .mapToObj(i -> new Inflation(predictors.get(i), inflations[i]))
                        .toList(),
                Outlier.among(fit));
    }

    private static TestResult jarqueBera(double[] residuals) {
        double variance = moment(residuals, 2);
        double skewness = moment(residuals, 3) / Math.pow(variance, 1.5);
        double excess = moment(residuals, 4) / (variance * variance) - 3;
        return new TestResult(residuals.length / 6.0 * (skewness * skewness + excess * excess / 4), 2);
    }

    private static TestResult breuschPagan(LeastSquares fit, double[] residuals) {
        double mean = moment(residuals, 2);
        double[] squares = DoubleStream.of(residuals).map(e -> e * e - mean).toArray();
        double explained = fit.explained(squares) / LeastSquares.squares(squares);
        return new TestResult(residuals.length * explained, fit.estimated() - 1);
    }

    private static double moment(double[] residuals, int power) {
        return DoubleStream.of(residuals).map(e -> Math.pow(e, power)).sum() / residuals.length;
    }
}
