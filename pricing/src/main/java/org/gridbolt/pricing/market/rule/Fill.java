package org.gridbolt.pricing.market.rule;

import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.PeerTrade;

/**
 * What two orders exchange, and at which price.
 *
 * @param seller the order that sells
 * @param buyer the order that buys
 * @param energy how much
 * @param price in coins per kilowatt-hour
 */
record Fill(Order seller, Order buyer, WattHours energy, BigFraction price) {

    static Fill of(Match<Order> match, BigFraction price) {
        return new Fill(match.seller(), match.buyer(), match.energy(), price);
    }

    PeerTrade trade() {
        return new PeerTrade(seller.participant(), buyer.participant(), energy, price);
    }
}
