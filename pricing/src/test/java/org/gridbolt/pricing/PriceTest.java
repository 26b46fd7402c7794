package org.gridbolt.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.bitcoinj.base.Coin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0.000000001",
        "500000000, 0.5",
        "1000000000, 1",
        "11087806250000, 11087.80625",
        "9223372036854775807, 9223372036.854775807"
    })
    void a_price_is_written_in_plain_decimals(long nanoCoins, String text) {
        assertThat(new Price(nanoCoins).toDecimalString()).isEqualTo(text);
        assertThat(Price.parse(text)).contains(new Price(nanoCoins));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "01",
                "1.",
                ".5",
                "0.50",
                "1.0",
                "-1",
                "+1",
                "1e3",
                "1,5",
                " 1",
                "1 ",
                "0.0000000001",
                "9223372036.854775808",
                "99999999999",
                "\u0661"
            })
    void any_other_writing_of_a_price_is_refused(String text) {
        assertThat(Price.parse(text)).isEmpty();
    }

    @Property(tries = 500)
    void writing_and_parsing_are_inverse(@ForAll @LongRange(min = 0) long nanoCoins) {
        Price price = new Price(nanoCoins);
        assertThat(Price.parse(price.toDecimalString())).contains(price);
    }

    @Property(tries = 500)
    void a_cost_is_price_times_energy_to_the_last_digit(
            @ForAll @LongRange(min = 0) long nanoCoins, @ForAll @LongRange(min = 0) long wattHours) {
        BigDecimal expected = BigDecimal.valueOf(nanoCoins, 9).multiply(BigDecimal.valueOf(wattHours, 3));
        ExactCoins cost = new Price(nanoCoins).costOf(new WattHours(wattHours));
        assertThat(new BigDecimal(cost.picoCoins(), 12)).isEqualByComparingTo(expected);
    }

    @Test
    void a_negative_price_is_refused() {
        assertThatThrownBy(() -> new Price(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Price.ofNanoCoins(BigInteger.ONE.negate())).isEmpty();
    }

    @Test
    void a_price_above_the_highest_is_refused() {
        BigInteger highest = BigInteger.valueOf(Long.MAX_VALUE);
        assertThat(Price.ofNanoCoins(highest)).contains(Price.MAX);
        assertThat(Price.ofNanoCoins(highest.add(BigInteger.ONE))).isEmpty();
        assertThat(Price.ofNanoCoins(highest.shiftLeft(64))).isEmpty();
    }

    @Test
    void the_floor_of_a_cost_is_in_whole_coins() {
        Price price = Price.parse("11087.80625").orElseThrow();
        assertThat(price.costFloor(new WattHours(250))).isEqualTo(Coin.valueOf(2771));
        assertThat(Price.ZERO.costFloor(new WattHours(250))).isEqualTo(Coin.ZERO);
    }

    @Test
    void a_cost_that_no_coin_can_hold_is_refused() {
        WattHours everything = new WattHours(Long.MAX_VALUE);
        assertThatThrownBy(() -> Price.MAX.costFloor(everything)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void prices_are_ordered_and_show_their_unit() {
        assertThat(new Price(1)).isGreaterThan(Price.ZERO).isLessThan(Price.MAX);
        assertThat(new Price(5_000_250_000_000L)).hasToString("5000.25 coins per kWh");
    }
}
