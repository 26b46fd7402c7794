package org.gridbolt.pricing.reward;

import java.util.Comparator;

/**
 * A plant behind a registered meter.
 *
 * @param kind what it makes its energy of
 * @param meter the name of its meter
 */
public record Plant(SourceKind kind, String meter) implements Comparable<Plant> {

    private static final Comparator<Plant> ORDER =
            Comparator.comparing(Plant::kind).thenComparing(Plant::meter);

    /** By kind, in the order of {@link SourceKind}, then by the meter's name. */
    @Override
    public int compareTo(Plant other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + " of meter " + meter;
    }
}
