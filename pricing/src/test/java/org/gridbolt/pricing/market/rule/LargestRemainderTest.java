package org.gridbolt.pricing.market.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void the_parts_that_lost_most_are_rounded_up() {
        assertThat(LargestRemainder.round(numbers(17, 29, 14), BigInteger.TEN)).isEqualTo(numbers(2, 3, 1));
    }

    @Test
    void of_equals_the_first_is_rounded_up() {
        assertThat(LargestRemainder.round(numbers(5, 5, 10, 5, 5), BigInteger.TEN))
                .isEqualTo(numbers(1, 1, 1, 0, 0));
    }

    @Test
    void amounts_below_nothing_keep_the_sum_too() {
        assertThat(LargestRemainder.round(numbers(-15, 8, 7), BigInteger.TEN)).isEqualTo(numbers(-2, 1, 1));
    }

    @Test
    void nothing_is_shared_among_nobody() {
        assertThat(LargestRemainder.share(BigInteger.ZERO, List.of())).isEmpty();
        assertThat(LargestRemainder.share(BigInteger.ZERO, numbers(0, 0))).isEqualTo(numbers(0, 0));
    }

    @Property(tries = 500)
    void shares_sum_to_the_whole_and_each_is_a_neighbour_of_its_exact_share(
            @ForAll @LongRange(max = 1_000_000) long total,
            @ForAll @NotEmpty List<@LongRange(min = 1, max = 10_000) Long> weights) {
        List<BigInteger> shares = LargestRemainder.share(
                BigInteger.valueOf(total),
                weights.stream().map(BigInteger::valueOf).toList());
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        assertThat(shares.stream().mapToLong(BigInteger::longValueExact).sum()).isEqualTo(total);
        for (int i = 0; i < shares.size(); i++) {
            long error = shares.get(i).longValueExact() * sum - total * weights.get(i);
            assertThat(Math.abs(error)).isLessThan(sum);
        }
    }

    private static List<BigInteger> numbers(long... values) {
        return LongStream.of(values).mapToObj(BigInteger::valueOf).toList();
    }
}
