package org.gridbolt.pricing.market.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.Quotes;
import org.gridbolt.pricing.market.Side;
import org.gridbolt.pricing.market.SlotBook;

/**
 * All trade at the lowest ask, with neighbours first: within an area, then with an area beside it, then with the grid,
 * whose retail price is higher at peak and lower off peak. From Khalid and others, "A blockchain-based decentralized
 * energy management in a P2P trading system", section IV and algorithms 1 to 3.
 *
 * <p>The paper calls it a double auction, but buyers give no price; a bid given all the same only has a say under {@code
 * excludeAboveClearing}. Asks must lie between the grid's prices of the slot, so that no buyer pays a peer more than the
 * grid. Who came first is served first.
 *
 * <p>As printed, a seller that asked for more than the lowest ask is paid less than it asked for. With {@code
 * excludeAboveClearing} nobody trades with a peer outside its limit: such a seller stays out, and so does a buyer whose
 * bid is below the lowest ask. The price of it is liquidity, since what is left are the sellers at the lowest ask.
 *
 * @param areas how areas lie
 * @param excludeAboveClearing whether orders stay out whose limit the lowest ask does not keep
 * @param pricing what the grid charges at peak and off peak
 * @param hours which slots these are
 * @param rest what becomes of energy that was not matched; the grid's in the paper
 */
public record LowestAsk(Areas areas, boolean excludeAboveClearing, PeakPricing pricing, PeakHours hours, Rest rest)
        implements MarketRule {

    /**
     * As the paper's text has it, three areas in a row. It names no peak hours: Casquiço's stand in, from 13 to 23
     * o'clock, with the rest of the day off peak.
     */
    public static final LowestAsk DEFAULT = new LowestAsk(
            Areas.LINE_OF_THREE,
            false,
            PeakPricing.AS_IN_TEXT,
            PeakHours.parse(24, "13-22", "rest").orElseThrow(),
            Rest.GRID);

    /** This rule in these areas. */
    public LowestAsk in(Areas others) {
        return new LowestAsk(others, excludeAboveClearing, pricing, hours, rest);
    }

    /** This rule with or without orders whose limit the lowest ask does not keep. */
    public LowestAsk excludingAboveClearing(boolean exclude) {
        return new LowestAsk(areas, exclude, pricing, hours, rest);
    }

    /** This rule with these prices at peak and off peak. */
    public LowestAsk priced(PeakPricing other) {
        return new LowestAsk(areas, excludeAboveClearing, other, hours, rest);
    }

    /** This rule with these peak and off-peak slots. */
    public LowestAsk during(PeakHours others) {
        return new LowestAsk(areas, excludeAboveClearing, pricing, others, rest);
    }

    /** This rule with energy that was not matched left to that. */
    public LowestAsk leaving(Rest other) {
        return new LowestAsk(areas, excludeAboveClearing, pricing, hours, other);
    }

    @Override
    public String name() {
        return "lowest-ask";
    }

    @Override
    public Outcome<Clearing, MarketFlaw> clear(SlotBook book) {
        GridPrices grid = gridPrices(book);
        Optional<MarketFlaw> flaw = grid.crossedIn(book)
                .or(() -> Limits.flawIn(book.orders(), Side.SELL, grid, this))
                .or(() -> areaFlaw(book));
        return flaw.isPresent() ? Outcome.flawed(flaw.get()) : clear(book, grid);
    }

    private Outcome<Clearing, MarketFlaw> clear(SlotBook book, GridPrices grid) {
        Optional<BigFraction> price = lowestAsk(book);
        List<Fill> fills = price.map(at -> fills(book, at)).orElseGet(List::of);
        return new BookSettlement(book, grid, rest).settle(fills, Quotes.amongPeers(price));
    }

    private List<Fill> fills(SlotBook book, BigFraction price) {
        List<Order> takingPart =
                book.orders().stream().filter(order -> takesPart(order, price)).toList();
        return AreaMatching.match(areas, takingPart).stream()
                .map(match -> Fill.of(match, price))
                .toList();
    }

    private boolean takesPart(Order order, BigFraction price) {
        return !excludeAboveClearing || order.limit().isEmpty() || Limits.allows(order, price);
    }

    private static Optional<BigFraction> lowestAsk(SlotBook book) {
        Stream<Order> asks = book.orders().stream().filter(order -> !order.buys());
        return asks.min(Limits.ASKS).map(Limits::of).map(Fractions::of);
    }

    private GridPrices gridPrices(SlotBook book) {
        GridPrices plain = GridPrices.of(book.tariff());
        if (hours.isPeak(book.slot())) {
            return plain.selling(plain.sells().multiply(pricing.peak()));
        }
        return hours.isOffPeak(book.slot()) ? plain.selling(plain.sells().multiply(pricing.offPeak())) : plain;
    }

    private Optional<MarketFlaw> areaFlaw(SlotBook book) {
        return book.orders().stream()
                .flatMap(order -> AreaMatching.flawOf(order, areas).stream())
                .<MarketFlaw>map(flaw -> flaw)
                .findFirst();
    }
}
