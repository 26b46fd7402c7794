package org.gridbolt.pricing.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.rule.PriceRule;

/**
 * Makes the prices of the next slots from the demand that is expected in them. Demand forecasts come as whole watt-hours, so the prices
 * are as exact as those of demand that was measured.
 *
 * @param rule makes a price from a demand
 * @param sequence the number of the next price, at least 0
 */
public record PricePublisher(PriceRule rule, long sequence) {

    /**
     * What was published, and who publishes next.
     *
     * @param prices the prices, in the order of their slots and numbers
     * @param next the publisher that goes on with the next number
     */
    public record Publication(List<PublishedPrice> prices, PricePublisher next) {

        public Publication {
            prices = List.copyOf(prices);
        }
    }

    public PricePublisher {
        if (sequence < 0) {
            throw new IllegalArgumentException("no sequence number: " + sequence);
        }
    }

    /** The prices of consecutive slots from {@code first} on; or the flaw that one is too high, and then none is published. */
    public Outcome<Publication, ForecastFlaw> publish(Slot first, List<WattHours> forecasts) {
        List<PublishedPrice> prices = new ArrayList<>();
        Slot slot = first;
        for (WattHours forecast : forecasts) {
            Optional<Price> price = rule.quote(forecast);
            if (price.isEmpty()) {
                return Outcome.flawed(new ForecastFlaw.PriceTooHigh(slot, forecast));
            }
            prices.add(new PublishedPrice(Math.addExact(sequence, prices.size()), slot, forecast, price.get()));
            slot = slot.next();
        }
        PricePublisher next = new PricePublisher(rule, Math.addExact(sequence, prices.size()));
        return Outcome.of(new Publication(prices, next));
    }
}
