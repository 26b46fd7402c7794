package org.gridbolt.pricing.market.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.EnergySplit;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.Position;
import org.gridbolt.pricing.market.Quotes;
import org.gridbolt.pricing.market.Side;
import org.gridbolt.pricing.market.SlotBook;

/**
 * What the participants of a book owe after orders were matched one by one: what their trades cost, and the grid's price for
 * the rest when it goes to the grid.
 *
 * @param book the orders
 * @param grid the grid's prices
 * @param rest what becomes of energy that was not matched
 */
record BookSettlement(SlotBook book, GridPrices grid, Rest rest) {

    Outcome<Clearing, MarketFlaw> settle(List<Fill> fills, Quotes quotes) {
        CoinScale scale = CoinScale.of(pricesOf(fills));
        Map<Participant, WattHours> traded = traded(fills);
        Map<Participant, BigInteger> due = due(fills, scale);
        List<Settlement.Line> lines = new ArrayList<>();
        for (Position position : book.positions()) {
            EnergySplit split = split(position, traded.getOrDefault(position.participant(), WattHours.ZERO));
            BigInteger peers = due.getOrDefault(position.participant(), BigInteger.ZERO);
            lines.add(new Settlement.Line(position, split, peers.add(withGrid(position, split, scale))));
        }
        return new Settlement(
                        book, scale, lines, fills.stream().map(Fill::trade).toList(), quotes)
                .toClearing();
    }

    private List<BigFraction> pricesOf(List<Fill> fills) {
        return Stream.concat(
                        Stream.of(grid.sells(), grid.buys()), fills.stream().map(Fill::price))
                .toList();
    }

    private static Map<Participant, WattHours> traded(List<Fill> fills) {
        Map<Participant, WattHours> traded = new HashMap<>();
        for (Fill fill : fills) {
            traded.merge(fill.buyer().participant(), fill.energy(), WattHours::plus);
            traded.merge(fill.seller().participant(), fill.energy(), WattHours::plus);
        }
        return traded;
    }

    private static Map<Participant, BigInteger> due(List<Fill> fills, CoinScale scale) {
        Map<Participant, BigInteger> due = new HashMap<>();
        for (Fill fill : fills) {
            BigInteger cost = scale.cost(fill.price(), fill.energy());
            due.merge(fill.buyer().participant(), cost, BigInteger::add);
            due.merge(fill.seller().participant(), cost.negate(), BigInteger::add);
        }
        return due;
    }

    private EnergySplit split(Position position, WattHours traded) {
        WattHours left = position.energy().minus(traded);
        return rest == Rest.GRID
                ? new EnergySplit(traded, left, WattHours.ZERO)
                : new EnergySplit(traded, WattHours.ZERO, left);
    }

    private BigInteger withGrid(Position position, EnergySplit split, CoinScale scale) {
        return position.side() == Side.BUY
                ? scale.cost(grid.sells(), split.withGrid())
                : scale.cost(grid.buys(), split.withGrid()).negate();
    }
}
