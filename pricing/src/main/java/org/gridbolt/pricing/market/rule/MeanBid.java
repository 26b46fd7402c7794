package org.gridbolt.pricing.market.rule;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.OrderFlaw;
import org.gridbolt.pricing.market.Quotes;
import org.gridbolt.pricing.market.SlotBook;

/**
 * All trade at the mean of the bids, but at no more than the retail price. From Casquiço 2022, section 5.3, after
 * Pipattanasomporn and others.
 *
 * <p>The thesis says that orders are matched first in, first out, and that the highest bid wins: here the highest bid is
 * served first, of equals the earlier, and likewise the lowest reserve price. A reserve price above the mean stays out.
 * So does a bid below it: the thesis is silent, but served it would pay more than it bid. About half of the bids so stay
 * out however much energy there is; {@link PayAsClear} is the mechanism that the thesis draws.
 *
 * <p>A bid may be above the retail price, which caps the mean; no limit may be below the feed-in price.
 *
 * @param mean how the mean is taken
 * @param rest what becomes of energy that was not matched
 */
public record MeanBid(BidMean mean, Rest rest) implements MarketRule {

    @Override
    public String name() {
        return "mean-bid";
    }

    @Override
    public Outcome<Clearing, MarketFlaw> clear(SlotBook book) {
        Optional<MarketFlaw> flaw = book.orders().stream()
                .flatMap(order -> flawOf(order, book).stream())
                .findFirst();
        if (flaw.isPresent()) {
            return Outcome.flawed(flaw.get());
        }
        GridPrices grid = GridPrices.of(book.tariff());
        Optional<BigFraction> price = price(book, grid);
        List<Fill> fills = price.map(at -> fills(book, at)).orElseGet(List::of);
        return new BookSettlement(book, grid, rest).settle(fills, Quotes.amongPeers(price));
    }

    private Optional<BigFraction> price(SlotBook book, GridPrices grid) {
        List<Order> bids = book.orders().stream().filter(Order::buys).toList();
        return bids.isEmpty() ? Optional.empty() : Optional.of(Fractions.min(mean.of(bids), grid.sells()));
    }

    private static List<Fill> fills(SlotBook book, BigFraction price) {
        SortedBook sorted = SortedBook.of(book, order -> Limits.allows(order, price));
        return Match.headToHead(sorted.asks(), sorted.bids()).stream()
                .map(match -> Fill.of(match, price))
                .toList();
    }

    private Optional<MarketFlaw> flawOf(Order order, SlotBook book) {
        if (order.limit().isEmpty()) {
            return Optional.of(new OrderFlaw.NoLimit(order.id(), name()));
        }
        return Limits.of(order).compareTo(book.tariff().feedIn()) < 0
                ? Optional.of(new OrderFlaw.BelowFeedIn(
                        order.id(), Limits.of(order), book.tariff().feedIn()))
                : Optional.empty();
    }
}
