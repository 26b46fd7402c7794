package org.gridbolt.pricing.market.listing;

/**
 * What a listing is called; the thesis makes it of the date and hour of delivery.
 *
 * @param text not blank
 */
public record ListingId(String text) {

    public ListingId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a listing has an id");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
