package org.gridbolt.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class FractionOrderTest {

    @Property(tries = 500)
    void fractions_are_in_the_order_of_their_cross_products(
            @ForAll @IntRange(min = -50, max = 50) int one,
            @ForAll @IntRange(min = 1, max = 50) int below,
            @ForAll @IntRange(min = -50, max = 50) int other,
            @ForAll @IntRange(min = 1, max = 50) int under) {
        int order = FractionOrder.ASCENDING.compare(BigFraction.of(one, below), BigFraction.of(other, under));
        assertThat(order).isEqualTo(Integer.signum(one * under - other * below));
    }

    /** When this fails the library has been mended, and the comparator may go. */
    @Test
    void the_librarys_own_order_is_wrong_below_zero() {
        BigFraction less = BigFraction.of(-2, 3);
        BigFraction more = BigFraction.of(-1, 3);
        assertThat(FractionOrder.ASCENDING.compare(less, more)).isNegative();
        assertThat(less.compareTo(more)).isPositive();
    }
}
