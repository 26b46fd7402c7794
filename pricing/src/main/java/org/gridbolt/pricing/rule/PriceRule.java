package org.gridbolt.pricing.rule;

import java.util.Optional;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;

/** A rule that makes the price of a slot from the demand in it. No rule's price falls when demand grows. */
public sealed interface PriceRule permits QuadraticPrice {

    /** The exact price at that demand, or empty when it is above {@link Price#MAX}. */
    Optional<Price> quote(WattHours demand);

    /** The exact price at that demand; an {@link ArithmeticException} when it is above {@link Price#MAX}. */
    default Price priceAt(WattHours demand) {
        return quote(demand)
                .orElseThrow(
                        () -> new ArithmeticException("at a demand of " + demand + " the price is above " + Price.MAX));
    }
}
