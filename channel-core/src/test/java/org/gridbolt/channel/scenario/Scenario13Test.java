package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pinning child, and competing versions: one confirms at bounded cost. */
@OnBitcoind
class Scenario13Test {

    /** The most virtual bytes that a child of a version 3 transaction may have. */
    private static final int CHILD_MAX = 1_000;

    private static final int FAT = 20;
    private static final Coin PIN = Coin.valueOf(5_000);

    private StreetOnBitcoind<UtilityRig> street;
    private FatChild attacker;
    private FatChild honest;
    private Transaction producers;
    private Transaction consumers;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind).open();
        attacker = FatChild.funded(street.miner(), Coin.valueOf(100_000));
        honest = FatChild.funded(street.miner(), Coin.valueOf(100_000));
        producers = street.producer().signed(street.producer().channel());
        consumers = street.consumer().signed(street.consumer().channel());
    }

    private SubmitResult submit(Transaction... transactions) {
        return street.view().submit(List.of(transactions));
    }

    @Test
    void a_child_of_more_than_a_thousand_virtual_bytes_is_not_relayed() {
        Transaction within = attacker.of(producers, PIN, FAT);
        Transaction above = attacker.of(producers, PIN, FAT + 1);
        assertThat(within.vsize()).isLessThanOrEqualTo(CHILD_MAX);
        assertThat(above.vsize()).isGreaterThan(CHILD_MAX);

        assertThat(submit(producers, above).isThere()).isFalse();
        assertThat(submit(producers, within).isThere()).isTrue();
    }

    /** The pin costs whoever replaces it what it pays, and the relay of its own bytes: never more. */
    @Test
    void a_pinned_version_is_replaced_by_the_other_one_at_the_pins_price() {
        assertThat(submit(producers, attacker.of(producers, PIN, FAT)).isThere())
                .isTrue();
        int own = consumers.vsize() + honest.of(consumers, PIN, 1).vsize();
        Coin bound = PIN.add(FeeRate.RELAY.feeFor(own)).add(Coin.SATOSHI);

        assertThat(submit(consumers, honest.of(consumers, PIN, 1)).isThere()).isFalse();
        assertThat(submit(consumers, honest.of(consumers, bound, 1)).isThere()).isTrue();

        street.mine(1);
        assertThat(street.isConfirmed(consumers)).isTrue();
        assertThat(street.isConfirmed(producers)).isFalse();
        assertThat(bound).isLessThan(PIN.multiply(2));
    }

    /** Anybody may pay for any version: the pinned one is replaced in its child alone, too, by sibling eviction. */
    @Test
    void the_pin_on_ones_own_version_is_replaced_by_another_child() {
        assertThat(submit(consumers, attacker.of(consumers, PIN, FAT)).isThere())
                .isTrue();
        Coin bound = PIN.add(FeeRate.RELAY.feeFor(honest.of(consumers, PIN, 1).vsize()))
                .add(Coin.SATOSHI);

        assertThat(submit(honest.of(consumers, bound, 1)).isThere()).isTrue();

        street.mine(1);
        assertThat(street.isConfirmed(consumers)).isTrue();
        assertThat(street.view().output(attacker.coin())).isPresent();
    }

    /** Each step costs the one who bids at least the relay of its own bytes, so that a war of versions costs both alike. */
    @Test
    void competing_versions_end_with_one_confirmed_whatever_was_bid() {
        Coin bid = Coin.valueOf(1_000);
        assertThat(submit(producers, attacker.of(producers, bid, 1)).isThere()).isTrue();
        for (int round = 0; round < 3; round++) {
            bid = bid.multiply(2);
            assertThat(submit(consumers, honest.of(consumers, bid, 1)).isThere())
                    .isTrue();
            bid = bid.multiply(2);
            assertThat(submit(producers, attacker.of(producers, bid, 1)).isThere())
                    .isTrue();
        }
        street.miner().mine(new BlockCount(1));

        assertThat(street.isConfirmed(producers)).isTrue();
        assertThat(street.view().output(honest.coin())).isPresent();
    }
}
