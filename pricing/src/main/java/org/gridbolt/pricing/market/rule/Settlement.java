package org.gridbolt.pricing.market.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.LargestRemainder;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.market.Bill;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.EnergySplit;
import org.gridbolt.pricing.market.GridAccount;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.PeerTrade;
import org.gridbolt.pricing.market.Position;
import org.gridbolt.pricing.market.Quotes;
import org.gridbolt.pricing.market.Side;
import org.gridbolt.pricing.market.SlotBook;
import org.gridbolt.pricing.market.SumFlaw;

/**
 * The last step of every rule: exact amounts become whole coins, once.
 *
 * @param book the slot's book
 * @param scale the part of a coin in which amounts are counted
 * @param lines what each participant owes, ordered by participant
 * @param trades the trades among participants
 * @param quotes the prices that hold for everybody
 */
record Settlement(SlotBook book, CoinScale scale, List<Line> lines, List<PeerTrade> trades, Quotes quotes) {

    /** Up to here a sum of coins and a coin of rounding for each order can be counted. */
    private static final BigInteger COINS_MAX = BigInteger.ONE.shiftLeft(Long.SIZE - 2);

    /**
     * What one participant owes.
     *
     * @param position who, and what it asked for
     * @param energy where that went to, or came from
     * @param due what it pays, in parts of a coin; negative when it is paid
     */
    record Line(Position position, EnergySplit energy, BigInteger due) {}

    /** The clearing, or that its coins cannot be counted. */
    Outcome<Clearing, MarketFlaw> toClearing() {
        BigInteger turnover = turnover();
        return turnover.compareTo(COINS_MAX) > 0
                ? Outcome.flawed(new SumFlaw.TooManyCoins(book.slot(), turnover))
                : Outcome.of(clearing());
    }

    private Clearing clearing() {
        List<BigInteger> dues = new ArrayList<>(lines.stream().map(Line::due).toList());
        dues.add(dues.stream().reduce(BigInteger.ZERO, BigInteger::add).negate());
        List<BigInteger> coins = LargestRemainder.round(dues, scale.perCoin());
        List<Bill> bills = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            bills.add(bill(lines.get(i), coins.get(i)));
        }
        return new Clearing(book.slot(), trades, bills, grid(coins.get(lines.size())), quotes);
    }

    private Bill bill(Line line, BigInteger coins) {
        return new Bill(
                line.position().participant(),
                line.position().side(),
                line.energy(),
                BigFraction.of(line.due(), scale.perCoin()),
                Coin.valueOf(coins.longValueExact()));
    }

    private GridAccount grid(BigInteger coins) {
        return new GridAccount(withGrid(Side.BUY), withGrid(Side.SELL), Coin.valueOf(coins.longValueExact()));
    }

    private WattHours withGrid(Side side) {
        return lines.stream()
                .filter(line -> line.position().side() == side)
                .map(line -> line.energy().withGrid())
                .reduce(WattHours.ZERO, WattHours::plus);
    }

    /** The coins that one side pays or is paid, whichever is more, rounded down. */
    private BigInteger turnover() {
        BigInteger paid = sum(1);
        BigInteger received = sum(-1).negate();
        return paid.max(received).divide(scale.perCoin());
    }

    private BigInteger sum(int sign) {
        return lines.stream()
                .map(Line::due)
                .filter(due -> due.signum() == sign)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
