package org.gridbolt.channel.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.FeeEstimate;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.tx.FeeRate;
import org.junit.jupiter.api.Test;

class FeePolicyTest {

    private static final FeeEstimate ABSENT = new FeeEstimate.Absent("no estimate");

    @Test
    void without_an_estimate_it_begins_with_the_least() {
        assertThat(FeePolicy.DEFAULT.rate(ABSENT, 0)).isEqualTo(FeePolicy.DEFAULT.least());
        assertThat(FeePolicy.DEFAULT.rate(new FeeEstimate.Absurd("1000"), 0)).isEqualTo(FeePolicy.DEFAULT.least());
    }

    @Test
    void after_each_time_of_patience_it_offers_twice_as_much() {
        int least = FeePolicy.DEFAULT.least().coinsPerKvb();
        assertThat(FeePolicy.DEFAULT.rate(ABSENT, 2)).isEqualTo(new FeeRate(least));
        assertThat(FeePolicy.DEFAULT.rate(ABSENT, 3)).isEqualTo(new FeeRate(2 * least));
        assertThat(FeePolicy.DEFAULT.rate(ABSENT, 9)).isEqualTo(new FeeRate(8 * least));
    }

    @Property
    void whatever_a_node_says_and_however_long_it_takes_the_bounds_hold(
            @ForAll @IntRange(min = 1, max = 10_000_000) int said, @ForAll @IntRange(max = 100_000) int waited) {
        FeeRate rate = FeePolicy.DEFAULT.rate(new FeeEstimate.Known(new FeeRate(said)), waited);

        assertThat(rate).isBetween(FeePolicy.DEFAULT.least(), FeePolicy.DEFAULT.most());
    }

    @Test
    void bounds_that_cross_are_no_policy() {
        assertThatThrownBy(() ->
                        new FeePolicy(new FeeRate(2), new FeeRate(1), Coin.COIN, new BlockCount(1), new BlockCount(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new FeePolicy(new FeeRate(1), new FeeRate(1), Coin.COIN, new BlockCount(1), BlockCount.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
