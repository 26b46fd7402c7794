package org.gridbolt.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.bitcoinj.base.Coin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactCoinsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0/1, 0, 0",
        "1, 1/1000000000000, 0, 1",
        "-1, -1/1000000000000, -1, 0",
        "500000000000, 1/2, 0, 1",
        "-500000000000, -1/2, -1, 0",
        "2000000000000, 2/1, 2, 2",
        "-2000000000000, -2/1, -2, -2",
        "2750000000000, 11/4, 2, 3"
    })
    void an_amount_is_a_reduced_fraction_between_its_floor_and_its_ceiling(
            String picoCoins, String fraction, long floor, long ceiling) {
        ExactCoins amount = new ExactCoins(new BigInteger(picoCoins));
        assertThat(amount.toRationalString()).isEqualTo(fraction);
        assertThat(amount.floorCoins()).isEqualTo(Coin.valueOf(floor));
        assertThat(amount.ceilCoins()).isEqualTo(Coin.valueOf(ceiling));
    }

    @Property(tries = 500)
    void floor_and_ceiling_enclose_the_amount_by_less_than_a_coin(@ForAll long picoCoins) {
        ExactCoins amount = new ExactCoins(BigInteger.valueOf(picoCoins));
        ExactCoins floor = ExactCoins.of(amount.floorCoins());
        ExactCoins ceiling = ExactCoins.of(amount.ceilCoins());
        assertThat(amount).isBetween(floor, ceiling);
        assertThat(ceiling.minus(floor)).isLessThanOrEqualTo(ExactCoins.of(Coin.SATOSHI));
        assertThat(amount.minus(floor).isBelow(Coin.SATOSHI)).isTrue();
    }

    /** On both sides of what a long holds. */
    @Property(tries = 500)
    void floor_and_ceiling_are_the_same_however_large(@ForAll @LongRange(min = -1_000, max = 1_000) long hair) {
        for (long edge : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            BigInteger picoCoins = BigInteger.valueOf(edge).add(BigInteger.valueOf(hair));
            BigDecimal coins = new BigDecimal(picoCoins, 12);
            ExactCoins amount = new ExactCoins(picoCoins);
            assertThat(amount.floorCoins().getValue())
                    .isEqualTo(coins.setScale(0, RoundingMode.FLOOR).longValueExact());
            assertThat(amount.ceilCoins().getValue())
                    .isEqualTo(coins.setScale(0, RoundingMode.CEILING).longValueExact());
        }
    }

    @Property(tries = 200)
    void a_difference_undoes_a_sum(@ForAll BigInteger first, @ForAll BigInteger second) {
        ExactCoins sum = new ExactCoins(first).plus(new ExactCoins(second));
        assertThat(sum.minus(new ExactCoins(second)).picoCoins()).isEqualTo(first);
    }

    @Test
    void whole_coins_are_exact() {
        ExactCoins three = ExactCoins.of(Coin.valueOf(3));
        assertThat(three.floorCoins()).isEqualTo(Coin.valueOf(3));
        assertThat(three.isBelow(Coin.valueOf(3))).isFalse();
        assertThat(three.isBelow(Coin.valueOf(4))).isTrue();
        assertThat(three).hasToString("3/1 coins");
    }

    @Test
    void an_amount_that_no_coin_can_hold_is_refused() {
        ExactCoins most = ExactCoins.of(Coin.valueOf(Long.MAX_VALUE));
        ExactCoins least = ExactCoins.of(Coin.valueOf(Long.MIN_VALUE));
        ExactCoins hair = new ExactCoins(BigInteger.ONE);
        assertThat(most.floorCoins().getValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(least.floorCoins().getValue()).isEqualTo(Long.MIN_VALUE);
        assertThatThrownBy(() -> most.plus(hair).ceilCoins()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(hair).floorCoins()).isInstanceOf(ArithmeticException.class);
    }
}
