package org.gridbolt.pricing.market;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/**
 * How a slot's market ended. No coin and no watt-hour appears or gets lost: the bills and the grid's account sum to
 * exactly zero, each bill's energy with peers is that of its participant's trades, and what participants take from the
 * grid and feed into it is what the grid sold and bought.
 *
 * @param slot the slot
 * @param trades the trades among participants
 * @param bills one for each participant, ordered by participant
 * @param grid the grid's part
 * @param quotes the prices that hold for everybody
 */
public record Clearing(Slot slot, List<PeerTrade> trades, List<Bill> bills, GridAccount grid, Quotes quotes) {

    /** The clearing; an {@link IllegalArgumentException} when it does not conserve coins or energy. */
    public Clearing {
        trades = List.copyOf(trades);
        bills = List.copyOf(bills);
        Conservation.check(trades, bills, grid);
    }

    /** The energy that peers traded. */
    public WattHours traded() {
        return trades.stream().map(PeerTrade::energy).reduce(WattHours.ZERO, WattHours::plus);
    }

    /** The bill of {@code participant}; an {@link IllegalArgumentException} when it had no order. */
    public Bill billOf(Participant participant) {
        return bills.stream()
                .filter(bill -> bill.participant().equals(participant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(participant + " had no order in " + slot));
    }

    /** The coins that all buyers pay. */
    public Coin turnover() {
        return bills.stream().map(Bill::pays).filter(Coin::isPositive).reduce(Coin.ZERO, Coin::add);
    }
}
