package org.gridbolt.pricing.market;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Price;

/** What is wrong with an order, alone or beside the others of its book. */
public sealed interface OrderFlaw extends MarketFlaw {

    /**
     * It asks for nothing.
     *
     * @param order the order
     */
    record NoEnergy(OrderId order) implements OrderFlaw {
        @Override
        public String message() {
            return "order %s: its energy is 0 Wh; give at least 1 Wh or leave the order out".formatted(order);
        }
    }

    /**
     * An earlier order has the same id.
     *
     * @param order the id
     */
    record DoubledId(OrderId order) implements OrderFlaw {
        @Override
        public String message() {
            return "order %s: there are two of that id; give each its own".formatted(order);
        }
    }

    /**
     * Its participant also has an order on the other side, and would trade with itself.
     *
     * @param order the later of the two orders
     * @param participant who gave both
     */
    record BothSides(OrderId order, Participant participant) implements OrderFlaw {
        @Override
        public String message() {
            return "order %s: %s already stands on the other side; give only what it lacks or has too much of"
                    .formatted(order, participant);
        }
    }

    /**
     * The rule asks for a limit and there is none.
     *
     * @param order the order
     * @param rule the rule
     */
    record NoLimit(OrderId order, String rule) implements OrderFlaw {
        @Override
        public String message() {
            return "order %s: the rule %s needs a limit price; give one".formatted(order, rule);
        }
    }

    /**
     * The limit is not between the prices of the grid.
     *
     * @param order the order
     * @param limit its limit
     * @param lowest the lowest it may be, in coins per kilowatt-hour
     * @param highest the highest it may be, in coins per kilowatt-hour
     */
    record OutsideGridPrices(OrderId order, Price limit, BigFraction lowest, BigFraction highest) implements OrderFlaw {
        @Override
        public String message() {
            return "order %s: a limit of %s is not between the grid's %s and %s coins per kWh; give one that is"
                    .formatted(order, limit, lowest, highest);
        }
    }

    /**
     * The limit is below what the grid pays.
     *
     * @param order the order
     * @param limit its limit
     * @param feedIn what the grid pays
     */
    record BelowFeedIn(OrderId order, Price limit, Price feedIn) implements OrderFlaw {
        @Override
        public String message() {
            return "order %s: a limit of %s is below the feed-in price of %s; give at least that"
                    .formatted(order, limit, feedIn);
        }
    }

    /**
     * The rule looks at areas and the order has none.
     *
     * @param order the order
     * @param known the areas there are
     */
    record NoArea(OrderId order, List<Area> known) implements OrderFlaw {
        public NoArea {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "order %s has no area; give one of %s".formatted(order, known);
        }
    }

    /**
     * The rule does not know the order's area.
     *
     * @param order the order
     * @param area its area
     * @param known the areas there are
     */
    record UnknownArea(OrderId order, Area area, List<Area> known) implements OrderFlaw {
        public UnknownArea {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "order %s: area %s is unknown; give one of %s".formatted(order, area, known);
        }
    }
}
