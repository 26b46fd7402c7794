package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;
import static org.gridbolt.multisig.tx.ExampleChannel.allocation;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.BalanceScript;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.script.UnitScript;
import org.gridbolt.multisig.script.WalletTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no record is a value all the same. */
class ValuesTest {

    private static final ExampleChannel CHANNEL = ExampleChannel.withWindow(42);
    private static final FundedWallet WALLET = CHANNEL.wallet(100_000);
    private static final Bytes PAYOUT = ExampleChannel.payout(CONSUMER);
    private static final FeeRate RATE = new FeeRate(1000);

    /** Groups of makers: what one makes twice is equal, what two make is not. */
    static Stream<List<Supplier<Object>>> makers() {
        return Stream.of(
                List.of(() -> scripts(42, 330), () -> scripts(43, 330), () -> scripts(42, 331)),
                List.of(() -> commitment(CONSUMER, 1), () -> commitment(CONSUMER, 2), () -> commitment(PRODUCER, 1)),
                List.of(() -> close(CONSUMER, 500), () -> close(PRODUCER, 500), () -> close(CONSUMER, 501)),
                List.of(() -> penalty(CONSUMER, "r"), () -> penalty(PRODUCER, "r"), () -> penalty(CONSUMER, "s")),
                List.of(() -> claim(1), () -> claim(2)),
                List.of(() -> justice(1), () -> justice(2)),
                List.of(() -> bump(1, 5000), () -> bump(2, 5000), () -> bump(1, 5001)));
    }

    private static ChannelScripts scripts(int window, long dust) {
        return new ChannelScripts(
                CHANNEL.ring, WalletTemplate.ROLE_KEYS, new BlockCount(window), coins(dust), CHANNEL.scripts.payouts());
    }

    private static CommitmentTx commitment(Party owner, int number) {
        return CommitmentTx.build(WALLET, CHANNEL.version(owner, number), allocation(60_000, 40_000, 0), List.of());
    }

    private static CloseTx close(Party closer, long fee) {
        Allocation shares = allocation(60_000, 40_000, 0);
        return CloseTx.build(WALLET, shares, closer, coins(fee), new BlockHeight(5))
                .orElseThrow();
    }

    private static PenaltyTx penalty(Party household, String ruling) {
        return PenaltyTx.build(WALLET, household, allocation(60_000, 40_000, 0), ExampleChannel.hash(ruling));
    }

    private static ClaimTx claim(int number) {
        CommitmentTx from = commitment(CONSUMER, number);
        Spend balance = from.spend(from.balanceOf(CONSUMER).orElseThrow(), Branch.OWNER);
        return ClaimTx.paying(List.of(balance), PAYOUT, RATE, ExampleChannel.DUST)
                .orElseThrow();
    }

    private static JusticeTx justice(int number) {
        CommitmentTx from = commitment(CONSUMER, number);
        return JusticeTx.build(from, from.punishable(), PAYOUT, RATE).orElseThrow();
    }

    private static BumpTx bump(int number, long coins) {
        Outpoint outpoint = new Outpoint(ExampleChannel.hash("coin"), 0);
        Spend coin = new Spend(outpoint, coins(coins), new KeyHashScript(ExampleChannel.stranger()), Branch.OWNER);
        Transaction parent = CHANNEL.sign(commitment(CONSUMER, number));
        return BumpTx.build(parent, coin, PAYOUT, RATE, ExampleChannel.DUST).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("makers")
    void what_is_made_alike_is_equal_and_nothing_else(List<Supplier<Object>> makers) {
        for (int one = 0; one < makers.size(); one++) {
            for (int other = 0; other < makers.size(); other++) {
                boolean equal = makers.get(one).get().equals(makers.get(other).get());
                assertThat(equal).isEqualTo(one == other);
            }
            Object value = makers.get(one).get();
            assertThat(value).hasSameHashCodeAs(makers.get(one).get()).isNotEqualTo("something else");
        }
    }

    @Test
    void a_child_knows_what_it_pays_and_for_whom() {
        BumpTx bump = bump(1, 5000);
        assertThat(bump.parent().txid()).isEqualTo(commitment(CONSUMER, 1).txid());
        assertThat(bump.coin().value()).isEqualTo(coins(5000));
        assertThat(bump.fee()).isEqualTo(coins(5000).subtract(bump.unsigned().outputTotal()));
        Transaction signed = bump.signed(ExampleChannel.key("stranger"));
        assertThat(bump.fee())
                .isGreaterThanOrEqualTo(
                        RATE.feeFor(signed.vsize() + bump.parent().vsize()));
        assertThatThrownBy(() -> bump.signed(ExampleChannel.key("another")))
                .isInstanceOf(IllegalArgumentException.class);
        Transaction withoutAnchor = close(CONSUMER, 500).unsigned();
        assertThatThrownBy(() -> BumpTx.build(withoutAnchor, bump.coin(), PAYOUT, RATE, ExampleChannel.DUST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_built_says_what_it_was_built_of() {
        CommitmentTx commitment = commitment(PRODUCER, 7);
        assertThat(commitment.version()).isEqualTo(CHANNEL.version(PRODUCER, 7));
        assertThat(commitment.balances()).isEqualTo(allocation(60_000, 40_000, 0));
        assertThat(commitment.units()).isEmpty();
        assertThat(commitment).hasToString("CommitmentTx[PRODUCER, state 7, " + commitment.txid() + "]");
        assertThat(CHANNEL.scripts.template()).isEqualTo(WalletTemplate.ROLE_KEYS);
        assertThat(CHANNEL.scripts.csv()).isEqualTo(new BlockCount(42));
        assertThat(CHANNEL.scripts.keys()).isEqualTo(CHANNEL.ring);
        assertThat(CHANNEL.scripts.toString()).contains("multi(2,");
        assertThat(claim(1).spends()).hasSize(1);
        assertThat(justice(1).spends()).hasSize(1);
        assertThat(penalty(PRODUCER, "r").ruling()).isEqualTo(ExampleChannel.hash("r"));
        assertThat(RATE).hasToString("1000 coins/kvB").isLessThan(new FeeRate(1001));
    }

    @Test
    void an_allocation_is_changed_for_one_party() {
        Allocation some = allocation(1, 2, 3);
        assertThat(some.with(CONSUMER, coins(9))).isEqualTo(allocation(9, 2, 3));
        assertThat(some.with(PRODUCER, coins(9))).isEqualTo(allocation(1, 9, 3));
        assertThat(some.with(UTILITY, coins(9))).isEqualTo(allocation(1, 2, 9));
        assertThat(some.total()).isEqualTo(coins(6));
        assertThat(Allocation.ZERO.total()).isEqualTo(Coin.ZERO);
        for (Party party : Party.values()) {
            assertThatThrownBy(() -> some.with(party, coins(-1))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_utility_has_no_version() {
        PublicKey point = ExampleChannel.stranger();
        assertThatThrownBy(() -> new CommitmentVersion(UTILITY, CommitmentNumber.ZERO, point))
                .isInstanceOf(IllegalArgumentException.class);
        BlockCount window = new BlockCount(1);
        assertThatThrownBy(() -> new BalanceScript(PRODUCER, UTILITY, point, CHANNEL.ring, window))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitScript(
                        UTILITY, point, CHANNEL.ring, window, ExampleChannel.hash("h"), new BlockHeight(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_balance_that_can_be_had_at_once_has_no_script_of_its_own() {
        PublicKey point = ExampleChannel.stranger();
        BlockCount window = new BlockCount(1);
        assertThatThrownBy(() -> new BalanceScript(CONSUMER, PRODUCER, point, CHANNEL.ring, window))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BalanceScript(UTILITY, CONSUMER, point, CHANNEL.ring, window))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_fee_rate_is_never_negative() {
        assertThatThrownBy(() -> new FeeRate(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
