package org.gridbolt.penalty.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/**
 * The settlement oracles: a wallet of (200000, 80000, 20000) and a unit of 30000 coins, so that the state with the unit pending
 * is (170000, 80000, 20000). The first two are printed by Tharun and Parvez 2021, section 5.
 */
class SplitTest {

    private static final Coin DUST = Coin.valueOf(330);
    private static final Allocation WITH_UNIT = Allocation.of(170_000, 80_000, 20_000);

    @Test
    void a_delivered_unit_is_the_producers() {
        Split split = forfeitAll(WITH_UNIT, unit(1, 30_000, Verdict.DELIVERED));

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(170_000, 110_000, 20_000));
        assertThat(split.spendsProducerBalance()).isFalse();
        assertThat(split.pool()).isEqualTo(Coin.ZERO);
    }

    @Test
    void a_default_takes_all_of_the_producers_coins() {
        Split split = forfeitAll(WITH_UNIT, unit(1, 30_000, Verdict.DEFAULT));

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(170_000, 0, 130_000));
        assertThat(split.pool()).isEqualTo(Coin.valueOf(80_000));
    }

    @Test
    void a_cancelled_unit_goes_back_to_the_consumer() {
        Split split = forfeitAll(WITH_UNIT, unit(1, 30_000, Verdict.CANCELLED));

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(200_000, 80_000, 20_000));
    }

    @Test
    void four_hundred_per_mille_of_the_forfeit_are_the_consumers_when_so_agreed() {
        JudgedState state = new JudgedState(WITH_UNIT, List.of(unit(1, 30_000, Verdict.DEFAULT)));
        Split split = Split.of(state, new ForfeitAll(new PerMille(400)));

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(202_000, 0, 98_000));
        assertThat(split.ofProducerBalance(DUST)).isEqualTo(Allocation.of(32_000, 0, 48_000));
        assertThat(split.ofDefaultedUnits(DUST)).isEqualTo(Allocation.of(0, 0, 30_000));
        assertThat(split.pool()).isEqualTo(Coin.valueOf(48_000));
    }

    /**
     * b' = B + R = (50000 - 50000 + 30000 - 30000) + 40000; a' = 140000 + X = 140000 + 20000; u' = 20000 + 30000 for the energy +
     * 50000 forfeited.
     */
    @Test
    void all_three_verdicts_in_one_state() {
        Split split = forfeitAll(
                Allocation.of(140_000, 50_000, 20_000),
                unit(1, 30_000, Verdict.DEFAULT),
                unit(2, 40_000, Verdict.DELIVERED),
                unit(3, 20_000, Verdict.CANCELLED));

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(160_000, 40_000, 100_000));
        assertThat(split.ofProducerBalance(DUST)).isEqualTo(Allocation.of(0, 0, 50_000));
        assertThat(split.ofDefaultedUnits(DUST)).isEqualTo(Allocation.of(0, 0, 30_000));
    }

    @Test
    void a_second_default_takes_its_coins_and_nothing_that_is_not_there() {
        Split split = forfeitAll(
                Allocation.of(140_000, 80_000, 20_000),
                unit(1, 30_000, Verdict.DEFAULT),
                unit(2, 30_000, Verdict.DEFAULT));

        assertThat(split.forfeiture()).isEqualTo(new Forfeiture(Coin.ZERO, Coin.valueOf(60_000), Coin.valueOf(80_000)));
        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(140_000, 0, 160_000));
    }

    /** How little is lacking does not matter: the paper's producer "looses all the coins committed". */
    @Test
    void one_watt_hour_lacking_forfeits_all() {
        JudgedUnit unit = new JudgedUnit(
                new UnitNumber(1), Coin.valueOf(30_000), new WattHours(250), Verdict.DEFAULT, new WattHours(1));

        assertThat(forfeitAll(WITH_UNIT, unit).onWallet(DUST)).isEqualTo(Allocation.of(170_000, 0, 130_000));
    }

    @Test
    void a_producer_without_coins_has_nothing_to_forfeit() {
        Split split = forfeitAll(Allocation.of(170_000, 0, 20_000), unit(1, 30_000, Verdict.DEFAULT));

        assertThat(split.spendsProducerBalance()).isFalse();
        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(170_000, 0, 50_000));
        assertThat(split.ofDefaultedUnits(DUST)).isEqualTo(Allocation.of(0, 0, 30_000));
    }

    @Test
    void a_share_below_the_dust_limit_goes_to_the_utility() {
        Split split = forfeitAll(
                Allocation.of(300, 200, 20_000), unit(1, 30_000, Verdict.DEFAULT), unit(2, 329, Verdict.DELIVERED));

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(0, 0, 50_829));
    }

    /** A quarter lacking, paid in proportion: the producer keeps more than its balance, out of the unit's coins. */
    @Test
    void what_the_producers_balance_is_owed_is_paid_out_of_the_defaulted_units() {
        JudgedUnit quarter = new JudgedUnit(
                new UnitNumber(1), Coin.valueOf(30_000), new WattHours(1000), Verdict.DEFAULT, new WattHours(250));
        Forfeiture forfeiture = new Forfeiture(Coin.valueOf(82_500), Coin.valueOf(7_500), Coin.valueOf(20_000));
        Split split = new Split(new JudgedState(WITH_UNIT, List.of(quarter)), forfeiture, Coin.ZERO);

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(170_000, 82_500, 47_500));
        assertThat(split.spendsProducerBalance()).isFalse();
        assertThat(split.ofProducerBalance(DUST)).isEqualTo(Allocation.of(0, 80_000, 0));
        assertThat(split.ofDefaultedUnits(DUST)).isEqualTo(Allocation.of(0, 2_500, 27_500));
    }

    @Test
    void half_of_the_balance_forfeited_leaves_half_of_it() {
        Forfeiture forfeiture = new Forfeiture(Coin.valueOf(40_000), Coin.valueOf(30_000), Coin.valueOf(40_000));
        JudgedState state = new JudgedState(WITH_UNIT, List.of(unit(1, 30_000, Verdict.DEFAULT)));
        Split split = new Split(state, forfeiture, Coin.valueOf(10_000));

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(180_000, 40_000, 80_000));
        assertThat(split.ofProducerBalance(DUST)).isEqualTo(Allocation.of(10_000, 40_000, 30_000));
    }

    @Test
    void a_forfeiture_that_does_not_add_up_is_no_split() {
        JudgedState state = new JudgedState(WITH_UNIT, List.of(unit(1, 30_000, Verdict.DEFAULT)));
        Forfeiture tooMuch = new Forfeiture(Coin.valueOf(1), Coin.valueOf(30_000), Coin.valueOf(80_000));

        assertThatThrownBy(() -> new Split(state, tooMuch, Coin.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_consumer_share_above_the_forfeit_is_no_split() {
        JudgedState state = new JudgedState(WITH_UNIT, List.of(unit(1, 30_000, Verdict.DEFAULT)));
        Forfeiture forfeiture = ForfeitAll.WITHOUT_CONSUMER_SHARE.judge(state);

        assertThatThrownBy(() -> new Split(state, forfeiture, Coin.valueOf(80_001)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Split(state, forfeiture, Coin.valueOf(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Split forfeitAll(Allocation balances, JudgedUnit... units) {
        return Split.of(new JudgedState(balances, new ArrayList<>(List.of(units))), ForfeitAll.WITHOUT_CONSUMER_SHARE);
    }

    private static JudgedUnit unit(int number, long coins, Verdict verdict) {
        WattHours energy = new WattHours(250);
        WattHours shortfall = verdict == Verdict.DEFAULT ? energy : WattHours.ZERO;
        return new JudgedUnit(new UnitNumber(number), Coin.valueOf(coins), energy, verdict, shortfall);
    }
}
