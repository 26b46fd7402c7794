package org.gridbolt.pricing.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuadraticPriceTest {

    @Test
    void a_price_is_a_d_squared_plus_b_d_plus_c() {
        QuadraticPrice rule = QuadraticPrice.of("10", "100", "5000");
        assertThat(rule.priceAt(WattHours.ZERO).toDecimalString()).isEqualTo("5000");
        assertThat(rule.priceAt(new WattHours(1_000)).toDecimalString()).isEqualTo("5110");
        assertThat(rule.priceAt(new WattHours(20_175)).toDecimalString()).isEqualTo("11087.80625");
    }

    @Test
    void the_smallest_coefficient_and_demand_count_to_the_last_place() {
        QuadraticPrice rule = QuadraticPrice.of("0.001", "0.001", "0.001");
        assertThat(rule.priceAt(new WattHours(1)).toDecimalString()).isEqualTo("0.001001001");
    }

    /** A cost of D times p(D), in watt-hours and 64 bits, wraps at exactly this demand. */
    @Test
    void a_demand_at_which_64_bits_would_wrap_is_priced_exactly() {
        WattHours demand = new WattHours(2_097_152);
        Price price = QuadraticPrice.of("1", "1", "1").priceAt(demand);
        BigDecimal kilowattHours = new BigDecimal("2097.152");
        BigDecimal expected = kilowattHours.pow(2).add(kilowattHours).add(BigDecimal.ONE);
        assertThat(price.toDecimalString()).isEqualTo("4400144.663104").isEqualTo(expected.toPlainString());
        assertThat(new BigDecimal(price.costOf(demand).picoCoins(), 12))
                .isEqualByComparingTo(expected.multiply(kilowattHours));
        BigInteger cubed = BigInteger.valueOf(demand.value()).pow(3);
        assertThat(cubed).isEqualTo(BigInteger.ONE.shiftLeft(63));
    }

    @Test
    void the_highest_demand_with_a_price_is_followed_by_one_without() {
        QuadraticPrice rule = QuadraticPrice.of("1", "0", "0");
        BigInteger last = BigInteger.valueOf(Long.MAX_VALUE / 1_000).sqrt();
        assertThat(rule.quote(new WattHours(last.longValueExact()))).isPresent();
        assertThat(rule.quote(new WattHours(last.longValueExact() + 1))).isEmpty();
    }

    @Test
    void a_price_above_the_highest_is_refused_and_never_wraps() {
        WattHours everything = new WattHours(Long.MAX_VALUE);
        String largest = new Coefficient(Long.MAX_VALUE).toString();
        assertThat(QuadraticPrice.of(largest, largest, largest).quote(everything))
                .isEmpty();
        assertThat(QuadraticPrice.of("0", "0", "9223372036.854").quote(everything))
                .isPresent();
        assertThat(QuadraticPrice.of("0", "0", "9223372036.855").quote(WattHours.ZERO))
                .isEmpty();
        assertThatThrownBy(() -> QuadraticPrice.of("1", "0", "0").priceAt(everything))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("9223372036854775807 Wh");
    }

    @Property(tries = 1_000)
    void a_price_is_exact_or_refused(@ForAll("rules") QuadraticPrice rule, @ForAll("demands") WattHours demand) {
        BigDecimal d = BigDecimal.valueOf(demand.value(), 3);
        BigDecimal exact = new BigDecimal(rule.a().toString())
                .multiply(d.pow(2))
                .add(new BigDecimal(rule.b().toString()).multiply(d))
                .add(new BigDecimal(rule.c().toString()));
        boolean fits = exact.compareTo(new BigDecimal(Price.MAX.toDecimalString())) <= 0;
        Optional<BigDecimal> price = rule.quote(demand).map(quoted -> new BigDecimal(quoted.toDecimalString()));
        assertThat(price.isPresent()).isEqualTo(fits);
        price.ifPresent(quoted -> assertThat(quoted).isEqualByComparingTo(exact));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void a_price_never_falls_when_demand_grows(
            @ForAll("rules") QuadraticPrice rule,
            @ForAll("demands") WattHours one,
            @ForAll("demands") WattHours other) {
        Optional<Price> low = rule.quote(one.min(other));
        Optional<Price> high = rule.quote(one.min(other).equals(one) ? other : one);
        high.ifPresent(price ->
                assertThat(low).hasValueSatisfying(lower -> assertThat(lower).isLessThanOrEqualTo(price)));
    }

    @Property(tries = 500)
    void writing_and_parsing_are_inverse(@ForAll("rules") QuadraticPrice rule) {
        assertThat(QuadraticPrice.parse(rule.toString()).value()).contains(rule);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "0010.500, 10.5", "0.125, 0.125", "-0, 0"})
    void a_coefficient_is_a_decimal_of_three_places(String text, String canonical) {
        assertThat(Coefficient.parse("a", text).orElseThrow()).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "'-1,0,0', 'price coefficient a: -1 is negative, the price would fall with demand; give 0 or more'",
        "'0,-0.001,0', 'price coefficient b: -0.001 is negative, the price would fall with demand; give 0 or more'",
        "'0,0,1.2345', 'price coefficient c: 1.2345 has more than 3 decimal places; round it'",
        "'0,ten,0', 'price coefficient b: \"ten\" is no decimal number; write it like 10 or 0.125'",
        "'0,,0', 'price coefficient b: \"\" is no decimal number; write it like 10 or 0.125'",
        "'9223372036854775.808,0,0', "
                + "'price coefficient a: 9223372036854775.808 is too large; give at most 9223372036854775.807'",
        "'1,2', 'price \"1,2\": give three coefficients a,b,c, such as 10,100,5000'",
        "'1,2,3,4', 'price \"1,2,3,4\": give three coefficients a,b,c, such as 10,100,5000'"
    })
    void a_flawed_rule_is_refused_with_its_reason(String text, String message) {
        assertThat(QuadraticPrice.parse(text).flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw.message()).isEqualTo(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "+1", ".5", "5.", "1_000", "NaN", "0x10", "1 0", "\u0661"})
    void only_plain_decimals_are_read(String text) {
        assertThat(Coefficient.parse("a", text).flaw()).contains(new PriceFlaw.NotADecimal("a", text));
    }

    @Test
    void a_negative_coefficient_cannot_be_made() {
        assertThatThrownBy(() -> new Coefficient(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuadraticPrice.of("-1", "0", "0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fall with demand");
    }

    @Provide
    Arbitrary<QuadraticPrice> rules() {
        Arbitrary<Coefficient> coefficients = Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 10_000_000),
                        Arbitraries.longs().greaterOrEqual(0))
                .edgeCases(edges -> edges.includeOnly(0L, 1L, Long.MAX_VALUE))
                .map(Coefficient::new);
        return Combinators.combine(coefficients, coefficients, coefficients).as(QuadraticPrice::new);
    }

    @Provide
    Arbitrary<WattHours> demands() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.longs().greaterOrEqual(0))
                .edgeCases(edges -> edges.includeOnly(0L, 1L, Long.MAX_VALUE))
                .map(WattHours::new);
    }
}
