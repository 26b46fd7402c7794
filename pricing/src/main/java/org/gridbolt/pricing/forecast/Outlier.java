package org.gridbolt.pricing.forecast;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A case that does not fit the others.
 *
 * @param number its number, counted from 0
 * @param studentised its residual in standard errors of a fit without it
 * @param cooksDistance how far the whole fit moves without it
 */
public record Outlier(int number, double studentised, double cooksDistance) {

    /** A residual of more standard errors than this is one of an outlier. */
    public static final double STUDENTISED_MAX = 3;

    /** A case that moves the fit further than this is an outlier. */
    public static final double COOKS_DISTANCE_MAX = 1;

    /** A case that alone decides about a predictor has a leverage of one and no residual to divide. */
    private static final double LEVERAGE_MAX = 1 - 1e-12;

    static List<Outlier> among(LeastSquares fit) {
        return all(fit).stream().filter(Outlier::isOne).toList();
    }

    static List<Outlier> all(LeastSquares fit) {
        double[] residuals = fit.residuals();
        double[] leverages = fit.leverages();
        double error = fit.standardError();
        return IntStream.range(0, residuals.length)
                .mapToObj(i -> {
                    double leverage = Math.min(leverages[i], LEVERAGE_MAX);
                    return of(i, residuals[i] / (error * Math.sqrt(1 - leverage)), leverage, fit);
                })
                .toList();
    }

    /** When the other cases fit exactly, rounding must not make what they leave negative: the case is infinitely far. */
    private static Outlier of(int number, double inside, double leverage, LeastSquares fit) {
        int freedom = fit.freedom();
        double outside = inside * Math.sqrt((freedom - 1) / Math.max(0, freedom - inside * inside));
        return new Outlier(number, outside, inside * inside * leverage / (fit.estimated() * (1 - leverage)));
    }

    private boolean isOne() {
        return Math.abs(studentised) > STUDENTISED_MAX || cooksDistance > COOKS_DISTANCE_MAX;
    }
}
