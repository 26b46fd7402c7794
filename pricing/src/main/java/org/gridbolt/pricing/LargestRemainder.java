package org.gridbolt.pricing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a whole number of things in proportion to weights: each part is the floor of its exact share, and what the floors
 * leave goes, one each, to the parts with the largest remainders. Of equal remainders the earlier is served first. The parts
 * always add up to the whole, and each is less than one away from its exact share.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The parts of {@code whole}, in the order of their weights.
     *
     * @param whole what is divided, at least 0
     * @param weights what each part weighs, at least 0; not all of them 0, unless there is nothing to divide
     */
    public static List<BigInteger> divide(BigInteger whole, List<BigInteger> weights) {
        check(whole, weights);
        BigInteger total = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return round(weights.stream().map(whole::multiply).toList(), total.max(BigInteger.ONE));
    }

    /**
     * The {@code numerators} over {@code denominator} in whole numbers, which have the same sum.
     *
     * @param numerators of any sign; their sum is a multiple of {@code denominator}
     * @param denominator more than 0
     */
    public static List<BigInteger> round(List<BigInteger> numerators, BigInteger denominator) {
        List<BigInteger> whole = new ArrayList<>(numerators.size());
        List<BigInteger> remainders = new ArrayList<>(numerators.size());
        BigInteger left = BigInteger.ZERO;
        for (BigInteger numerator : numerators) {
            BigInteger[] parts = numerator.divideAndRemainder(denominator);
            boolean below = parts[1].signum() < 0;
            BigInteger remainder = below ? parts[1].add(denominator) : parts[1];
            whole.add(below ? parts[0].subtract(BigInteger.ONE) : parts[0]);
            remainders.add(remainder);
            left = left.add(remainder);
        }
        raise(whole, remainders, left.divide(denominator).intValueExact());
        return List.copyOf(whole);
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

    private static void check(BigInteger whole, List<BigInteger> weights) {
        boolean weighted = weights.stream().anyMatch(weight -> weight.signum() > 0);
        boolean negative = whole.signum() < 0 || weights.stream().anyMatch(weight -> weight.signum() < 0);
        if (negative || (whole.signum() > 0 && !weighted)) {
            throw new IllegalArgumentException("cannot divide " + whole + " by the weights " + weights);
        }
    }
}
