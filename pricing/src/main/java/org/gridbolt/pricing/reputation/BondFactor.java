package org.gridbolt.pricing.reputation;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;

/**
 * How a reputation makes a bond larger or smaller: the factor falls in a straight line from {@code most}, where the lower
 * bound of the reputation is 0, to {@code least}, where it is 1. It is a suggestion for the terms of the next channel and
 * changes no signed ones.
 *
 * @param least the factor of a producer that surely delivers, at least 0
 * @param most the factor of one that surely does not, at least {@code least}
 */
public record BondFactor(BigFraction least, BigFraction most) {

    public BondFactor {
        if (least.signum() < 0 || most.compareTo(least) < 0) {
            throw new IllegalArgumentException("no bond factor goes from " + most + " down to " + least);
        }
    }

    /** The factor: {@code most - (most - least) * lowerBound}. It never grows with the lower bound. */
    public BigFraction of(Reputation reputation) {
        return most.subtract(most.subtract(least).multiply(reputation.lowerBound()));
    }

    /**
     * The bond of a producer, in whole coins, rounded up; an {@link ArithmeticException} when no coin is so large.
     *
     * @param basis the bond at a factor of one, at least 0
     */
    public Coin bondCeil(Coin basis, Reputation reputation) {
        if (basis.isNegative()) {
            throw new IllegalArgumentException("a bond is never negative: " + basis.getValue());
        }
        BigInteger bond = of(reputation)
                .multiply(basis.getValue())
                .bigDecimalValue(0, RoundingMode.CEILING)
                .toBigIntegerExact();
        return Coin.valueOf(bond.longValueExact());
    }
}
