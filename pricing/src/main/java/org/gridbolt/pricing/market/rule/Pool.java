package org.gridbolt.pricing.market.rule;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.LargestRemainder;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.EnergySplit;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Participant;
import org.gridbolt.pricing.market.PeerTrade;
import org.gridbolt.pricing.market.Position;
import org.gridbolt.pricing.market.Quotes;
import org.gridbolt.pricing.market.Side;
import org.gridbolt.pricing.market.SlotBook;

/**
 * A market in which a side shares everything alike: the energy that peers trade, in proportion to what each asks for, and
 * the price. With a demand D, a supply G, and M the smaller of the two, at a price p among peers,
 *
 * <pre>
 *   a buyer pays  (M p + (D - M) s) / D   and a seller gets  (M p + (G - M) f) / G   per kilowatt-hour,
 * </pre>
 *
 * where the grid sells at s and buys at f. Buyers pay D times the first, sellers and grid get as much: the budget
 * balances whatever p is. What sets the rules that pool apart is p alone.
 *
 * <p>Shares of energy are whole watt-hours, by the largest remainder. Coins do not follow these shares but the quotes
 * above, so that equal orders pay equally. Who trades with whom is filled in from the first participant to the last,
 * which takes fewer trades than there are participants. None of it depends on the order of arrival.
 *
 * @param book the orders
 * @param positions what each participant asks for, ordered by participant
 * @param grid the grid's prices
 */
record Pool(SlotBook book, List<Position> positions, GridPrices grid) {

    static Pool of(SlotBook book) {
        return new Pool(book, book.positions(), GridPrices.of(book.tariff()));
    }

    /** The same orders, with another price at which the grid sells. */
    Pool withGridSelling(BigFraction price) {
        return new Pool(book, positions, grid.selling(price));
    }

    /** The outcome when peers trade at {@code price}. */
    Outcome<Clearing, MarketFlaw> clear(BigFraction price) {
        WattHours matched = book.demand().min(book.supply());
        Optional<BigFraction> buyers = quote(book.demand(), matched, price, grid.sells());
        Optional<BigFraction> sellers = quote(book.supply(), matched, price, grid.buys());
        CoinScale scale = CoinScale.of(
                Stream.of(buyers, sellers).flatMap(Optional::stream).toList());
        List<Settlement.Line> lines = new ArrayList<>(positions.size());
        List<WattHours> shares = shares(matched);
        for (int i = 0; i < positions.size(); i++) {
            boolean buys = positions.get(i).side() == Side.BUY;
            BigFraction quote = (buys ? buyers : sellers.map(BigFraction::negate)).orElseThrow();
            lines.add(line(positions.get(i), shares.get(i), scale, quote));
        }
        Optional<BigFraction> peers = matched.equals(WattHours.ZERO) ? Optional.empty() : Optional.of(price);
        return new Settlement(book, scale, lines, trades(shares, price), new Quotes(peers, buyers, sellers))
                .toClearing();
    }

    /** What a side with that much {@code energy} pays or gets per kilowatt-hour; empty when nobody stands on it. */
    private static Optional<BigFraction> quote(
            WattHours energy, WattHours matched, BigFraction peers, BigFraction gridPrice) {
        if (energy.equals(WattHours.ZERO)) {
            return Optional.empty();
        }
        BigFraction share = Fractions.ratio(matched, energy);
        return Optional.of(
                share.multiply(peers).add(BigFraction.ONE.subtract(share).multiply(gridPrice)));
    }

    private static Settlement.Line line(Position position, WattHours share, CoinScale scale, BigFraction quote) {
        EnergySplit split = new EnergySplit(share, position.energy().minus(share), WattHours.ZERO);
        return new Settlement.Line(position, split, scale.cost(quote, position.energy()));
    }

    /** How much each participant trades with peers, so that both sides trade {@code matched}. */
    private List<WattHours> shares(WattHours matched) {
        List<BigInteger> buyers = LargestRemainder.divide(BigInteger.valueOf(matched.value()), weights(Side.BUY));
        List<BigInteger> sellers = LargestRemainder.divide(BigInteger.valueOf(matched.value()), weights(Side.SELL));
        List<WattHours> shares = new ArrayList<>(positions.size());
        for (int i = 0; i < positions.size(); i++) {
            List<BigInteger> side = positions.get(i).side() == Side.BUY ? buyers : sellers;
            shares.add(new WattHours(side.get(i).longValueExact()));
        }
        return shares;
    }

    private List<BigInteger> weights(Side side) {
        return positions.stream()
                .map(position -> position.side() == side ? position.energy().value() : 0)
                .map(BigInteger::valueOf)
                .toList();
    }

    private List<PeerTrade> trades(List<WattHours> shares, BigFraction price) {
        return Match.headToHead(parts(shares, Side.SELL), parts(shares, Side.BUY)).stream()
                .map(match -> new PeerTrade(match.seller(), match.buyer(), match.energy(), price))
                .toList();
    }

    private Deque<Part<Participant>> parts(List<WattHours> shares, Side side) {
        Deque<Part<Participant>> parts = new ArrayDeque<>();
        for (int i = 0; i < positions.size(); i++) {
            if (positions.get(i).side() == side && !shares.get(i).equals(WattHours.ZERO)) {
                parts.add(new Part<>(positions.get(i).participant(), shares.get(i)));
            }
        }
        return parts;
    }
}
