package org.gridbolt.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Positive;
import net.jqwik.api.constraints.Size;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void what_the_floors_leave_goes_to_the_largest_remainders() {
        assertThat(divide(10, 15, 25, 60)).isEqualTo(numbers(2, 2, 6));
        assertThat(divide(100, 1, 1, 1)).isEqualTo(numbers(34, 33, 33));
        assertThat(divide(7, 3, 5, 9)).isEqualTo(numbers(1, 2, 4));
    }

    @Test
    void of_equal_remainders_the_earlier_is_served_first() {
        assertThat(divide(1, 5, 5)).isEqualTo(numbers(1, 0));
        assertThat(divide(2, 1, 1, 1)).isEqualTo(numbers(1, 1, 0));
    }

    @Test
    void nothing_can_be_divided_by_any_weights() {
        assertThat(divide(0)).isEmpty();
        assertThat(divide(0, 0, 0)).isEqualTo(numbers(0, 0));
        assertThat(divide(0, 3, 4)).isEqualTo(numbers(0, 0));
    }

    @Test
    void fractions_are_rounded_up_where_most_was_lost_also_below_nothing() {
        assertThat(LargestRemainder.round(numbers(17, 29, 14), BigInteger.TEN)).isEqualTo(numbers(2, 3, 1));
        assertThat(LargestRemainder.round(numbers(5, 5, 10, 5, 5), BigInteger.TEN))
                .isEqualTo(numbers(1, 1, 1, 0, 0));
        assertThat(LargestRemainder.round(numbers(-15, 8, 7), BigInteger.TEN)).isEqualTo(numbers(-2, 1, 1));
    }

    @Test
    void what_has_no_answer_is_a_bug() {
        assertThatThrownBy(() -> divide(1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> divide(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> divide(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> divide(1, 2, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void the_parts_add_up_and_each_is_less_than_one_from_its_share(
            @ForAll @LongRange(min = 0) long whole, @ForAll @NotEmpty @Size(max = 12) List<@Positive Long> weights) {
        long[] values = weights.stream().mapToLong(Long::longValue).toArray();
        List<BigInteger> parts = divide(whole, values);
        BigInteger total = numbers(values).stream().reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(parts.stream().reduce(BigInteger.ZERO, BigInteger::add)).isEqualTo(BigInteger.valueOf(whole));
        for (int i = 0; i < values.length; i++) {
            BigFraction share =
                    BigFraction.of(BigInteger.valueOf(values[i]), total).multiply(whole);
            BigFraction error = share.subtract(parts.get(i)).abs();
            assertThat(error).isLessThan(BigFraction.ONE);
        }
    }

    private static List<BigInteger> divide(long whole, long... weights) {
        return LargestRemainder.divide(BigInteger.valueOf(whole), numbers(weights));
    }

    private static List<BigInteger> numbers(long... values) {
        return LongStream.of(values).mapToObj(BigInteger::valueOf).toList();
    }
}
