package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;
import static org.gridbolt.multisig.tx.ExampleChannel.allocation;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every transaction of the protocol, as it is built for use, in the blocks of a bitcoind with the policy of relay. */
@OnBitcoind
class ChannelOnBitcoindTest {

    private static final int WINDOW = 3;
    private static final int CLAIMABLE = 1;
    private static final FeeRate RATE = new FeeRate(3000);
    private static final Sha256Hash RULING = ExampleChannel.hash("ruling");

    private OnChain chain;
    private ExampleChannel channel;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        channel = ExampleChannel.withWindow(WINDOW);
        chain = new OnChain(channel, bitcoind);
    }

    private CommitmentTx commitment(Party owner, FundedWallet wallet, Allocation balances, List<PendingUnit> units) {
        return CommitmentTx.build(wallet, channel.version(owner, 6), balances, units);
    }

    /** 200000, 80000, 20000 and three units of 10000. */
    private CommitmentTx published(Party owner) {
        CommitmentTx commitment = commitment(
                owner,
                chain.fundedWallet(330_000),
                allocation(200_000, 80_000, 20_000),
                ExampleChannel.units(3, 10_000, CLAIMABLE));
        chain.confirm(channel.sign(commitment));
        return commitment;
    }

    private Transaction claimed(CommitmentTx from, CommitmentOutput output, Branch branch, PrivateKey... keys) {
        Map<Sha256Hash, Bytes> preimages =
                Map.of(ExampleChannel.unit(0, 10_000, CLAIMABLE).hash(), ExampleChannel.preimage(0));
        return ClaimTx.paying(
                        List.of(from.spend(output, branch)), ExampleChannel.payout(CONSUMER), RATE, ExampleChannel.DUST)
                .orElseThrow()
                .signed(List.of(keys), preimages);
    }

    private CommitmentOutput unit(CommitmentTx commitment, int number) {
        return commitment
                .outputOf(ExampleChannel.unit(number, 10_000, CLAIMABLE))
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void a_version_is_published_and_everybody_takes_what_is_theirs(Party owner, Bitcoind bitcoind) {
        CommitmentTx commitment = published(owner);
        bitcoind.mine(3 * WINDOW);
        for (Party holder : Party.values()) {
            CommitmentOutput balance = commitment.balanceOf(holder).orElseThrow();
            PrivateKey key = channel.secretsOf(holder).balanceKey();
            chain.confirmAlone(claimed(commitment, balance, Branch.OWNER, key));
        }
        chain.confirmAlone(claimed(commitment, unit(commitment, 0), Branch.DELIVERED, channel.producer.unitKey()));
        chain.confirmAlone(claimed(commitment, unit(commitment, 1), Branch.REPLACED, channel.utility.unitKey()));
        chain.confirmAlone(claimed(commitment, unit(commitment, 2), Branch.REFUNDED, channel.consumer.unitKey()));
    }

    @ParameterizedTest
    @CsvSource({"CONSUMER, PRODUCER", "CONSUMER, UTILITY", "PRODUCER, CONSUMER", "PRODUCER, UTILITY"})
    void a_revoked_version_loses_everything_to_the_victim(Party cheater, Party punisher) {
        CommitmentTx revoked = published(cheater);
        JusticeTx justice = JusticeTx.build(revoked, revoked.punishable(), ExampleChannel.payout(cheater.peer()), RATE)
                .orElseThrow();
        Transaction signed = justice.signed(
                channel.secretOf(cheater, 6), channel.secretsOf(punisher).justiceKey());
        chain.confirmAlone(signed);
        Coin lost = revoked.punishable().stream().map(CommitmentOutput::value).reduce(Coin.ZERO, Coin::add);
        assertThat(OnChain.paid(signed, cheater.peer())).isBetween(lost.subtract(coins(6000)), lost);
        Coin fee = signed.fee(outpoint -> revoked.unsigned().outputs().get(outpoint.index()));
        assertThat(fee).isGreaterThanOrEqualTo(RATE.feeFor(signed.vsize()));
    }

    @Test
    void the_victim_takes_its_own_balance_on_a_revoked_version_at_once() {
        CommitmentTx revoked = published(CONSUMER);
        CommitmentOutput own = revoked.balanceOf(PRODUCER).orElseThrow();
        chain.confirmAlone(
                claimed(revoked, own, Branch.JUSTICE, channel.producer.balanceKey(), channel.secretOf(CONSUMER, 6)));
    }

    @Test
    void one_justice_transaction_takes_a_balance_and_65_units() {
        CommitmentTx revoked = commitment(
                PRODUCER,
                chain.fundedWallet(165_000),
                allocation(50_000, 40_000, 10_000),
                ExampleChannel.units(65, 1000, CLAIMABLE));
        chain.confirm(channel.sign(revoked));
        Transaction justice = JusticeTx.build(revoked, revoked.punishable(), ExampleChannel.payout(CONSUMER), RATE)
                .orElseThrow()
                .signed(channel.secretOf(PRODUCER, 6), channel.utility.justiceKey());
        assertThat(justice.inputs()).hasSize(66);
        chain.confirmAlone(justice);
    }

    @ParameterizedTest
    @CsvSource({
        "CONSUMER, 170000, 0, 130000, 170000, 0, 130000",
        "CONSUMER, 170000, 329, 129671, 170000, 0, 130000",
        "PRODUCER, 0, 299900, 100, 0, 299900, 0"
    })
    void a_ruling_divides_the_wallet(Party household, long a, long b, long u, long paidA, long paidB, long paidU) {
        FundedWallet wallet = chain.fundedWallet(300_000);
        PenaltyTx penalty = PenaltyTx.build(wallet, household, allocation(a, b, u), RULING);
        Transaction signed = channel.sign(penalty);
        chain.confirm(signed);
        assertThat(OnChain.paid(signed)).isEqualTo(allocation(paidA, paidB, paidU));
        Branch pair = household == CONSUMER ? Branch.CONSUMER_AND_UTILITY : Branch.PRODUCER_AND_UTILITY;
        assertThat(WalletSpend.recognise(wallet, signed))
                .contains(new WalletSpend(pair, Optional.empty(), Optional.of(RULING)));
    }

    @Test
    void a_penalty_replaces_the_version_that_was_to_save_the_bond() {
        FundedWallet wallet = chain.fundedWallet(300_000);
        CommitmentTx newest = commitment(PRODUCER, wallet, allocation(170_000, 100_000, 30_000), List.of());
        Transaction saving = channel.sign(newest);
        Transaction penalty = channel.sign(PenaltyTx.build(wallet, CONSUMER, allocation(170_000, 0, 130_000), RULING));
        Transaction fat = chain.bump(saving, 20_000);
        Transaction fatter = chain.bump(penalty, 100_000);
        assertThat(chain.submit(saving, fat)).isEqualTo("success");
        assertThat(chain.submit(penalty, fatter)).isEqualTo("success");
        String block = chain.mine();
        assertThat(chain.isInBlock(penalty, block)).isTrue();
        assertThat(chain.isInBlock(saving, block)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void a_ruling_reaches_the_bond_of_a_producer_that_published_first(Party owner) {
        CommitmentTx newest = published(owner);
        Spend bond = newest.spend(newest.balanceOf(PRODUCER).orElseThrow(), Branch.ARBITRATION);
        ClaimTx claim = ClaimTx.ruled(List.of(bond), channel.scripts, allocation(0, 40_000, 40_000), RULING);
        Transaction signed =
                claim.signed(List.of(channel.consumer.arbitrationKey(), channel.utility.arbitrationKey()), Map.of());
        chain.confirm(signed);
        assertThat(OnChain.paid(signed)).isEqualTo(allocation(0, 40_000, 40_000));
    }

    @Test
    void the_utility_takes_the_units_of_a_default_in_one_transaction(Bitcoind bitcoind) {
        CommitmentTx newest = published(CONSUMER);
        bitcoind.mine(WINDOW);
        List<Spend> units =
                List.of(newest.spend(unit(newest, 1), Branch.REPLACED), newest.spend(unit(newest, 2), Branch.REPLACED));
        ClaimTx claim = ClaimTx.ruled(units, channel.scripts, allocation(0, 2_500, 17_500), RULING);
        Transaction signed = claim.signed(List.of(channel.utility.unitKey()), Map.of());
        chain.confirm(signed);
        assertThat(OnChain.paid(signed)).isEqualTo(allocation(0, 2_500, 17_500));
    }

    @Test
    void a_cooperative_close_pays_its_fee_from_the_closers_share(Bitcoind bitcoind) {
        FundedWallet wallet = chain.fundedWallet(300_000);
        CloseTx close = CloseTx.build(
                        wallet,
                        allocation(170_000, 110_000, 20_000),
                        PRODUCER,
                        coins(900),
                        new BlockHeight(bitcoind.height()))
                .orElseThrow();
        Transaction signed = channel.sign(close);
        chain.confirmAlone(signed);
        assertThat(OnChain.paid(signed)).isEqualTo(allocation(170_000, 109_100, 20_000));
        assertThat(WalletSpend.recognise(wallet, signed))
                .contains(new WalletSpend(Branch.CONSUMER_AND_PRODUCER, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 239, 329})
    void whatever_the_anchor_holds_the_package_is_taken(int trimmed) {
        CommitmentTx commitment = commitment(
                CONSUMER,
                chain.fundedWallet(100_000 + trimmed),
                allocation(60_000, 40_000, trimmed),
                ExampleChannel.units(0, 1000, CLAIMABLE));
        assertThat(commitment.anchor().value()).isEqualTo(coins(trimmed));
        chain.confirm(channel.sign(commitment));
    }

    @Test
    void a_unit_of_the_dust_limit_is_taken() {
        CommitmentTx commitment = commitment(
                PRODUCER,
                chain.fundedWallet(100_330),
                allocation(60_000, 40_000, 0),
                ExampleChannel.units(1, 330, CLAIMABLE));
        chain.confirm(channel.sign(commitment));
    }

    /** The package of a child may hold 10,000 virtual bytes of a version 3 parent. */
    @ParameterizedTest
    @CsvSource({"CONSUMER, 226, true", "CONSUMER, 227, false", "PRODUCER, 226, true", "PRODUCER, 227, false"})
    void version_3_ends_at_226_units(Party owner, int units, boolean taken) {
        CommitmentTx commitment = commitment(
                owner,
                chain.fundedWallet(400_000),
                allocation(400_000 - 1000 * units - 20_000, 10_000, 10_000),
                ExampleChannel.units(units, 1000, CLAIMABLE));
        Transaction signed = channel.sign(commitment);
        assertThat(signed.vsize() <= 10_000).isEqualTo(taken);
        assertThat("success".equals(chain.submit(signed, 2000))).isEqualTo(taken);
        assertThat(chain.isInBlock(signed, chain.mine())).isEqualTo(taken);
    }

    @Test
    void a_version_without_a_child_is_not_taken(Bitcoind bitcoind) {
        CommitmentTx commitment =
                commitment(CONSUMER, chain.fundedWallet(100_000), allocation(60_000, 40_000, 0), List.of());
        assertThat(bitcoind.refusal(channel.sign(commitment).toHex())).isPresent();
    }

    @Test
    void a_coin_that_is_too_small_bumps_nothing() {
        CommitmentTx commitment =
                commitment(CONSUMER, channel.wallet(100_000), allocation(60_000, 40_000, 0), List.of());
        Spend coin = new Spend(
                commitment.wallet().outpoint(), coins(500), new KeyHashScript(ExampleChannel.stranger()), Branch.OWNER);
        assertThat(BumpTx.build(
                        channel.sign(commitment), coin, ExampleChannel.payout(UTILITY), RATE, ExampleChannel.DUST))
                .isEmpty();
    }
}
