package org.gridbolt.pricing.battery;

import java.math.BigInteger;
import org.gridbolt.pricing.WattHours;

/**
 * Energy inside a battery, in millionths of a watt-hour, never negative. At a battery's terminals energy is whole watt-hours; inside,
 * an efficiency leaves fractions.
 *
 * @param value the micro-watt-hours, at least 0
 */
public record MicroWattHours(long value) implements Comparable<MicroWattHours> {

    /** No energy. */
    public static final MicroWattHours ZERO = new MicroWattHours(0);

    /** A watt-hour. */
    static final long PER_WATT_HOUR = 1_000_000;

    public MicroWattHours {
        if (value < 0) {
            throw new IllegalArgumentException("energy is never negative: " + value + " µWh");
        }
    }

    /** The same energy; an {@link ArithmeticException} when it does not fit. */
    public static MicroWattHours of(WattHours energy) {
        return new MicroWattHours(Math.multiplyExact(energy.value(), PER_WATT_HOUR));
    }

    /** The sum; an {@link ArithmeticException} when it does not fit. */
    public MicroWattHours plus(MicroWattHours other) {
        return new MicroWattHours(Math.addExact(value, other.value));
    }

    /** The difference; an {@link IllegalArgumentException} when {@code other} is larger. */
    public MicroWattHours minus(MicroWattHours other) {
        return new MicroWattHours(value - other.value);
    }

    /** {@code times / over} of this, rounded down. */
    MicroWattHours scaledFloor(long times, long over) {
        return new MicroWattHours(exact().multiply(BigInteger.valueOf(times))
                .divide(BigInteger.valueOf(over))
                .longValueExact());
    }

    /** {@code times / over} of this, rounded up. */
    MicroWattHours scaledCeil(long times, long over) {
        BigInteger[] parts = exact().multiply(BigInteger.valueOf(times)).divideAndRemainder(BigInteger.valueOf(over));
        return new MicroWattHours(parts[0].longValueExact() + parts[1].signum());
    }

    /** The whole watt-hours in it. */
    WattHours floorWattHours() {
        return new WattHours(value / PER_WATT_HOUR);
    }

    private BigInteger exact() {
        return BigInteger.valueOf(value);
    }

    @Override
    public int compareTo(MicroWattHours other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " µWh";
    }
}
