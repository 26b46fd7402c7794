package org.gridbolt.pricing;

import java.util.Collection;

/**
 * An amount of energy in whole watt-hours, never negative.
 *
 * @param value the watt-hours, at least 0
 */
public record WattHours(long value) implements Comparable<WattHours> {

    /** No energy. */
    public static final WattHours ZERO = new WattHours(0);

    public WattHours {
        if (value < 0) {
            throw new IllegalArgumentException("energy is never negative: " + value + " Wh");
        }
    }

    /** The sum; an {@link ArithmeticException} when it does not fit. */
    public WattHours plus(WattHours other) {
        return new WattHours(Math.addExact(value, other.value));
    }

    /** The difference; an {@link IllegalArgumentException} when {@code other} is larger. */
    public WattHours minus(WattHours other) {
        return new WattHours(value - other.value);
    }

    /** How much more this is than {@code other}; nothing when it is not more. */
    public WattHours excessOver(WattHours other) {
        return value > other.value ? minus(other) : ZERO;
    }

    /** The smaller of the two. */
    public WattHours min(WattHours other) {
        return value < other.value ? this : other;
    }

    /** The sum of all; an {@link ArithmeticException} when it does not fit. */
    public static WattHours sum(Collection<WattHours> parts) {
        return parts.stream().reduce(ZERO, WattHours::plus);
    }

    @Override
    public int compareTo(WattHours other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " Wh";
    }
}
