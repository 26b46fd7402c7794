package org.gridbolt.pricing;

/**
 * A span of time with one price, numbered in the order in which slots begin. How long a slot is and at which height it
 * starts is for the contract to say; a {@code Slot} only tells earlier from later.
 *
 * @param number the slot's place in its channel or day, at least 0
 */
public record Slot(int number) implements Comparable<Slot> {

    public Slot {
        if (number < 0) {
            throw new IllegalArgumentException("no slot number: " + number);
        }
    }

    /** The slot that begins when this one ends. */
    public Slot next() {
        return new Slot(Math.addExact(number, 1));
    }

    /** Whether this slot begins before {@code other}. */
    public boolean isBefore(Slot other) {
        return number < other.number;
    }

    @Override
    public int compareTo(Slot other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "slot " + number;
    }
}
