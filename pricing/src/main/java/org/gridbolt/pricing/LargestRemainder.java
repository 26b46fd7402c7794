package org.gridbolt.pricing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
        if (total.signum() == 0) {
            return weights;
        }
        List<BigInteger[]> shares = weights.stream()
                .map(weight -> weight.multiply(whole).divideAndRemainder(total))
                .toList();
        List<BigInteger> parts = new ArrayList<>();
        shares.forEach(share -> parts.add(share[0]));
        BigInteger left = whole.subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add));
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer part) -> shares.get(part)[1])
                        .reversed())
                .limit(left.intValueExact())
                .forEach(part -> parts.set(part, parts.get(part).add(BigInteger.ONE)));
        return List.copyOf(parts);
    }

    private static void check(BigInteger whole, List<BigInteger> weights) {
        boolean weighted = weights.stream().anyMatch(weight -> weight.signum() > 0);
        boolean negative = whole.signum() < 0 || weights.stream().anyMatch(weight -> weight.signum() < 0);
        if (negative || (whole.signum() > 0 && !weighted)) {
            throw new IllegalArgumentException("cannot divide " + whole + " by the weights " + weights);
        }
    }
}
