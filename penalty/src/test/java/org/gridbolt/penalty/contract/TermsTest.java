package org.gridbolt.penalty.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_KEY_ID;
import static org.gridbolt.penalty.ChannelFixture.CONTRIBUTIONS;
import static org.gridbolt.penalty.ChannelFixture.KEYS;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_KEY_ID;
import static org.gridbolt.penalty.ChannelFixture.SCHEDULE;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.keyId;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

    private static final int FAR = 65_535;

    @Test
    void the_default_terms_are_sound() {
        assertThat(TERMS.check()).isEmpty();
    }

    @Test
    void the_defaults_are_those_of_the_protocol() {
        assertThat(TERMS.windows()).isEqualTo(Windows.of(42, 12, 3, 6, 3, 6, 6));
        assertThat(TERMS.depths()).isEqualTo(new Depths(new BlockCount(1), new BlockCount(100), new BlockCount(2)));
        assertThat(TERMS.limits())
                .isEqualTo(new Limits(
                        Coin.valueOf(3_000),
                        Coin.valueOf(3_000),
                        Coin.valueOf(80_000),
                        32,
                        Coin.valueOf(75_000),
                        8,
                        Coin.valueOf(30_000),
                        Coin.valueOf(330)));
        assertThat(TERMS.clauses().policy().consumerShare().value()).isZero();
        assertThat(TERMS.clauses().deliveryTolerance()).isEqualTo(WattHours.ZERO);
        assertThat(TERMS.clauses().gridFee()).isEqualTo(Coin.ZERO);
    }

    @Test
    void a_small_wallet_has_a_reserve_that_an_output_can_hold() {
        assertThat(Limits.defaults(Allocation.of(5_000, 5_000, 0)).consumerReserve())
                .isEqualTo(Coin.valueOf(330));
    }

    @Test
    void a_slot_lies_where_the_schedule_says() {
        assertThat(SCHEDULE.start(new Slot(3))).isEqualTo(new BlockHeight(1018));
        assertThat(SCHEDULE.end(new Slot(3))).isEqualTo(new BlockHeight(1024));
        assertThat(TERMS.deadlines(new Slot(3)))
                .isEqualTo(new Deadlines(
                        new BlockHeight(1016), new BlockHeight(1017), new BlockHeight(1025), new BlockHeight(1037)));
    }

    /** 12 + max(3, 6) + 3 + 2 * 6 + 6 = 39. */
    @Test
    void the_dispute_window_leaves_time_for_a_ruling() {
        assertThat(windows(39, 12, 3, 6, 3, 6, 6).check()).isEmpty();
        assertThat(windows(38, 12, 3, 6, 3, 6, 6).check())
                .contains(new TermsFlaw.WindowTooShort(new BlockCount(38), new BlockCount(39)));
    }

    @Test
    void the_longer_of_reveal_grace_and_notice_counts() {
        assertThat(windows(42, 12, 9, 6, 3, 6, 6).check()).isEmpty();
        assertThat(windows(41, 12, 9, 6, 3, 6, 6).check()).isPresent();
    }

    /** BIP 68 masks what exceeds 65535: three windows of 21846 are 65538, which is 2 blocks. */
    @Test
    void a_window_of_21846_blocks_is_refused() {
        assertThat(windows(21_845, 12, 3, 6, 3, 6, 6).check()).isEmpty();
        assertThat(windows(21_846, 12, 3, 6, 3, 6, 6).check())
                .contains(new TermsFlaw.WindowTooLong(new BlockCount(21_846)));
        assertThat(windows(Integer.MAX_VALUE, 12, 3, 6, 3, 6, 6).check()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "0,12,3,6,3,6,6",
        "42,0,3,6,3,6,6",
        "42,12,3,6,3,0,6",
        "42,65536,3,6,3,6,6",
        "42,12,65536,6,3,6,6",
        "42,12,3,65536,3,6,6",
        "42,12,3,6,65536,6,6",
        "42,12,3,6,3,65536,6",
        "42,12,3,6,3,6,65536",
        "42,2147483647,2147483647,2147483647,2147483647,2147483647,2147483647"
    })
    void a_number_of_blocks_out_of_its_range_is_refused(
            int csv, int horizon, int revealGrace, int notice, int rulingDelay, int reaction, int reorgDepth) {
        assertThat(windows(csv, horizon, revealGrace, notice, rulingDelay, reaction, reorgDepth)
                        .check())
                .containsInstanceOf(TermsFlaw.NumberOutOfRange.class);
    }

    @ParameterizedTest
    @CsvSource({"0,100,2", "1,5,2", "1,100,42"})
    void a_depth_out_of_its_range_is_refused(int minDepth, int irrevocable, int towerDelay) {
        Depths depths = new Depths(new BlockCount(minDepth), new BlockCount(irrevocable), new BlockCount(towerDelay));

        assertThat(with(depths).check()).containsInstanceOf(TermsFlaw.NumberOutOfRange.class);
    }

    @ParameterizedTest
    @CsvSource({"1000,0,2000,138", "1000,6,1000,138", "1000,6,499999999,1"})
    void a_schedule_that_no_chain_can_follow_is_refused(int slotZero, int length, int expiry, int grace) {
        SlotSchedule schedule = new SlotSchedule(
                new BlockHeight(slotZero), new BlockCount(length), new BlockHeight(expiry), new BlockCount(grace));

        assertThat(with(schedule).check()).containsInstanceOf(TermsFlaw.NumberOutOfRange.class);
    }

    @Test
    void a_height_from_500_million_on_is_a_time_and_no_height() {
        assertThatThrownBy(() -> new BlockHeight(500_000_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2999,3000,80000,32,75000,8,30000,330", "3000,2999,80000,32,75000,8,30000,330",
        "300001,3000,80000,32,75000,8,30000,330", "3000,3000,80001,32,75000,8,30000,330",
        "3000,3000,80000,0,75000,8,30000,330", "3000,3000,80000,65,75000,8,30000,330",
        "3000,3000,80000,32,329,8,30000,330", "3000,3000,80000,32,75000,0,30000,330",
        "3000,3000,80000,32,75000,65,30000,330", "3000,3000,80000,32,75000,8,19999,330",
        "3000,3000,80000,32,75000,8,300001,330", "3000,3000,80000,32,75000,8,30000,329",
        "3000,3000,80000,32,75000,8,30000,3001"
    })
    void a_limit_out_of_its_range_is_refused(
            long reserveA, long reserveB, long bond, int units, long pending, int unfolded, long maxU, long dust) {
        Limits limits = new Limits(
                Coin.valueOf(reserveA),
                Coin.valueOf(reserveB),
                Coin.valueOf(bond),
                units,
                Coin.valueOf(pending),
                unfolded,
                Coin.valueOf(maxU),
                Coin.valueOf(dust));

        assertThat(with(limits).check()).isPresent();
    }

    @Test
    void sixty_four_pending_units_are_the_most() {
        assertThat(with(pendingUnits(64)).check()).isEmpty();
        assertThat(with(pendingUnits(65)).check())
                .contains(new TermsFlaw.NumberOutOfRange("max_pending_units", 65, 1, 64));
    }

    private static Limits pendingUnits(int most) {
        Limits limits = TERMS.limits();
        return new Limits(
                limits.consumerReserve(),
                limits.producerReserve(),
                limits.producerBond(),
                most,
                limits.pendingCoinsMax(),
                limits.unfoldedUnitsMax(),
                limits.utilityCoinsMax(),
                limits.dustLimit());
    }

    @Test
    void a_wallet_of_more_coins_than_there_are_is_refused() {
        Allocation contributions = Allocation.of(2_000_000_000_000_000L, 2_000_000_000_000_000L, 0);

        assertThat(Terms.defaults(TERMS.identity(), contributions, SCHEDULE).check())
                .containsInstanceOf(TermsFlaw.CoinsOutOfRange.class);
        assertThat(Terms.defaults(TERMS.identity(), Allocation.of(329, 0, 0), SCHEDULE)
                        .check())
                .containsInstanceOf(TermsFlaw.CoinsOutOfRange.class);
    }

    @Test
    void a_key_that_stands_twice_is_refused_also_as_its_negation() {
        Identity honest = TERMS.identity();
        Household negated = new Household(
                honest.producer().nodeKey().negate(),
                honest.consumer().meterKey(),
                CONSUMER_KEY_ID,
                honest.consumer().payoutScript());
        Terms terms = with(new Identity(
                honest.nonce(),
                honest.chain(),
                negated,
                honest.producer(),
                honest.utilityNodeKey(),
                honest.utilityKeys(),
                honest.utilityPayoutScript()));

        assertThat(terms.check())
                .contains(new TermsFlaw.RepeatedKey(honest.producer().nodeKey()));
    }

    @Test
    void a_payout_script_that_nodes_do_not_relay_to_is_refused() {
        Identity honest = TERMS.identity();
        Terms terms = with(new Identity(
                honest.nonce(),
                honest.chain(),
                honest.consumer(),
                honest.producer(),
                honest.utilityNodeKey(),
                honest.utilityKeys(),
                Bytes.ofHex("51")));

        assertThat(terms.check()).contains(new TermsFlaw.UnpayableScript(Party.UTILITY, Bytes.ofHex("51")));
    }

    @Test
    void terms_with_another_key_id_than_was_drawn_are_refused() {
        assertThat(TERMS.checkKeyId(Party.CONSUMER, CONSUMER_KEY_ID, Set.of())).isEmpty();
        assertThat(TERMS.checkKeyId(Party.PRODUCER, PRODUCER_KEY_ID, Set.of(CONSUMER_KEY_ID)))
                .isEmpty();
        assertThat(TERMS.checkKeyId(Party.CONSUMER, keyId("another"), Set.of()))
                .contains(new TermsFlaw.ForeignKeyId(Party.CONSUMER, CONSUMER_KEY_ID, keyId("another")));
    }

    @Test
    void terms_with_an_old_key_id_are_refused() {
        assertThat(TERMS.checkKeyId(Party.PRODUCER, PRODUCER_KEY_ID, Set.of(keyId("another"), PRODUCER_KEY_ID)))
                .contains(new TermsFlaw.UsedKeyId(Party.PRODUCER, PRODUCER_KEY_ID));
    }

    @Test
    void the_scripts_of_the_channel_are_those_of_the_terms() {
        assertThat(TERMS.scripts(KEYS).csv()).isEqualTo(new BlockCount(42));
        assertThat(TERMS.scripts(KEYS).payouts().of(Party.PRODUCER))
                .isEqualTo(ChannelFixture.payoutScript("B's savings"));
    }

    @Test
    void no_scripts_are_made_with_other_keys_of_the_utility() {
        ChannelKeyRing swapped = new ChannelKeyRing(
                KEYS.consumer(),
                KEYS.producer(),
                new RandomContracts(new Random(1)).terms().identity().utilityKeys());

        assertThatThrownBy(() -> TERMS.scripts(swapped)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_version_reaches_no_further_than_the_horizon() {
        BlockHeight tip = new BlockHeight(1000);

        assertThat(Windows.DEFAULT.reaches(tip, new BlockHeight(1012))).isTrue();
        assertThat(Windows.DEFAULT.reaches(tip, new BlockHeight(1013))).isFalse();
        assertThat(Windows.DEFAULT.reaches(tip, new BlockHeight(900))).isTrue();
    }

    @Test
    void each_flaw_says_what_is_wrong() {
        Optional<String> message = windows(38, 12, 3, 6, 3, 6, 6).check().map(TermsFlaw::message);

        assertThat(message).contains("csv is 38, and a ruling needs 39 blocks");
        assertThat(new TermsFlaw.WindowTooLong(new BlockCount(FAR)).message()).contains("65535");
    }

    @Test
    void whoever_is_asked_for_must_be_a_household() {
        assertThatThrownBy(() -> TERMS.identity().household(Party.UTILITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TERMS.identity().nodeKey(Party.UTILITY)).isEqualTo(ChannelFixture.UTILITY_NODE.publicKey());
        assertThat(TERMS.walletTotal()).isEqualTo(CONTRIBUTIONS.total());
    }

    private static Terms windows(int csv, int horizon, int grace, int notice, int delay, int reaction, int reorg) {
        return new Terms(
                TERMS.identity(),
                CONTRIBUTIONS,
                Windows.of(csv, horizon, grace, notice, delay, reaction, reorg),
                TERMS.depths(),
                SCHEDULE,
                TERMS.limits(),
                TERMS.clauses());
    }

    private static Terms with(Identity identity) {
        return Terms.defaults(identity, CONTRIBUTIONS, SCHEDULE);
    }

    private static Terms with(Depths depths) {
        return new Terms(
                TERMS.identity(), CONTRIBUTIONS, TERMS.windows(), depths, SCHEDULE, TERMS.limits(), TERMS.clauses());
    }

    private static Terms with(SlotSchedule schedule) {
        return Terms.defaults(TERMS.identity(), CONTRIBUTIONS, schedule);
    }

    private static Terms with(Limits limits) {
        return new Terms(
                TERMS.identity(), CONTRIBUTIONS, TERMS.windows(), TERMS.depths(), SCHEDULE, limits, TERMS.clauses());
    }
}
