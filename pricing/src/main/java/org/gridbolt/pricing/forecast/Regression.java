package org.gridbolt.pricing.forecast;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridbolt.pricing.Outcome;

/**
 * A multiple linear regression {@code y = a0 + a1 x1 + .. + am xm + e} by least squares (Casquiço, "Blockchain and Internet of Things
 * for Electrical Energy Decentralization", section 5.2, equation 1).
 *
 * @param intercept a0
 * @param effects a1 to am, in the order of the predictors
 * @param diagnostics how far the assumptions of the method hold
 */
public record Regression(Effect intercept, List<Effect> effects, Diagnostics diagnostics) {

    public Regression {
        effects = List.copyOf(effects);
    }

    /**
     * How many cases so many predictors need. The rule is {@code N > 50 + 8 m}; for 14 predictors the thesis prints 162, which is
     * not more than 162, so it takes 163.
     */
    public static int casesNeeded(int predictors) {
        return 51 + 8 * predictors;
    }

    /** The regression; or the flaw that cases are too few, that a predictor follows from others, or nothing varies. */
    public static Outcome<Regression, ForecastFlaw> of(Cases cases) {
        return of(cases, 0);
    }

    /** As {@link #of(Cases)}, of cases whose predictors look back that many hours. */
    static Outcome<Regression, ForecastFlaw> of(Cases cases, int reach) {
        int predictors = cases.predictors().size();
        int needed = casesNeeded(predictors);
        return cases.size() < needed
                ? Outcome.flawed(new ForecastFlaw.TooShort(cases.name(), cases.size(), needed, predictors, reach))
                : withoutRule(cases);
    }

    /** Without the rule of thumb about the number of cases, for data sets with known answers. */
    static Outcome<Regression, ForecastFlaw> withoutRule(Cases cases) {
        Standardised standardised = Standardised.of(cases);
        Optional<ForecastFlaw> flaw = standardised.flaw();
        if (flaw.isPresent()) {
            return Outcome.flawed(flaw.get());
        }
        LeastSquares fit = LeastSquares.of(standardised);
        return fit.collinear(cases)
                .<Outcome<Regression, ForecastFlaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(of(cases, fit)));
    }

    private static Regression of(Cases cases, LeastSquares fit) {
        List<Effect> effects = IntStream.range(0, cases.predictors().size())
                .mapToObj(i -> fit.effect(i, cases.predictors().get(i)))
                .toList();
        return new Regression(fit.intercept(), effects, Diagnostics.of(fit, cases.predictors()));
    }

    /** The outcome that the regression expects for these values of its predictors. */
    public double expected(List<Double> values) {
        return intercept.estimate()
                + IntStream.range(0, effects.size())
                        .mapToDouble(i -> effects.get(i).estimate() * values.get(i))
                        .sum();
    }
}
