package org.gridbolt.pricing.forecast;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What one predictor adds to the outcome.
 *
 * @param predictor its name
 * @param estimate by how much the outcome grows with each unit of it
 * @param standardError how uncertain the estimate is
 * @param freedom how many cases there are beyond those that the estimates use up
 */
public record Effect(String predictor, double estimate, double standardError, int freedom) {

    /** The estimate in standard errors: Student's t. */
    public double t() {
        return estimate / standardError;
    }

    /** How likely an estimate at least that far from nothing is when there is no effect. */
    public double pValue() {
        double t = t();
        return RegularizedBeta.value(freedom / (freedom + t * t), freedom / 2.0, 0.5);
    }
}
