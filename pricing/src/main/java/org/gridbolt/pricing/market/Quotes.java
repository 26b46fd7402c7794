package org.gridbolt.pricing.market;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * The prices that hold for everybody in a slot, in coins per kilowatt-hour and exactly. A price is empty where
 * there is no one such price: the rule forms none from these orders, or each trade has its own.
 *
 * @param peers at which participants trade with each other
 * @param buyers what each buyer pays for each of its kilowatt-hours, whoever they come from
 * @param sellers what each seller gets for each of its kilowatt-hours, whoever takes them
 */
public record Quotes(Optional<BigFraction> peers, Optional<BigFraction> buyers, Optional<BigFraction> sellers) {

    /** Only a price among peers. */
    public static Quotes amongPeers(Optional<BigFraction> price) {
        return new Quotes(price, Optional.empty(), Optional.empty());
    }
}
