package org.gridbolt.channel.chain.bitcoind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.SpendableScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The transactions of a channel, in time and out of it, by both judges. */
@OnBitcoind
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelTransactionsTest {

    private static final Coin BUMP = Coin.valueOf(500_000);
    private static final int RATE = 3_000;

    private final SampleChannel channel = new SampleChannel();
    private TwoJudges judges;

    @BeforeAll
    void start(@TempDir Path folder) {
        judges = new TwoJudges(Bitcoind.program(), folder);
    }

    @AfterAll
    void stop() {
        judges.close();
    }

    @AfterEach
    void settle() {
        judges.mine(1);
    }

    private FundedWallet wallet(long coins) {
        Coin value = Coin.valueOf(coins);
        return channel.wallet(judges.fund(channel.walletScript(), value).outpoint(), value);
    }

    /** To pay with: to be had before anything waits, since handing it out mines a block. */
    private Outpoint coin() {
        return judges.fund(channel.bumperScript(), BUMP).outpoint();
    }

    private Transaction bump(Transaction parent, Outpoint coin, int coinsPerKvb) {
        return channel.bump(parent, coin, BUMP, coinsPerKvb);
    }

    private Transaction bump(Transaction parent, int coinsPerKvb) {
        return bump(parent, coin(), coinsPerKvb);
    }

    private boolean bothTake(Transaction... transactions) {
        return judges.submit(transactions).isThere();
    }

    private Transaction version(FundedWallet wallet, Party owner, Allocation balances) {
        return channel.signed(channel.commitment(wallet, owner, balances, List.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSUMER", "PRODUCER"})
    void a_version_comes_in_with_its_bump_and_not_without(Party owner) {
        Transaction version = version(wallet(300_000), owner, Allocation.of(200_000, 80_000, 20_000));
        assertThat(bothTake(version)).isFalse();
        assertThat(bothTake(version, bump(version, RATE))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 64, 225, 226, 227, 240})
    void a_version_has_room_for_ten_thousand_virtual_bytes_of_units(int units) {
        FundedWallet wallet = wallet(300_000 + units * 330L);
        CommitmentTx commitment = channel.commitment(
                wallet,
                Party.CONSUMER,
                Allocation.of(200_000, 80_000, 20_000),
                SampleChannel.units(units, 330, judges.height() + 10));
        Transaction version = channel.signed(commitment);
        assertThat(bothTake(version, bump(version, RATE))).isEqualTo(version.vsize() <= 10_000);
    }

    /** Trimmed balances go into the anchor: at 240 coins it is no dust any more, and never a fee. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "100, 0", "239, 0", "240, 0", "329, 0", "329, 329", "120, 119", "120, 120"})
    void trimmed_balances(long producer, long utility) {
        FundedWallet wallet = wallet(300_000);
        Allocation balances = Allocation.of(300_000 - producer - utility, producer, utility);
        Transaction version = version(wallet, Party.CONSUMER, balances);
        assertThat(bothTake(version, bump(version, RATE))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3000, 2000", "3000, 3000", "3000, 3090", "3000, 3200", "3000, 9000"})
    void a_penalty_against_the_newest_version(int before, int after) {
        Outpoint ours = coin();
        FundedWallet wallet = wallet(300_000);
        Transaction version = version(wallet, Party.PRODUCER, Allocation.of(170_000, 110_000, 20_000));
        assertThat(bothTake(version, bump(version, before))).isTrue();
        Transaction penalty = channel.penalty(wallet, Allocation.of(170_000, 0, 130_000));
        assertThat(bothTake(penalty)).isFalse();
        assertThat(bothTake(penalty, bump(penalty, ours, after))).isEqualTo(after > before);
    }

    @Test
    void a_second_bump_pays_more() {
        Outpoint other = coin();
        Outpoint third = coin();
        Transaction version = version(wallet(300_000), Party.CONSUMER, Allocation.of(200_000, 80_000, 20_000));
        assertThat(bothTake(version, bump(version, RATE))).isTrue();
        assertThat(bothTake(bump(version, other, RATE))).isFalse();
        assertThat(bothTake(version, bump(version, other, RATE + 20))).isFalse();
        assertThat(bothTake(version, bump(version, other, 2 * RATE))).isTrue();
        assertThat(bothTake(bump(version, third, 3 * RATE))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50, 90, 100, 110, 1000})
    void low_rates(int coinsPerKvb) {
        Transaction version = version(wallet(300_000), Party.CONSUMER, Allocation.of(200_000, 80_000, 20_000));
        assertThat(bothTake(version, bump(version, coinsPerKvb)))
                .isEqualTo(coinsPerKvb >= judges.relayRate().coinsPerKvb());
    }

    /** Each way out of each output, asked for in every block until it opens. */
    @ParameterizedTest
    @EnumSource(names = {"JUSTICE", "OWNER", "ARBITRATION", "DELIVERED", "REPLACED", "REFUNDED"})
    void claims_open_at_their_age_and_height(Branch branch) {
        for (Party owner : List.of(Party.CONSUMER, Party.PRODUCER)) {
            for (int i = 0; i < confirmed(owner).outputs().size(); i++) {
                CommitmentTx commitment = confirmed(owner);
                spendOf(commitment, commitment.outputs().get(i), branch).ifPresent(spend -> openInTime(owner, spend));
            }
        }
    }

    /** A version of its own for each claim, mined in the newest block. */
    private CommitmentTx confirmed(Party owner) {
        List<PendingUnit> units = SampleChannel.units(1, 30_000, judges.height() + 5);
        CommitmentTx commitment =
                channel.commitment(wallet(330_000), owner, Allocation.of(200_000, 80_000, 20_000), units);
        judges.mineExactly(channel.signed(commitment));
        return commitment;
    }

    private Optional<Spend> spendOf(CommitmentTx commitment, CommitmentOutput output, Branch branch) {
        boolean has = output.script() instanceof SpendableScript script
                && script.paths().stream().anyMatch(path -> path.branch() == branch);
        return has ? Optional.of(commitment.spend(output, branch)) : Optional.empty();
    }

    private void openInTime(Party owner, Spend spend) {
        int made = judges.height();
        Transaction claim = channel.claim(spend, owner, List.of(SampleChannel.preimage(0)));
        int ripe = made - 1 + spend.path().age().value();
        int open = spend.path().height().map(BlockHeight::value).orElse(0);
        while (judges.height() < Math.max(ripe, open)) {
            assertThat(bothTake(claim)).isFalse();
            judges.mine(1);
        }
        assertThat(bothTake(claim)).isTrue();
    }

    @Test
    void a_claim_of_what_is_not_confirmed_finds_the_place_taken_by_the_bump() {
        FundedWallet wallet = wallet(300_000);
        CommitmentTx commitment =
                channel.commitment(wallet, Party.CONSUMER, Allocation.of(200_000, 80_000, 20_000), List.of());
        Transaction version = channel.signed(commitment);
        assertThat(bothTake(version, bump(version, RATE))).isTrue();
        CommitmentOutput balance = commitment.balanceOf(Party.CONSUMER).orElseThrow();
        assertThat(bothTake(channel.claim(commitment.spend(balance, Branch.OWNER), Party.CONSUMER, List.of())))
                .isFalse();
        assertThat(bothTake(channel.claim(commitment.spend(balance, Branch.JUSTICE), Party.CONSUMER, List.of())))
                .isFalse();
    }
}
