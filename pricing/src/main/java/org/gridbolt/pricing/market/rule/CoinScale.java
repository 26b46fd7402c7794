package org.gridbolt.pricing.market.rule;

import java.math.BigInteger;
import java.util.Collection;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;

/**
 * A part of a coin of which every amount of a slot is a whole number, so that amounts are added without a fraction being
 * reduced for each.
 *
 * @param perCoin how many of these parts a coin has
 */
record CoinScale(BigInteger perCoin) {

    private static final BigInteger WATT_HOURS_PER_KWH = BigInteger.valueOf(1_000);

    /** The largest part in which any number of watt-hours at these prices is whole. */
    static CoinScale of(Collection<BigFraction> prices) {
        return new CoinScale(prices.stream()
                .map(BigFraction::getDenominator)
                .distinct()
                .reduce(BigInteger.ONE, Fractions::leastCommonMultiple)
                .multiply(WATT_HOURS_PER_KWH));
    }

    /** What a watt-hour costs at {@code price}, in parts; the price is one of those the scale was made for. */
    BigInteger perWattHour(BigFraction price) {
        BigInteger[] factor = perCoin.divideAndRemainder(price.getDenominator().multiply(WATT_HOURS_PER_KWH));
        if (factor[1].signum() != 0) {
            throw new IllegalArgumentException("a price of " + price + " has no place in a scale of 1/" + perCoin);
        }
        return price.getNumerator().multiply(factor[0]);
    }

    /** What {@code energy} costs at {@code price}, in parts. */
    BigInteger cost(BigFraction price, WattHours energy) {
        return perWattHour(price).multiply(BigInteger.valueOf(energy.value()));
    }
}
