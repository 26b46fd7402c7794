package org.gridbolt.pricing.market.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Rounding that keeps a sum. Each part is rounded down; the units by which the sum then falls short go, one each, to the
 * parts that lost most, to the first of equals.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The {@code numerators} over {@code denominator} in whole numbers, which have the same sum.
     *
     * @param numerators of any sign; their sum is a multiple of {@code denominator}
     * @param denominator more than 0
     */
    static List<BigInteger> round(List<BigInteger> numerators, BigInteger denominator) {
        List<BigInteger> whole = new ArrayList<>(numerators.size());
        List<BigInteger> remainders = new ArrayList<>(numerators.size());
        BigInteger left = BigInteger.ZERO;
        for (BigInteger numerator : numerators) {
            BigInteger remainder = numerator.mod(denominator);
            whole.add(numerator.subtract(remainder).divide(denominator));
            remainders.add(remainder);
            left = left.add(remainder);
        }
        raise(whole, remainders, left.divide(denominator).intValueExact());
        return List.copyOf(whole);
    }

    /** How {@code total} is shared in proportion to {@code weights}, which are not all 0 when {@code total} is not. */
    static List<BigInteger> share(BigInteger total, List<BigInteger> weights) {
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return round(weights.stream().map(total::multiply).toList(), sum.max(BigInteger.ONE));
    }

    /**
     * Adds one to the {@code count} numbers with the largest remainders: all above the least of these, and the first at
     * it.
     */
    private static void raise(List<BigInteger> whole, List<BigInteger> remainders, int count) {
        if (count == 0) {
            return;
        }
        List<BigInteger> sorted = remainders.stream().sorted().toList();
        BigInteger least = sorted.get(sorted.size() - count);
        long above = remainders.stream()
                .filter(remainder -> remainder.compareTo(least) > 0)
                .count();
        long equals = count - above;
        for (int i = 0; i < whole.size(); i++) {
            int order = remainders.get(i).compareTo(least);
            if (order > 0 || (order == 0 && equals-- > 0)) {
                whole.set(i, whole.get(i).add(BigInteger.ONE));
            }
        }
    }
}
