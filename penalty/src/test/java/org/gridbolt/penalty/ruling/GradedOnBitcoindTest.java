package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER;
import static org.gridbolt.penalty.ChannelFixture.KEYS;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER;
import static org.gridbolt.penalty.ChannelFixture.UTILITY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.BumpTx;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PenaltyPolicy;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 21: GRADED with s = 1/4 on chain. B ends with 82500, U with 47500, whichever of the wallet and the two versions
 * of the state the ruling is carried out on.
 */
@OnBitcoind
class GradedOnBitcoindTest {

    private static final Coin BUMP_COIN = Coin.valueOf(5_000_000);
    private static final SlotSchedule PAST =
            SlotSchedule.of(new BlockHeight(10), new BlockCount(6), new BlockHeight(100_000), Windows.DEFAULT);

    @Test
    void scenario_21_a_penalty_on_the_wallet_pays_b_82500_and_u_47500(Bitcoind bitcoind) {
        GradedCase ruled = open(bitcoind, Graded.IN_PROPORTION).lacking(1, 30_000, 250);
        VerifiedRuling ruling = ruled.verified();
        PenaltyTx penalty = PenaltyTx.build(wallet(ruled), Party.CONSUMER, ruling.onWallet(), ruling.hash());
        Transaction signed = penalty.signed(
                penalty.sign(CONSUMER.walletKeyWith(Party.UTILITY)),
                penalty.sign(UTILITY.walletKeyWith(Party.CONSUMER)));

        confirm(bitcoind, signed);

        assertThat(ruling.checkPenalty(signed)).isEmpty();
        assertThat(paid(signed)).isEqualTo(Allocation.of(170_000, 82_500, 47_500));
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void scenario_21_claims_on_a_confirmed_version_pay_b_82500_and_u_47500(Party owner, Bitcoind bitcoind) {
        GradedCase ruled = open(bitcoind, Graded.IN_PROPORTION).lacking(1, 30_000, 250);

        assertThat(carriedOut(ruled, owner, bitcoind)).isEqualTo(Allocation.of(170_000, 82_500, 47_500));
    }

    /** K = 32000 of CP = 40000: 25000 out of the balance, which A and U spend inside the window, and 7000 out of the unit. */
    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void a_consumer_share_comes_from_balance_and_unit(Party owner, Bitcoind bitcoind) {
        Graded policy = new Graded(Fraction.WHOLE, 0, new PerMille(800));
        GradedCase ruled = open(bitcoind, policy).lacking(1, 30_000, 500);

        assertThat(carriedOut(ruled, owner, bitcoind))
                .isEqualTo(ruled.verified().onWallet())
                .isEqualTo(Allocation.of(202_000, 55_000, 43_000));
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void several_defaults_are_claimed_in_one_transaction(Party owner, Bitcoind bitcoind) {
        GradedCase ruled =
                open(bitcoind, Graded.IN_PROPORTION).lacking(1, 30_000, 250).lacking(2, 10_000, 500);
        ruled.consumerBalances = Allocation.of(160_000, 80_000, 20_000);
        ruled.producerBalances = ruled.consumerBalances;

        assertThat(carriedOut(ruled, owner, bitcoind)).isEqualTo(Allocation.of(160_000, 46_250, 93_750));
    }

    /** Publishes that version, carries the ruling out on it, and says what each of the three then has or can only have. */
    private static Allocation carriedOut(GradedCase ruled, Party owner, Bitcoind bitcoind) {
        CommitmentTx version = version(ruled, owner);
        confirm(bitcoind, version.signed(version.sign(key(CONSUMER)), version.sign(key(PRODUCER))));
        VerifiedRuling ruling = ruled.verified();
        Split split = ruling.onVersionOf(owner);
        Allocation taken =
                Allocation.ZERO.with(Party.PRODUCER, version.balances().producer());
        if (split.spendsProducerBalance()) {
            taken = forfeited(ruled, version, split, bitcoind);
        }
        Allocation claimed = replaced(ruled, version, split, bitcoind);
        takeOwn(version, split, bitcoind);
        Allocation balances = version.balances();
        return new Allocation(
                balances.consumer().add(taken.consumer()).add(claimed.consumer()),
                taken.producer().add(claimed.producer()),
                balances.utility().add(taken.utility()).add(claimed.utility()));
    }

    /** At once: the window is the producer's, and has not passed. */
    private static Allocation forfeited(GradedCase ruled, CommitmentTx version, Split split, Bitcoind bitcoind) {
        Spend balance = version.spend(version.balanceOf(Party.PRODUCER).orElseThrow(), Branch.ARBITRATION);
        Coin dust = ruled.terms.limits().dustLimit();
        ClaimTx claim = ClaimTx.ruled(
                List.of(balance),
                version.wallet().scripts(),
                split.ofProducerBalance(dust),
                ruled.verified().hash());
        Transaction signed = claim.signed(List.of(CONSUMER.arbitrationKey(), UTILITY.arbitrationKey()), Map.of());
        confirm(bitcoind, signed);
        return paid(signed);
    }

    private static Allocation replaced(GradedCase ruled, CommitmentTx version, Split split, Bitcoind bitcoind) {
        List<Spend> units = version.units().stream()
                .map(unit -> version.spend(version.outputOf(unit).orElseThrow(), Branch.REPLACED))
                .toList();
        Coin dust = ruled.terms.limits().dustLimit();
        ClaimTx claim = ClaimTx.ruled(
                units,
                version.wallet().scripts(),
                split.ofDefaultedUnits(dust),
                ruled.verified().hash());
        Transaction signed = claim.signed(List.of(UTILITY.unitKey()), Map.of());
        bitcoind.mine(units.get(0).path().age().value());
        confirm(bitcoind, signed);
        return paid(signed);
    }

    /** What the ruling left to the producer it takes by itself. */
    private static void takeOwn(CommitmentTx version, Split split, Bitcoind bitcoind) {
        if (split.spendsProducerBalance()) {
            return;
        }
        Spend own = version.spend(version.balanceOf(Party.PRODUCER).orElseThrow(), Branch.OWNER);
        Transaction signed = ClaimTx.paying(List.of(own), script(Party.PRODUCER), new FeeRate(3000), Coin.valueOf(330))
                .orElseThrow()
                .signed(List.of(PRODUCER.balanceKey()), Map.of());
        bitcoind.call("sendrawtransaction", signed.toHex());
        assertMined(bitcoind, signed);
    }

    private static GradedCase open(Bitcoind bitcoind, PenaltyPolicy policy) {
        Terms terms = ChannelFixture.terms(policy, PAST);
        Bytes script = terms.scripts(KEYS).wallet().scriptPubKey();
        return new GradedCase(terms, fund(bitcoind, script, Coin.valueOf(300_000)));
    }

    private static FundedWallet wallet(GradedCase ruled) {
        return new FundedWallet(ruled.terms.scripts(KEYS), ruled.wallet, Coin.valueOf(300_000));
    }

    private static CommitmentTx version(GradedCase ruled, Party owner) {
        CommitmentNumber number = new CommitmentNumber(7);
        ChannelSecrets secrets = owner == Party.CONSUMER ? CONSUMER : PRODUCER;
        List<PendingUnit> units =
                ruled.consumerUnits.stream().map(Ticket::pendingUnit).toList();
        return CommitmentTx.build(
                wallet(ruled),
                new CommitmentVersion(owner, number, secrets.shaChain().pointAt(number)),
                ruled.consumerBalances,
                units);
    }

    private static PrivateKey key(ChannelSecrets household) {
        return household.walletKeyWith(household.party().peer());
    }

    private static Outpoint fund(Bitcoind bitcoind, Bytes script, Coin coins) {
        List<String> parts = List.of(bitcoind.fund(script.toHex(), coins.value).split(":", 2));
        return new Outpoint(Sha256Hash.wrap(parts.get(0)), Integer.parseInt(parts.get(1)));
    }

    /** Submits a transaction without fee and a child that pays, and mines both. */
    private static void confirm(Bitcoind bitcoind, Transaction parent) {
        PrivateKey owner = ChannelFixture.key("bumper");
        KeyHashScript script = new KeyHashScript(owner.publicKey());
        Spend coin = new Spend(fund(bitcoind, script.scriptPubKey(), BUMP_COIN), BUMP_COIN, script, Branch.OWNER);
        Transaction child = BumpTx.build(parent, coin, script.scriptPubKey(), new FeeRate(5000), Coin.valueOf(330))
                .orElseThrow()
                .signed(owner);
        assertThat(bitcoind.submitPackage(parent.toHex(), child.toHex())
                        .path("package_msg")
                        .asText())
                .isEqualTo("success");
        assertMined(bitcoind, parent);
    }

    private static void assertMined(Bitcoind bitcoind, Transaction transaction) {
        String block = bitcoind.mine(1).get(0);
        List<String> mined = new ArrayList<>();
        bitcoind.call("getblock", block).path("tx").forEach(txid -> mined.add(txid.asText()));
        assertThat(mined).contains(transaction.txid().toString());
    }

    private static Bytes script(Party party) {
        return ChannelFixture.identity().payoutScript(party);
    }

    private static Allocation paid(Transaction transaction) {
        return new Allocation(
                paid(transaction, Party.CONSUMER), paid(transaction, Party.PRODUCER), paid(transaction, Party.UTILITY));
    }

    private static Coin paid(Transaction transaction, Party party) {
        return transaction.outputs().stream()
                .filter(output -> output.script().equals(script(party)))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }
}
