package org.gridbolt.pricing.market.rule;

import java.util.List;
import java.util.Optional;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.Quotes;
import org.gridbolt.pricing.market.SlotBook;

/**
 * Bids from the highest down and asks from the lowest up are matched while they cross, and each pair trades at a price of
 * its own. The buyer pays it to the seller: what lies between bid and ask goes to one of them or is halved, never to the
 * market.
 *
 * <p>Nobody trades with a peer outside its limit. Limits must lie between the grid's prices. Of orders at the same limit
 * the earlier is served first.
 *
 * @param price which price a pair trades at
 * @param rest what becomes of energy that was not matched
 */
public record PayAsBid(PairPrice price, Rest rest) implements MarketRule {

    @Override
    public String name() {
        return "pay-as-bid";
    }

    @Override
    public Outcome<Clearing, MarketFlaw> clear(SlotBook book) {
        GridPrices grid = GridPrices.of(book.tariff());
        Optional<MarketFlaw> flaw = Limits.flawIn(book.orders(), grid, this);
        if (flaw.isPresent()) {
            return Outcome.flawed(flaw.get());
        }
        List<Fill> fills = SortedBook.of(book).cross().stream().map(this::fill).toList();
        return new BookSettlement(book, grid, rest).settle(fills, Quotes.amongPeers(Optional.empty()));
    }

    private Fill fill(Match<Order> match) {
        return Fill.of(match, price.between(Limits.of(match.buyer()), Limits.of(match.seller())));
    }
}
