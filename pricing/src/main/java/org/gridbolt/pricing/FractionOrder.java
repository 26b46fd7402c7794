package org.gridbolt.pricing;

import java.util.Comparator;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The order of exact fractions, the smaller first. The fractions' own {@code compareTo}, in release 1.2 of their library, puts
 * two negative ones in the order of their distances from zero: where fractions may be negative, they are compared by this.
 */
public enum FractionOrder implements Comparator<BigFraction> {
    /** The only one. */
    ASCENDING;

    @Override
    public int compare(BigFraction one, BigFraction other) {
        return one.subtract(other).signum();
    }
}
