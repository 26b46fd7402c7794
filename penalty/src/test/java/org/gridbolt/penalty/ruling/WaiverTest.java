package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_NODE;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_NODE;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.hash;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.policy.ForfeitAll;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.junit.jupiter.api.Test;

/** A ruling that the next state carries out: B keeps its reserve, U stays within max_u, and A has promised. */
class WaiverTest {

    /** A tenth of the balance for a unit of which nothing came: 5000 coins of it for the small unit below. */
    private static final Graded TENTH = new Graded(new Fraction(1, 10), 0, new PerMille(400));

    /** Of 4000 coins, 250 of 1000 Wh lacking: q = 1000, CP = 2000, K = 800. */
    private final GradedCase small = small();

    private static GradedCase small() {
        GradedCase ruled = new GradedCase(TENTH).lacking(1, 4_000, 250);
        ruled.consumerBalances = Allocation.of(196_000, 80_000, 20_000);
        ruled.producerBalances = ruled.consumerBalances;
        return ruled;
    }

    private Waiver waiver() {
        return new Waiver(small.verified());
    }

    @Test
    void a_ruling_that_leaves_the_reserve_intact_may_be_waived() {
        assertThat(waiver().flaw()).isEmpty();
        assertThat(small.verified().consumerSplit().offChain()).isEqualTo(Allocation.of(196_800, 81_000, 22_200));
    }

    @Test
    void the_consumers_promise_about_this_ruling_is_one() {
        Signed<PenaltyWaived> waived = waiver().sign(CONSUMER_NODE);

        assertThat(waiver().flawOf(waived)).isEmpty();
        assertThat(waived.content().ruling()).isEqualTo(small.verified().hash());
    }

    @Test
    void nobody_else_can_make_it() {
        assertThat(waiver().flawOf(waiver().sign(UTILITY_NODE))).contains(new WaiverFlaw.NotSigned());
        assertThat(waiver().flawOf(waiver().sign(PRODUCER_NODE))).contains(new WaiverFlaw.NotSigned());
    }

    /** The utility rules again, on a newer state: the promise about the ruling before is worth nothing against it. */
    @Test
    void a_promise_about_another_ruling_is_none() {
        Signed<PenaltyWaived> before = waiver().sign(CONSUMER_NODE);
        small.sequence = 1;

        assertThat(waiver().flawOf(before))
                .contains(new WaiverFlaw.OtherRuling(
                        before.content().ruling(), small.verified().hash()));
    }

    @Test
    void a_promise_of_another_channel_is_none() {
        Signed<PenaltyWaived> elsewhere = Signed.sign(
                new PenaltyWaived(ChannelFixture.CHANNEL, small.verified().hash()), CONSUMER_NODE);

        assertThat(waiver().flawOf(elsewhere)).contains(new WaiverFlaw.OtherChannel());
    }

    @Test
    void a_default_that_takes_everything_cannot_be_waived() {
        Waiver all = new Waiver(new GradedCase(ForfeitAll.WITHOUT_CONSUMER_SHARE)
                .lacking(1, 30_000, 1000)
                .verified());

        assertThat(all.flaw()).contains(new WaiverFlaw.ReserveBroken(Coin.ZERO, Coin.valueOf(3_000)));
        assertThatThrownBy(() -> all.sign(CONSUMER_NODE)).isInstanceOf(IllegalStateException.class);
    }

    /** What is delivered besides may be folded later, so the reserve does not count on it. */
    @Test
    void delivered_units_make_up_for_no_reserve() {
        GradedCase ruled = new GradedCase(ForfeitAll.WITHOUT_CONSUMER_SHARE)
                .lacking(1, 30_000, 1000)
                .delivered(2, 20_000);
        ruled.consumerBalances = Allocation.of(150_000, 80_000, 20_000);
        ruled.producerBalances = ruled.consumerBalances;

        assertThat(new Waiver(ruled.verified()).flaw()).containsInstanceOf(WaiverFlaw.ReserveBroken.class);
    }

    @Test
    void a_utility_that_would_own_too_much_of_a_living_channel_is_paid_on_chain() {
        Waiver large = new Waiver(
                new GradedCase(Graded.IN_PROPORTION).lacking(1, 30_000, 250).verified());

        assertThat(large.flaw()).contains(new WaiverFlaw.UtilityAboveMost(Coin.valueOf(47_500), Coin.valueOf(30_000)));
    }

    @Test
    void without_a_default_there_is_nothing_to_waive() {
        VerifiedRuling ruled = small.verified();
        Ruling ruling = ruled.ruling();
        Ruling none = new Ruling(
                ruling.channel(), ruling.wallet(), ruling.receipt(), 0, List.of(), ruling.evidence(), ruling.salt());
        VerifiedRuling without =
                new VerifiedRuling(none, ruled.terms(), ruled.signer(), ruled.consumerSplit(), ruled.producerSplit());

        assertThat(new Waiver(without).flaw()).contains(new WaiverFlaw.NoPenalty());
    }

    @Test
    void each_flaw_says_why() {
        assertThat(new WaiverFlaw.NoPenalty().message()).contains("no default");
        assertThat(new WaiverFlaw.ReserveBroken(Coin.ZERO, Coin.SATOSHI).message())
                .contains("reserve");
        assertThat(new WaiverFlaw.UtilityAboveMost(Coin.SATOSHI, Coin.ZERO).message())
                .contains("utility");
        assertThat(new WaiverFlaw.OtherRuling(hash("one"), hash("other")).message())
                .contains(hash("one").toString());
        assertThat(new WaiverFlaw.OtherChannel().message()).contains("channel");
        assertThat(new WaiverFlaw.NotSigned().message()).contains("signed");
    }
}
