package org.gridbolt.pricing.reputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReputationTest {

    private static final BondFactor FACTOR = new BondFactor(BigFraction.of(1, 2), BigFraction.of(3));

    @Test
    void the_mean_begins_at_a_half_and_moves_with_each_outcome() {
        assertThat(Reputation.UNKNOWN.mean()).isEqualTo(BigFraction.of(1, 2));
        assertThat(Reputation.UNKNOWN.afterSettled().mean()).isEqualTo(BigFraction.of(2, 3));
        assertThat(Reputation.UNKNOWN.afterFailed().mean()).isEqualTo(BigFraction.of(1, 3));
        assertThat(new Reputation(8, 1).mean()).isEqualTo(BigFraction.of(9, 11));
    }

    /** Quantiles of the Beta distribution as SciPy has them, cut to thousandths. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 50",
        "99, 0, 970",
        "10, 2, 589",
        "50, 5, 821",
        "0, 10, 4",
        "3, 3, 225",
        "980, 20, 971",
        "20, 980, 14",
        "1000, 1000, 481"
    })
    void the_lower_bound_is_the_quantile_of_the_beta_distribution(int settled, int failed, long thousandths) {
        assertThat(new Reputation(settled, failed).lowerBound()).isEqualTo(BigFraction.of(thousandths, 1_000));
    }

    /** With no failure the chance to be at least p is 1 - p^(n + 1): here the bound is reached exactly. */
    @Test
    void a_bound_that_is_just_reached_counts() {
        assertThat(Reputation.UNKNOWN.lowerBound()).isEqualTo(BigFraction.of(1, 20));
        assertThat(new BinomialTail(1, 1).isAtLeast(BigFraction.of(1, 20), Reputation.CREDIBILITY))
                .isTrue();
        assertThat(new BinomialTail(1, 1).isAtLeast(BigFraction.of(51, 1_000), Reputation.CREDIBILITY))
                .isFalse();
    }

    @Property(tries = 100)
    void a_settled_unit_never_lowers_and_a_failed_one_never_raises_a_reputation(
            @ForAll @IntRange(max = 400) int settled, @ForAll @IntRange(max = 40) int failed) {
        Reputation reputation = new Reputation(settled, failed);
        assertThat(reputation.afterSettled().mean()).isGreaterThan(reputation.mean());
        assertThat(reputation.afterFailed().mean()).isLessThan(reputation.mean());
        assertThat(reputation.afterSettled().lowerBound()).isGreaterThanOrEqualTo(reputation.lowerBound());
        assertThat(reputation.afterFailed().lowerBound()).isLessThanOrEqualTo(reputation.lowerBound());
        assertThat(reputation.lowerBound()).isLessThanOrEqualTo(reputation.mean());
    }

    @Test
    void old_outcomes_fade_when_there_are_too_many_and_doubt_is_kept() {
        Reputation full = new Reputation(9_995, 5);
        assertThat(full.afterSettled()).isEqualTo(new Reputation(4_998, 3));
        assertThat(full.afterFailed()).isEqualTo(new Reputation(4_997, 4));
        assertThat(new Reputation(9_994, 5).afterSettled()).isEqualTo(full);
    }

    @Test
    void a_reputation_of_no_counts_is_a_bug() {
        assertThatThrownBy(() -> new Reputation(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reputation(0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reputation(10_001, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Reputation(9_999, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_bond_is_the_basis_times_the_factor_rounded_up() {
        assertThat(FACTOR.of(Reputation.UNKNOWN)).isEqualTo(BigFraction.of(23, 8));
        assertThat(FACTOR.bondCeil(Coin.valueOf(1_000), Reputation.UNKNOWN)).isEqualTo(Coin.valueOf(2_875));
        assertThat(FACTOR.bondCeil(Coin.valueOf(1_001), Reputation.UNKNOWN)).isEqualTo(Coin.valueOf(2_878));
        assertThat(FACTOR.bondCeil(Coin.ZERO, Reputation.UNKNOWN)).isEqualTo(Coin.ZERO);
    }

    @Property(tries = 100)
    void a_bond_stays_within_its_limits_and_falls_with_what_is_delivered(
            @ForAll @IntRange(max = 300) int settled,
            @ForAll @IntRange(max = 30) int failed,
            @ForAll @LongRange(min = 0, max = 1_000_000) long basis) {
        Reputation reputation = new Reputation(settled, failed);
        Coin bond = FACTOR.bondCeil(Coin.valueOf(basis), reputation);
        assertThat(bond.getValue()).isBetween((basis + 1) / 2, 3 * basis);
        assertThat(FACTOR.bondCeil(Coin.valueOf(basis), reputation.afterSettled()))
                .isLessThanOrEqualTo(bond);
        assertThat(FACTOR.bondCeil(Coin.valueOf(basis), reputation.afterFailed()))
                .isGreaterThanOrEqualTo(bond);
    }

    @Test
    void a_factor_that_rises_with_reputation_is_a_bug() {
        assertThatThrownBy(() -> new BondFactor(BigFraction.of(2), BigFraction.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BondFactor(BigFraction.of(-1), BigFraction.ONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FACTOR.bondCeil(Coin.valueOf(-1), Reputation.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
