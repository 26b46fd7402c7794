package org.gridbolt.penalty.policy;

import java.math.BigInteger;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.WattHours;

/**
 * The part of its balance that a producer forfeits by delivering nothing of a unit; by delivering a part, it forfeits as much
 * less.
 *
 * @param numerator f_num, from 1 to the denominator
 * @param denominator f_den, from 1 to {@value #DENOMINATOR_MAX}
 */
public record Fraction(int numerator, int denominator) {

    /** All of it. */
    public static final Fraction WHOLE = new Fraction(1, 1);

    /** The largest denominator: finer shares than millionths are nobody's intention. */
    public static final int DENOMINATOR_MAX = 1_000_000;

    public Fraction {
        if (numerator < 1 || denominator > DENOMINATOR_MAX || numerator > denominator) {
            throw new IllegalArgumentException("no part of a balance: " + numerator + "/" + denominator);
        }
    }

    /** This part of {@code coins}, times the share of {@code promised} that is lacking; rounded down once, exact before. */
    Coin floorOf(Coin coins, WattHours lacking, WattHours promised) {
        BigInteger product = BigInteger.valueOf(coins.value)
                .multiply(BigInteger.valueOf(numerator))
                .multiply(BigInteger.valueOf(lacking.value()));
        BigInteger divisor = BigInteger.valueOf(denominator).multiply(BigInteger.valueOf(promised.value()));
        return Coin.valueOf(product.divide(divisor).longValueExact());
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
