package org.gridbolt.pricing.market.rule;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.Quotes;
import org.gridbolt.pricing.market.SlotBook;

/**
 * A call auction: bids from the highest down and asks from the lowest up are matched while they cross, and all trade at
 * one price. The "pay as clear" of Casquiço 2022, table 1 and figure 18, which draws the crossing and gives no rule for
 * the price.
 *
 * <p>Supply meets demand not at one price but at all from the higher of the last ask served and the best bid left, to the
 * lower of the last bid served and the best ask left. The rule takes the middle, which favours neither side and, since
 * both ends move up when demand grows, never falls with growing demand. The middle between the last bid and the last ask
 * served, which is simpler, can: with bids of 100 and asks of 10 and 20 it is 55, and a further bid of 60 would lower it
 * to 40.
 *
 * <p>Nobody trades with a peer outside its limit. Limits must lie between the grid's prices. Of orders at the same limit
 * the earlier is served first; arrival matters in nothing else.
 *
 * @param rest what becomes of energy that was not matched
 */
public record PayAsClear(Rest rest) implements MarketRule {

    @Override
    public String name() {
        return "pay-as-clear";
    }

    @Override
    public Outcome<Clearing, MarketFlaw> clear(SlotBook book) {
        GridPrices grid = GridPrices.of(book.tariff());
        Optional<MarketFlaw> flaw = Limits.flawIn(book.orders(), grid, this);
        if (flaw.isPresent()) {
            return Outcome.flawed(flaw.get());
        }
        SortedBook sorted = SortedBook.of(book);
        List<Match<Order>> matches = sorted.cross();
        Optional<BigFraction> price =
                matches.isEmpty() ? Optional.empty() : Optional.of(middle(matches.get(matches.size() - 1), sorted));
        List<Fill> fills = matches.stream()
                .map(match -> Fill.of(match, price.orElseThrow()))
                .toList();
        return new BookSettlement(book, grid, rest).settle(fills, Quotes.amongPeers(price));
    }

    private static BigFraction middle(Match<Order> last, SortedBook left) {
        BigFraction lowest = Fractions.of(Limits.of(last.seller()));
        BigFraction highest = Fractions.of(Limits.of(last.buyer()));
        if (!left.bids().isEmpty()) {
            lowest = Fractions.max(lowest, Fractions.of(SortedBook.headOf(left.bids())));
        }
        if (!left.asks().isEmpty()) {
            highest = Fractions.min(highest, Fractions.of(SortedBook.headOf(left.asks())));
        }
        return Fractions.middle(lowest, highest);
    }
}
