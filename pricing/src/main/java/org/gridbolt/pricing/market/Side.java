package org.gridbolt.pricing.market;

/** What an order wants. */
public enum Side {
    /** Energy for coins. */
    BUY,
    /** Coins for energy. */
    SELL
}
