package org.gridbolt.pricing.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/** A clearing that does not add up cannot be made. */
class ClearingTest {

    private static final Participant SELLER = new Participant("s");
    private static final Participant BUYER = new Participant("b");
    private static final PeerTrade TRADE = new PeerTrade(SELLER, BUYER, new WattHours(10), BigFraction.of(500));
    private static final Bill SELLERS = bill(SELLER, Side.SELL, 10, 0, -5);
    private static final Bill BUYERS = bill(BUYER, Side.BUY, 10, 2, 7);
    private static final GridAccount GRID = new GridAccount(new WattHours(2), WattHours.ZERO, Coin.valueOf(-2));

    @Test
    void bills_and_grid_sum_to_nothing() {
        Clearing clearing = clearing(List.of(TRADE), List.of(BUYERS, SELLERS), GRID);
        assertThat(clearing.traded()).isEqualTo(new WattHours(10));
        assertThat(clearing.turnover()).isEqualTo(Coin.valueOf(7));
        assertThat(clearing.billOf(SELLER)).isEqualTo(SELLERS);
        assertThatThrownBy(() -> clearing.billOf(new Participant("x"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_coin_too_many_is_noticed() {
        refused(List.of(TRADE), List.of(bill(BUYER, Side.BUY, 10, 2, 8), SELLERS), GRID, "sum to 1 coins");
    }

    @Test
    void each_participant_has_one_bill_and_in_order() {
        refused(List.of(TRADE), List.of(SELLERS, BUYERS), GRID, "the bill of b comes after that of s");
        refused(List.of(TRADE), List.of(BUYERS, BUYERS, SELLERS), GRID, "the bill of b comes after that of b");
    }

    @Test
    void energy_that_nobody_traded_is_noticed() {
        refused(List.of(), List.of(BUYERS, SELLERS), GRID, "b traded 0 Wh, the bills say 10 Wh");
        refused(List.of(TRADE), List.of(BUYERS, bill(SELLER, Side.SELL, 9, 1, -5)), GRID, "s traded 10 Wh");
    }

    @Test
    void energy_that_the_grid_did_not_trade_is_noticed() {
        GridAccount less = new GridAccount(new WattHours(1), WattHours.ZERO, Coin.valueOf(-2));
        refused(List.of(TRADE), List.of(BUYERS, SELLERS), less, "the grid sold 1 Wh, the bills say 2 Wh");
        GridAccount more = new GridAccount(new WattHours(2), new WattHours(1), Coin.valueOf(-2));
        refused(List.of(TRADE), List.of(BUYERS, SELLERS), more, "the grid bought 1 Wh, the bills say 0 Wh");
    }

    @Test
    void a_trade_of_somebody_without_a_bill_is_noticed() {
        PeerTrade stranger = new PeerTrade(new Participant("x"), BUYER, new WattHours(10), BigFraction.of(500));
        refused(List.of(stranger), List.of(BUYERS, bill(SELLER, Side.SELL, 0, 0, -5)), GRID, "without a bill");
    }

    @Test
    void a_whole_coin_of_rounding_is_too_much() {
        EnergySplit none = new EnergySplit(WattHours.ZERO, WattHours.ZERO, WattHours.ZERO);
        assertThatThrownBy(() -> new Bill(BUYER, Side.BUY, none, BigFraction.ONE, Coin.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Bill(BUYER, Side.BUY, none, BigFraction.of(-9, 10), Coin.ZERO).pays())
                .isEqualTo(Coin.ZERO);
    }

    @Test
    void nobody_trades_nothing_or_with_itself() {
        assertThatThrownBy(() -> new PeerTrade(SELLER, BUYER, WattHours.ZERO, BigFraction.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PeerTrade(SELLER, SELLER, new WattHours(1), BigFraction.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(List<PeerTrade> trades, List<Bill> bills, GridAccount grid, String why) {
        assertThatThrownBy(() -> clearing(trades, bills, grid))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static Clearing clearing(List<PeerTrade> trades, List<Bill> bills, GridAccount grid) {
        return new Clearing(new Slot(0), trades, bills, grid, Quotes.amongPeers(Optional.empty()));
    }

    private static Bill bill(Participant who, Side side, long peers, long grid, long coins) {
        EnergySplit split = new EnergySplit(new WattHours(peers), new WattHours(grid), WattHours.ZERO);
        return new Bill(who, side, split, BigFraction.of(coins), Coin.valueOf(coins));
    }
}
