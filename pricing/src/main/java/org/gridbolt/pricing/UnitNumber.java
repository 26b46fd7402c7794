package org.gridbolt.pricing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /** The element with this number in a list by strictly rising number, if there is one. */
    public <T> Optional<T> findIn(List<T> rising, Function<T, UnitNumber> numberOf) {
        int from = 0;
        int to = rising.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            T found = rising.get(middle);
            int order = numberOf.apply(found).compareTo(this);
            if (order == 0) {
                return Optional.of(found);
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle;
        }
        return Optional.empty();
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
