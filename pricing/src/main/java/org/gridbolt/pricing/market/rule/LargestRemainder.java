package org.gridbolt.pricing.market.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
        for (int index : largest(remainders, left.divide(denominator).intValueExact())) {
            whole.set(index, whole.get(index).add(BigInteger.ONE));
        }
        return List.copyOf(whole);
    }

    /** How {@code total} is shared in proportion to {@code weights}, which are not all 0 when {@code total} is not. */
    static List<BigInteger> share(BigInteger total, List<BigInteger> weights) {
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return round(weights.stream().map(total::multiply).toList(), sum.max(BigInteger.ONE));
    }

    private static int[] largest(List<BigInteger> remainders, int count) {
        return IntStream.range(0, remainders.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
