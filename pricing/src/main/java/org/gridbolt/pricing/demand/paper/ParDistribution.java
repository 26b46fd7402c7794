package org.gridbolt.pricing.demand.paper;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Peak-to-average ratios of many draws, each rounded to millionths.
 *
 * @param millionths the ratios times 1,000,000, rising, at least one
 */
public record ParDistribution(List<Long> millionths) {

    private static final int PLACES = 6;

    public ParDistribution {
        millionths = millionths.stream().sorted().toList();
        if (millionths.isEmpty()) {
            throw new IllegalArgumentException("a distribution has at least one draw");
        }
    }

    /** The distribution of these exact ratios. */
    public static ParDistribution of(List<BigFraction> ratios) {
        return new ParDistribution(
                ratios.stream().map(ParDistribution::millionths).toList());
    }

    /** A ratio in millionths, half a millionth rounded up. */
    public static long millionths(BigFraction ratio) {
        return ratio.bigDecimalValue(PLACES, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** The exact mean of the rounded ratios, in millionths. */
    public BigFraction mean() {
        return BigFraction.of(sum(), BigInteger.valueOf(millionths.size()));
    }

    /** The standard deviation, with the number of draws as divisor, in millionths, rounded down. */
    public long standardDeviationFloor() {
        BigInteger count = BigInteger.valueOf(millionths.size());
        BigInteger squares = millionths.stream()
                .map(each -> BigInteger.valueOf(each).pow(2))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return count.multiply(squares)
                .subtract(sum().pow(2))
                .sqrt()
                .divide(count)
                .longValueExact();
    }

    private BigInteger sum() {
        return millionths.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** The least ratio that at least {@code percent} of the draws do not exceed, in millionths; 0 gives the least of all. */
    public long quantile(int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("no quantile: " + percent + " percent");
        }
        int rank = Math.toIntExact(((long) percent * millionths.size() + 99) / 100);
        return millionths.get(Math.max(0, rank - 1));
    }

    /** The share of draws at or below that ratio, given in millionths: 0 when it lies below all of them, 1 above. */
    public BigFraction shareUpTo(long ratio) {
        return BigFraction.of(
                Math.toIntExact(
                        millionths.stream().filter(each -> each <= ratio).count()),
                millionths.size());
    }

    /** Mean and standard deviation in plain decimals. */
    @Override
    public String toString() {
        BigDecimal mean = mean().bigDecimalValue(0, RoundingMode.HALF_UP).movePointLeft(PLACES);
        return mean.toPlainString() + " +- "
                + BigDecimal.valueOf(standardDeviationFloor(), PLACES).toPlainString() + " over " + millionths.size()
                + " draws";
    }
}
