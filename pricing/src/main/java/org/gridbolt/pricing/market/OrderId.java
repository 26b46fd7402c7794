package org.gridbolt.pricing.market;

/**
 * What an order is called; no two in a book are called the same.
 *
 * @param text not blank
 */
public record OrderId(String text) {

    public OrderId {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an order has an id");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
