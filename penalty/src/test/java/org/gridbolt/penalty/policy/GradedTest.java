package org.gridbolt.penalty.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wallet of (200000, 80000, 20000) coins and a unit of 30000 coins for 1000 Wh, so that the state with the unit pending is
 * (170000, 80000, 20000).
 */
class GradedTest {

    private static final Coin DUST = Coin.valueOf(330);
    private static final Allocation WITH_UNIT = Allocation.of(170_000, 80_000, 20_000);
    private static final Fraction HALF = new Fraction(1, 2);

    /** f, s, the consumer's share and what each ends with; the first three and the fifth are oracles of the design. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1000,    0, 170000,     0, 130000",
        "1, 2, 1000,    0, 170000, 40000,  90000",
        "1, 1,  250,    0, 170000, 82500,  47500",
        "1, 2,  250,    0, 170000, 92500,  37500",
        "1, 1, 1000,  400, 202000,     0,  98000",
        "1, 1,  250,  400, 178000, 82500,  39500",
        "1, 1, 1000, 1000, 250000,     0,  50000",
    })
    void a_default_costs_what_the_terms_say(
            int part, int of, long lacking, int share, long consumer, long producer, long utility) {
        Graded policy = new Graded(new Fraction(part, of), 0, new PerMille(share));
        Split split = Split.of(new JudgedState(WITH_UNIT, List.of(unit(1, 30_000, lacking))), policy);

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(consumer, producer, utility));
        assertThat(split.offChain()).isEqualTo(Allocation.of(consumer, producer, utility));
    }

    /** y = b - B = -2500: the balance is left alone, and the utility pays what it is short of out of the unit. */
    @Test
    void a_quarter_lacking_leaves_the_balance_alone_on_chain() {
        Split split = split(Graded.IN_PROPORTION, unit(1, 30_000, 250));

        assertThat(split.forfeiture())
                .isEqualTo(new Forfeiture(Coin.valueOf(82_500), Coin.valueOf(7_500), Coin.valueOf(20_000)));
        assertThat(split.spendsProducerBalance()).isFalse();
        assertThat(split.ofProducerBalance(DUST)).isEqualTo(Allocation.of(0, 80_000, 0));
        assertThat(split.ofDefaultedUnits(DUST)).isEqualTo(Allocation.of(0, 2_500, 27_500));
        assertThat(split.pool()).isEqualTo(Coin.valueOf(20_000));
    }

    @Test
    void half_forfeited_is_taken_from_the_balance_on_chain() {
        Split split = split(new Graded(HALF, 0, PerMille.ZERO), unit(1, 30_000, 1000));

        assertThat(split.spendsProducerBalance()).isTrue();
        assertThat(split.ofProducerBalance(DUST)).isEqualTo(Allocation.of(0, 40_000, 40_000));
        assertThat(split.ofDefaultedUnits(DUST)).isEqualTo(Allocation.of(0, 0, 30_000));
    }

    /** CP = 20000 and K = 8000, of which y <= 0 takes nothing from the balance: the units pay all of it. */
    @Test
    void the_consumers_share_comes_out_of_the_units_when_the_balance_is_left_alone() {
        Split split = split(new Graded(Fraction.WHOLE, 0, new PerMille(400)), unit(1, 30_000, 250));

        assertThat(split.ofProducerBalance(DUST)).isEqualTo(Allocation.of(0, 80_000, 0));
        assertThat(split.ofDefaultedUnits(DUST)).isEqualTo(Allocation.of(8_000, 2_500, 19_500));
        assertThat(split.pool()).isEqualTo(Coin.valueOf(12_000));
    }

    /** CP = 40000, c - q = 15000, so y = 25000 and K = 32000: 25000 from the balance and 7000 from the unit. */
    @Test
    void balance_and_units_share_what_the_consumer_gets() {
        Split split = split(new Graded(Fraction.WHOLE, 0, new PerMille(800)), unit(1, 30_000, 500));

        assertThat(split.ofProducerBalance(DUST)).isEqualTo(Allocation.of(25_000, 55_000, 0));
        assertThat(split.ofDefaultedUnits(DUST)).isEqualTo(Allocation.of(7_000, 0, 23_000));
        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(202_000, 55_000, 43_000));
    }

    /** One after the other: 80000 - 20000 + 22500 = 82500, then 82500 - 41250 + 5000 = 46250. */
    @Test
    void each_default_takes_from_what_the_one_before_left() {
        JudgedState state = new JudgedState(
                Allocation.of(160_000, 80_000, 20_000), List.of(unit(1, 30_000, 250), unit(2, 10_000, 500)));
        Forfeiture forfeiture = Graded.IN_PROPORTION.judge(state);

        assertThat(forfeiture)
                .isEqualTo(new Forfeiture(Coin.valueOf(46_250), Coin.valueOf(12_500), Coin.valueOf(61_250)));
        assertThat(Split.of(state, Graded.IN_PROPORTION).onWallet(DUST))
                .isEqualTo(Allocation.of(160_000, 46_250, 93_750));
    }

    @Test
    void a_tolerated_shortfall_costs_the_energy_and_nothing_else() {
        Split split = split(new Graded(Fraction.WHOLE, 1, PerMille.ZERO), unit(1, 30_000, 250));

        assertThat(split.onWallet(DUST)).isEqualTo(Allocation.of(170_000, 102_500, 27_500));
        assertThat(split.pool()).isEqualTo(Coin.ZERO);
    }

    @Test
    void the_first_shortfalls_of_a_channel_are_the_tolerated_ones() {
        Graded once = new Graded(Fraction.WHOLE, 1, PerMille.ZERO);
        JudgedState both = new JudgedState(
                Allocation.of(160_000, 80_000, 20_000), List.of(unit(3, 30_000, 250), unit(4, 10_000, 500)));

        assertThat(once.judge(both).forfeited()).isEqualTo(Coin.valueOf(51_250));
    }

    @Test
    void defaults_of_units_that_are_gone_from_the_state_count() {
        Graded twice = new Graded(Fraction.WHOLE, 2, PerMille.ZERO);
        List<JudgedUnit> units = List.of(unit(5, 30_000, 1000));

        assertThat(twice.judge(new JudgedState(WITH_UNIT, units, numbers(2))).forfeited())
                .isEqualTo(Coin.ZERO);
        assertThat(twice.judge(new JudgedState(WITH_UNIT, units, numbers(2, 3))).forfeited())
                .isEqualTo(Coin.valueOf(80_000));
        assertThat(twice.judge(new JudgedState(WITH_UNIT, units, numbers(2, 5, 7)))
                        .forfeited())
                .isEqualTo(Coin.ZERO);
    }

    @Test
    void a_shortfall_of_a_hair_costs_no_coin() {
        JudgedUnit unit = new JudgedUnit(
                new UnitNumber(1), Coin.valueOf(330), new WattHours(1_000_000), Verdict.DEFAULT, new WattHours(1));

        assertThat(Graded.IN_PROPORTION.judge(new JudgedState(Allocation.of(0, 999_999, 0), List.of(unit))))
                .isEqualTo(new Forfeiture(Coin.valueOf(1_000_329), Coin.ZERO, Coin.ZERO));
    }

    /** The product has 145 bits. */
    @Test
    void the_largest_numbers_are_exact() {
        Coin all = Coin.COIN.multiply(21_000_000);
        JudgedUnit unit = new JudgedUnit(
                new UnitNumber(1),
                Coin.valueOf(330),
                new WattHours(Long.MAX_VALUE),
                Verdict.DEFAULT,
                new WattHours(Long.MAX_VALUE - 1));
        Graded policy = new Graded(new Fraction(999_999, 1_000_000), 0, PerMille.ZERO);

        assertThat(policy.judge(new JudgedState(new Allocation(Coin.ZERO, all, Coin.ZERO), List.of(unit)))
                        .forfeited())
                .isEqualTo(Coin.valueOf(2_099_997_899_999_999L));
    }

    @Test
    void a_fraction_is_a_part_and_not_nothing() {
        assertThatThrownBy(() -> new Fraction(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fraction(-1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fraction(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fraction(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fraction(1, Fraction.DENOMINATOR_MAX + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(HALF).hasToString("1/2");
    }

    @Test
    void the_number_of_tolerated_shortfalls_is_bounded() {
        assertThatThrownBy(() -> new Graded(HALF, -1, PerMille.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Graded(HALF, Graded.TOLERATED_MAX + 1, PerMille.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ForfeitAll(PerMille.ZERO).toleratedShortfalls()).isZero();
    }

    private static Split split(PenaltyPolicy policy, JudgedUnit... units) {
        return Split.of(new JudgedState(WITH_UNIT, List.of(units)), policy);
    }

    private static JudgedUnit unit(int number, long coins, long lacking) {
        return new JudgedUnit(
                new UnitNumber(number),
                Coin.valueOf(coins),
                new WattHours(1000),
                Verdict.DEFAULT,
                new WattHours(lacking));
    }

    private static Set<UnitNumber> numbers(int... numbers) {
        return Arrays.stream(numbers).mapToObj(UnitNumber::new).collect(Collectors.toSet());
    }

    /** The consumer was first to some of the units: that counts as paid to it, and the producer comes before the utility. */
    @Test
    void what_is_left_of_the_defaulted_units_pays_the_producer_first() {
        Split split = split(Graded.IN_PROPORTION, unit(1, 30_000, 250));

        assertThat(split.ofDefaultedUnits(Coin.valueOf(30_000), DUST)).isEqualTo(Allocation.of(0, 2_500, 27_500));
        assertThat(split.ofDefaultedUnits(Coin.valueOf(10_000), DUST)).isEqualTo(Allocation.of(0, 2_500, 7_500));
        assertThat(split.ofDefaultedUnits(Coin.valueOf(2_000), DUST)).isEqualTo(Allocation.of(0, 2_000, 0));
    }
}
