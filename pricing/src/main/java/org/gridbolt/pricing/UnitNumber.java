package org.gridbolt.pricing;

/**
 * The number of a unit of energy. Numbers rise strictly over a channel's life and are never used twice, whatever became
 * of the unit.
 *
 * @param value the number, at least 1
 */
public record UnitNumber(int value) implements Comparable<UnitNumber> {

    /** The number of a channel's first unit. */
    public static final UnitNumber FIRST = new UnitNumber(1);

    public UnitNumber {
        if (value < 1) {
            throw new IllegalArgumentException("no unit number: " + value);
        }
    }

    /** The number after this one; an {@link ArithmeticException} after the last. */
    public UnitNumber next() {
        return new UnitNumber(Math.addExact(value, 1));
    }

    /** Whether this number was given out before {@code other}. */
    public boolean isBefore(UnitNumber other) {
        return value < other.value;
    }

    @Override
    public int compareTo(UnitNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "unit " + value;
    }
}
