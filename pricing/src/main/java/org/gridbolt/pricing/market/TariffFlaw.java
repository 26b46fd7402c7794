package org.gridbolt.pricing.market;

import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/** What is wrong with the grid's prices, or with a rule's parameter beside them. */
public sealed interface TariffFlaw extends MarketFlaw {

    /**
     * The grid would buy for more than it sells for, and anybody could earn by trading in a circle.
     *
     * @param retail at what the grid sells
     * @param feedIn at what it buys
     */
    record Crossed(Price retail, Price feedIn) implements TariffFlaw {
        @Override
        public String message() {
            return "grid tariff: a feed-in price of %s is above the retail price of %s; give a feed-in price of at most that"
                    .formatted(feedIn, retail);
        }
    }

    /**
     * The compensation of a supply and demand ratio would put the price for buyers above the retail price.
     *
     * @param slot the slot
     * @param compensation the compensation, in coins per kilowatt-hour
     * @param most the highest there can be under the slot's tariff
     */
    record CompensationTooHigh(Slot slot, Price compensation, Price most) implements TariffFlaw {
        @Override
        public String message() {
            return "%s: a compensation of %s would let buyers pay more than the retail price; give at most %s"
                    .formatted(slot, compensation, most);
        }
    }

    /**
     * What a rule makes of the retail price in this slot is less than the feed-in price.
     *
     * @param slot the slot
     * @param gridPrice at what the grid would sell, in coins per kilowatt-hour
     * @param feedIn at what it buys
     */
    record CrossedInSlot(Slot slot, BigFraction gridPrice, Price feedIn) implements TariffFlaw {
        @Override
        public String message() {
            return "%s: the grid would sell at %s coins per kWh and buy at %s; lower the feed-in price or change the factors"
                    .formatted(slot, gridPrice, feedIn);
        }
    }

    /**
     * The price rule has no price for the slot's demand, because it is above every price there is.
     *
     * @param slot the slot
     * @param demand the demand, in watt-hours
     */
    record NoPriceAt(Slot slot, WattHours demand) implements TariffFlaw {
        @Override
        public String message() {
            return "%s: at a demand of %s the price is above %s; give smaller coefficients"
                    .formatted(slot, demand, Price.MAX);
        }
    }
}
