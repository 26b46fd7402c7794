package org.gridbolt.pricing.community;

import org.gridbolt.pricing.market.Order;

/** What a home adds to its order: a bid or an ask, and where it is. The same each time it is asked. */
@FunctionalInterface
public interface Bidding {

    /** No limit and no area. */
    Bidding NONE = (home, order) -> order;

    /**
     * The order with its limit and its area.
     *
     * @param home the number of the home, counted from 1
     * @param order what it asks for, without limit or area
     */
    Order complete(int home, Order order);
}
