package org.gridbolt.pricing;

import java.math.BigInteger;
import org.bitcoinj.base.Coin;

/**
 * An amount of coins before it is rounded: a whole number of pico-coins, of any size and sign. A price in nano-coins per
 * kilowatt-hour times an energy in watt-hours is a whole number of pico-coins, so nothing in this library has to round
 * before it pays.
 *
 * @param picoCoins the amount in millionths of a millionth of a coin
 */
public record ExactCoins(BigInteger picoCoins) implements Comparable<ExactCoins> {

    /** Nothing. */
    public static final ExactCoins ZERO = new ExactCoins(BigInteger.ZERO);

    private static final long PICO_IN_ONE = 1_000_000_000_000L;
    private static final BigInteger PICO = BigInteger.valueOf(PICO_IN_ONE);

    /** Exactly that many whole coins. */
    public static ExactCoins of(Coin coins) {
        return new ExactCoins(BigInteger.valueOf(coins.getValue()).multiply(PICO));
    }

    /** The sum. */
    public ExactCoins plus(ExactCoins other) {
        return new ExactCoins(picoCoins.add(other.picoCoins));
    }

    /** The difference, below zero when {@code other} is larger. */
    public ExactCoins minus(ExactCoins other) {
        return new ExactCoins(picoCoins.subtract(other.picoCoins));
    }

    /** The distance from zero. */
    public ExactCoins abs() {
        return new ExactCoins(picoCoins.abs());
    }

    /** The largest number of whole coins not above this amount; an {@link ArithmeticException} when no coin is so large. */
    public Coin floorCoins() {
        return Coin.valueOf(floor(picoCoins).longValueExact());
    }

    /** The smallest number of whole coins not below this amount; an {@link ArithmeticException} when no coin is so large. */
    public Coin ceilCoins() {
        return Coin.valueOf(floor(picoCoins.negate()).negate().longValueExact());
    }

    /** Whether this is less than {@code coins}. */
    public boolean isBelow(Coin coins) {
        return compareTo(of(coins)) < 0;
    }

    /** The amount in coins as a reduced fraction {@code n/d}, with {@code /1} where it is whole. */
    public String toRationalString() {
        BigInteger divisor = picoCoins.gcd(PICO);
        return picoCoins.divide(divisor) + "/" + PICO.divide(divisor);
    }

    /** Most amounts are below nine million coins and fit a long, which divides several times faster. */
    private static BigInteger floor(BigInteger picoCoins) {
        if (picoCoins.bitLength() < Long.SIZE) {
            return BigInteger.valueOf(Math.floorDiv(picoCoins.longValue(), PICO_IN_ONE));
        }
        BigInteger[] parts = picoCoins.divideAndRemainder(PICO);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    @Override
    public int compareTo(ExactCoins other) {
        return picoCoins.compareTo(other.picoCoins);
    }

    @Override
    public String toString() {
        return toRationalString() + " coins";
    }
}
