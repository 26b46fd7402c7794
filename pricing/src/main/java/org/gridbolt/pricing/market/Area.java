package org.gridbolt.pricing.market;

/**
 * A part of the grid, by its tag. Which areas lie beside each other is for the rule to say that looks at areas.
 *
 * @param tag not blank
 */
public record Area(String tag) implements Comparable<Area> {

    public Area {
        if (tag.isBlank()) {
            throw new IllegalArgumentException("an area has a tag");
        }
    }

    @Override
    public int compareTo(Area other) {
        return tag.compareTo(other.tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
