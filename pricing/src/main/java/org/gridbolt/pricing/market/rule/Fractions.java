package org.gridbolt.pricing.market.rule;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;

/**
 * Prices and ratios as exact fractions. {@link BigFraction#compareTo} of version 1.2 compares two negative fractions by
 * their distance from zero, the wrong way round: what can be negative is compared by the sign of a difference.
 */
final class Fractions {

    private static final long NANO = 1_000_000_000;

    private Fractions() {}

    /** The price in coins per kilowatt-hour. */
    static BigFraction of(Price price) {
        return BigFraction.of(price.nanoCoinsPerKwh(), NANO);
    }

    /** How many times {@code divisor}, which is more than nothing, goes into {@code energy}. */
    static BigFraction ratio(WattHours energy, WattHours divisor) {
        return BigFraction.of(energy.value(), divisor.value());
    }

    /** The middle between the two. */
    static BigFraction middle(BigFraction one, BigFraction other) {
        return one.add(other).divide(2);
    }

    static BigFraction min(BigFraction one, BigFraction other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static BigFraction max(BigFraction one, BigFraction other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }
}
