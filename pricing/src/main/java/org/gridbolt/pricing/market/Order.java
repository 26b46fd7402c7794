package org.gridbolt.pricing.market;

import java.util.Optional;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;

/**
 * What a participant asks of a slot's market. A buyer's limit, its bid, is the most it pays a peer for a kilowatt-hour; a
 * seller's, its ask, the least it takes from one. What the grid sells and buys at is known to all and no matter of limits.
 *
 * @param id what the order is called
 * @param participant who gives it
 * @param side whether it buys or sells
 * @param energy how much, in whole watt-hours
 * @param limit the bid or ask, where the rule takes one
 * @param area where the participant is, where the rule looks at areas
 */
public record Order(
        OrderId id, Participant participant, Side side, WattHours energy, Optional<Price> limit, Optional<Area> area) {

    /** An order to buy, without limit or area. */
    public static Order buy(String id, String participant, WattHours energy) {
        return plain(id, participant, Side.BUY, energy);
    }

    /** An order to sell, without limit or area. */
    public static Order sell(String id, String participant, WattHours energy) {
        return plain(id, participant, Side.SELL, energy);
    }

    private static Order plain(String id, String participant, Side side, WattHours energy) {
        return new Order(
                new OrderId(id), new Participant(participant), side, energy, Optional.empty(), Optional.empty());
    }

    /** This order with that bid or ask. */
    public Order at(Price price) {
        return new Order(id, participant, side, energy, Optional.of(price), area);
    }

    /** This order from that area. */
    public Order in(Area place) {
        return new Order(id, participant, side, energy, limit, Optional.of(place));
    }

    /** Whether it buys. */
    public boolean buys() {
        return side == Side.BUY;
    }
}
