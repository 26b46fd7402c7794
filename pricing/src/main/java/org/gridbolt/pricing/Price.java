package org.gridbolt.pricing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitcoinj.base.Coin;

/**
 * What a kilowatt-hour costs, as an exact number of nano-coins. Nine decimal places are as many as a quadratic rule with
 * coefficients of three places and a demand in whole watt-hours can need, so no price is ever rounded.
 *
 * @param nanoCoinsPerKwh the price in thousand-millionths of a coin per kilowatt-hour, at least 0
 */
public record Price(long nanoCoinsPerKwh) implements Comparable<Price> {

    /** Energy for nothing. */
    public static final Price ZERO = new Price(0);

    /** The highest price there is: a little over 9.2 thousand million coins per kilowatt-hour. */
    public static final Price MAX = new Price(Long.MAX_VALUE);

    private static final int PLACES = 9;

    /** No sign, no needless zero, no exponent: one text for each price. */
    private static final Pattern CANONICAL = Pattern.compile("(0|[1-9][0-9]{0,9})(\\.[0-9]{0,8}[1-9])?");

    public Price {
        if (nanoCoinsPerKwh < 0) {
            throw new IllegalArgumentException("a price is never negative: " + nanoCoinsPerKwh + " nano-coins per kWh");
        }
    }

    /** The price of that many nano-coins per kilowatt-hour, or empty when it is negative or above {@link #MAX}. */
    public static Optional<Price> ofNanoCoins(BigInteger nanoCoinsPerKwh) {
        boolean fits = nanoCoinsPerKwh.signum() >= 0 && nanoCoinsPerKwh.bitLength() < Long.SIZE;
        return fits ? Optional.of(new Price(nanoCoinsPerKwh.longValueExact())) : Optional.empty();
    }

    /** The price that {@code text} writes as {@link #toDecimalString()} would, or empty when it is written otherwise. */
    public static Optional<Price> parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            return Optional.empty();
        }
        return ofNanoCoins(new BigDecimal(text).movePointRight(PLACES).toBigIntegerExact());
    }

    /** The exact cost of {@code energy}. */
    public ExactCoins costOf(WattHours energy) {
        return new ExactCoins(BigInteger.valueOf(nanoCoinsPerKwh).multiply(BigInteger.valueOf(energy.value())));
    }

    /** The cost of {@code energy} in whole coins, rounded down; an {@link ArithmeticException} when no coin is so large. */
    public Coin costFloor(WattHours energy) {
        return costOf(energy).floorCoins();
    }

    /** The price in coins per kilowatt-hour, in decimals, without needless zeros. */
    public String toDecimalString() {
        return nanoCoinsPerKwh == 0
                ? "0"
                : BigDecimal.valueOf(nanoCoinsPerKwh, PLACES)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    @Override
    public int compareTo(Price other) {
        return Long.compare(nanoCoinsPerKwh, other.nanoCoinsPerKwh);
    }

    @Override
    public String toString() {
        return toDecimalString() + " coins per kWh";
    }
}
