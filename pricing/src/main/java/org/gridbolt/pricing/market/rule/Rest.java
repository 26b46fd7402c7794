package org.gridbolt.pricing.market.rule;

/** What becomes of energy that no peer took or gave. */
public enum Rest {
    /** The grid sells or buys it at its own price, whatever the order's limit: energy that flows is paid for. */
    GRID,
    /** It stays in the book, unbilled, so that no order is carried out at a price outside its limit. */
    BOOK
}
