package org.gridbolt.pricing.reputation;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The Beta distribution with whole parameters, exactly: the chance that its value is at most {@code p} is the chance of at
 * least {@code a} successes among {@code a + b - 1} trials that each succeed with {@code p}.
 *
 * @param a the first parameter, at least 1
 * @param b the second parameter, at least 1
 */
record BinomialTail(int a, int b) {

    /** Whether the chance that the value is {@code p} or more is at least {@code credibility}; {@code p} in (0, 1). */
    boolean isAtLeast(BigFraction p, BigFraction credibility) {
        BigInteger success = p.getNumerator();
        BigInteger failure = p.getDenominator().subtract(success);
        BigInteger all = p.getDenominator().pow(trials());
        BigInteger above = a <= b ? tail(a, failure, success) : all.subtract(tail(b, success, failure));
        return above.multiply(credibility.getDenominator()).compareTo(all.multiply(credibility.getNumerator())) >= 0;
    }

    /** The first {@code terms} terms of {@code (often + seldom)^trials}, beginning with the power of {@code often}. */
    private BigInteger tail(int terms, BigInteger often, BigInteger seldom) {
        BigInteger term = often.pow(trials());
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < terms; i++) {
            sum = sum.add(term);
            BigInteger grown = term.multiply(seldom).multiply(BigInteger.valueOf(trials() - i));
            term = grown.divide(often.multiply(BigInteger.valueOf(i + 1L)));
        }
        return sum;
    }

    private int trials() {
        return a + b - 1;
    }
}
