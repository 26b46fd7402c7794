package org.gridbolt.pricing.market.rule;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.market.Order;

/** How the mean of bid prices is taken. */
public enum BidMean {
    /** Every bid counts once, as Casquiço prints it. */
    UNWEIGHTED,
    /** A bid counts as much as the energy it asks for. */
    BY_ENERGY;

    private static final BigInteger NANO = BigInteger.valueOf(1_000_000_000);

    /** The mean of {@code bids}, of which there is at least one, in coins per kilowatt-hour. */
    BigFraction of(List<Order> bids) {
        Function<Order, BigInteger> weight = this == UNWEIGHTED
                ? bid -> BigInteger.ONE
                : bid -> BigInteger.valueOf(bid.energy().value());
        BigInteger weights = BigInteger.ZERO;
        BigInteger sum = BigInteger.ZERO;
        for (Order bid : bids) {
            BigInteger nanoCoins = BigInteger.valueOf(Limits.of(bid).nanoCoinsPerKwh());
            weights = weights.add(weight.apply(bid));
            sum = sum.add(weight.apply(bid).multiply(nanoCoins));
        }
        return BigFraction.of(sum, weights.multiply(NANO));
    }
}
