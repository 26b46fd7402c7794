package org.gridbolt.pricing.forecast;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * What a test of an assumption found. Where the assumption holds, the statistic has a chi-squared distribution.
 *
 * @param statistic the larger, the less the assumption fits; not a number where a fit without residuals leaves nothing to test
 * @param freedom the degrees of freedom of the distribution
 */
public record TestResult(double statistic, int freedom) {

    /** How likely a statistic at least that large is when the assumption holds. */
    public double pValue() {
        return RegularizedGamma.Q.value(freedom / 2.0, statistic / 2);
    }

    /** Whether the assumption is given up at that level, such as 0.05. */
    public boolean isRejectedAt(double level) {
        return pValue() < level;
    }
}
