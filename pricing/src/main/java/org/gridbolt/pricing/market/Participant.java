package org.gridbolt.pricing.market;

/**
 * Somebody who trades. Participants are ordered by their ids, character by character: whoever comes first gets the coin or
 * watt-hour that cannot be divided.
 *
 * @param id what the market calls it, not blank
 */
public record Participant(String id) implements Comparable<Participant> {

    public Participant {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a participant has an id");
        }
    }

    @Override
    public int compareTo(Participant other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
