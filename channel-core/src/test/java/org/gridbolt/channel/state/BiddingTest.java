package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.tx.FeeRate;
import org.junit.jupiter.api.Test;

class BiddingTest {

    private static final Bidding BIDDING = new Bidding(new FeeRate(1_000), new BlockCount(6), new FeeRate(20_000));

    @Test
    void it_doubles_after_each_time_to_react() {
        assertThat(BIDDING.rates(0)).containsExactly(new FeeRate(1_000));
        assertThat(BIDDING.rates(5)).containsExactly(new FeeRate(1_000));
        assertThat(BIDDING.rates(6)).containsExactly(new FeeRate(2_000), new FeeRate(1_000));
        assertThat(BIDDING.rates(12)).startsWith(new FeeRate(4_000));
    }

    /** What a claim offers follows from heights alone, never goes back while time passes, and never passes the bound. */
    @Property
    void the_highest_bid_only_grows_and_stays_within_the_bound(@ForAll @IntRange(max = 100_000) int waited) {
        FeeRate now = BIDDING.rates(waited).get(0);
        FeeRate later = BIDDING.rates(waited + 1).get(0);

        assertThat(later).isBetween(now, new FeeRate(20_000));
        assertThat(BIDDING.rates(waited)).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }
}
