package org.gridbolt.pricing.forecast;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.QR;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.RawStore;

/**
 * The least-squares fit of standardised cases, by the orthogonal decomposition {@code Z = Q R}: no normal equations, so nearly
 * collinear predictors lose half as many digits. The diagonal of {@code R} says how much of a predictor is left when those before it
 * are taken off, and the lengths of the rows of its inverse are the roots of the variance inflation factors.
 */
final class LeastSquares {

    /** Less than this part of a predictor being its own, it follows from others. */
    private static final double COLLINEAR = 1e-8;

    /** A predictor takes part in another with more than this weight, both of length one. */
    private static final double TAKES_PART = 1e-6;

    private final Standardised cases;
    private final double[][] rows;
    private final double[] outcomes;
    private final MatrixStore<Double> q;
    private final MatrixStore<Double> r;

    private LeastSquares(Standardised cases, QR<Double> decomposed, double[][] rows) {
        this.cases = cases;
        this.rows = rows;
        this.outcomes = cases.outcomes();
        this.q = decomposed.getQ();
        this.r = decomposed.getR();
    }

    static LeastSquares of(Standardised cases) {
        double[][] rows = cases.rows();
        RawStore matrix = RawStore.wrap(rows);
        QR<Double> qr = QR.R064.make(matrix);
        qr.decompose(matrix);
        return new LeastSquares(cases, qr, rows);
    }

    /** The first predictor that follows from those before it, and from which. */
    Optional<ForecastFlaw> collinear(Cases named) {
        return columns()
                .filter(column -> Math.abs(r.doubleValue(column, column)) < COLLINEAR)
                .mapToObj(column -> collinear(named, column))
                .findFirst();
    }

    private ForecastFlaw collinear(Cases named, int column) {
        double[] weights = solve(
                column,
                IntStream.range(0, column)
                        .mapToDouble(row -> r.doubleValue(row, column))
                        .toArray());
        List<String> from = IntStream.range(0, column)
                .filter(i -> Math.abs(weights[i]) > TAKES_PART)
                .mapToObj(named.predictors()::get)
                .toList();
        return new ForecastFlaw.Collinear(named.name(), named.predictors().get(column), from);
    }

    int size() {
        return outcomes.length;
    }

    /** How many numbers are estimated: the intercept, and one for each predictor. */
    int estimated() {
        return rows[0].length + 1;
    }

    int freedom() {
        return size() - estimated();
    }

    double totalSquares() {
        return cases.totalSquares();
    }

    /** The estimates for the standardised predictors. */
    double[] weights() {
        return solve(rows[0].length, along(outcomes));
    }

    /** What the fit leaves unexplained in each case. */
    double[] residuals() {
        double[] weights = weights();
        return IntStream.range(0, size())
                .mapToDouble(i -> outcomes[i] - dot(rows[i], weights))
                .toArray();
    }

    /** How much each case pulls the fit to itself, from 1/n to 1. */
    double[] leverages() {
        return IntStream.range(0, size())
                .mapToDouble(i -> 1.0 / size()
                        + columns()
                                .mapToDouble(j -> square(q.doubleValue(i, j)))
                                .sum())
                .toArray();
    }

    /** The part of {@code values}, of a mean of nothing, that the predictors explain: a sum of squares. */
    double explained(double[] values) {
        return squares(along(values));
    }

    /** The variance inflation factor of each predictor, at least 1. */
    double[] inflations() {
        double[][] inverse = inverse();
        return columns().mapToDouble(i -> squares(inverse[i])).toArray();
    }

    Effect effect(int predictor, String name) {
        double length = cases.lengths().get(predictor);
        double error = standardError() * Math.sqrt(inflations()[predictor]) / length;
        return new Effect(name, weights()[predictor] / length, error, freedom());
    }

    Effect intercept() {
        double[] means = columns()
                .mapToDouble(i -> cases.means().get(i) / cases.lengths().get(i))
                .toArray();
        double[][] inverse = inverse();
        double[] spread = columns()
                .mapToDouble(j ->
                        columns().mapToDouble(i -> inverse[i][j] * means[i]).sum())
                .toArray();
        double error = standardError() * Math.sqrt(1.0 / size() + squares(spread));
        return new Effect("intercept", cases.meanOutcome() - dot(means, weights()), error, freedom());
    }

    /** The standard error of the residuals. */
    double standardError() {
        return Math.sqrt(squares(residuals()) / freedom());
    }

    private double[] along(double[] values) {
        return columns()
                .mapToDouble(j -> IntStream.range(0, size())
                        .mapToDouble(i -> q.doubleValue(i, j) * values[i])
                        .sum())
                .toArray();
    }

    private double[][] inverse() {
        int width = rows[0].length;
        double[][] inverse = new double[width][width];
        for (int j = 0; j < width; j++) {
            double[] unit = new double[width];
            unit[j] = 1;
            double[] column = solve(width, unit);
            for (int i = 0; i < width; i++) {
                inverse[i][j] = column[i];
            }
        }
        return inverse;
    }

    /** What the first {@code width} columns of R have to be weighed with to give {@code sums}. */
    private double[] solve(int width, double[] sums) {
        double[] solved = new double[width];
        for (int i = width - 1; i >= 0; i--) {
            double rest = sums[i];
            for (int j = i + 1; j < width; j++) {
                rest -= r.doubleValue(i, j) * solved[j];
            }
            solved[i] = rest / r.doubleValue(i, i);
        }
        return solved;
    }

    private IntStream columns() {
        return IntStream.range(0, rows[0].length);
    }

    static double squares(double[] values) {
        return dot(values, values);
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }

    private static double square(double value) {
        return value * value;
    }
}
