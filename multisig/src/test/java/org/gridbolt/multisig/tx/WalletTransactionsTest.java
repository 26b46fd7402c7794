package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;
import static org.gridbolt.multisig.tx.ExampleChannel.allocation;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.script.Satisfaction;
import org.gridbolt.multisig.script.WalletTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalletTransactionsTest {

    private static final ExampleChannel CHANNEL = ExampleChannel.withWindow(42);
    private static final FundedWallet WALLET = CHANNEL.wallet(100_000);
    private static final BlockHeight TIP = new BlockHeight(500);

    @Property(tries = 200)
    void a_ruling_pays_out_every_coin(
            @ForAll @LongRange(max = 1000) long a,
            @ForAll @LongRange(max = 1000) long b,
            @ForAll @LongRange(max = 1000) long u) {
        FundedWallet wallet = CHANNEL.wallet(a + b + u);
        Transaction penalty = PenaltyTx.build(wallet, CONSUMER, allocation(a, b, u), ExampleChannel.hash("r"))
                .unsigned();
        assertThat(penalty.outputTotal()).isEqualTo(wallet.value());
        assertThat(penalty.version()).isEqualTo(3);
        assertThat(OnChain.paid(penalty, CONSUMER)).isEqualTo(coins(a < 330 ? 0 : a));
        assertThat(OnChain.paid(penalty, PRODUCER)).isEqualTo(coins(b < 330 ? 0 : b));
        assertThat(penalty.outputs())
                .extracting(TxOutput::script)
                .contains(
                        AnchorScript.ANCHOR.scriptPubKey(),
                        new OpReturnScript(ExampleChannel.hash("r")).scriptPubKey());
    }

    @Test
    void the_right_pair_signs_a_ruling() {
        PenaltyTx penalty =
                PenaltyTx.build(WALLET, PRODUCER, allocation(50_000, 30_000, 20_000), ExampleChannel.hash("r"));
        var byProducer = penalty.sign(CHANNEL.producer.walletKeyWith(UTILITY));
        assertThat(penalty.verify(byProducer, PRODUCER)).isTrue();
        assertThat(penalty.verify(byProducer, UTILITY)).isFalse();
        assertThat(penalty.verify(penalty.sign(CHANNEL.producer.walletKeyWith(CONSUMER)), PRODUCER))
                .isFalse();
        assertThat(ScriptInterpreter.refusal(CHANNEL.sign(penalty), Map.of(WALLET.outpoint(), WALLET.output())))
                .isEmpty();
        assertThatThrownBy(() -> PenaltyTx.build(WALLET, PRODUCER, allocation(1, 1, 1), ExampleChannel.hash("r")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Its key would be the one of another branch, so its signature would say yes and spend nothing. */
    @Test
    void nobody_but_the_pair_is_asked_for_a_signature() {
        PenaltyTx penalty =
                PenaltyTx.build(WALLET, PRODUCER, allocation(50_000, 30_000, 20_000), ExampleChannel.hash("r"));
        var byConsumer = penalty.sign(CHANNEL.consumer.walletKeyWith(PRODUCER));
        assertThatThrownBy(() -> penalty.verify(byConsumer, CONSUMER)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "CONSUMER, 70000, 20000, 10000, 500, 69500, 20000, 10000",
        "PRODUCER, 70000, 20000, 10000, 500, 70000, 19500, 10000",
        "PRODUCER, 90000, 500, 9500, 500, 90000, 0, 9500",
        "PRODUCER, 90000, 500, 9500, 171, 90000, 0, 9500",
        "CONSUMER, 99900, 100, 0, 500, 99400, 0, 0"
    })
    void the_closer_pays_the_fee_and_dust_is_left_to_the_miner(
            Party closer, long a, long b, long u, long fee, long paidA, long paidB, long paidU) {
        CloseTx close = CloseTx.build(WALLET, allocation(a, b, u), closer, coins(fee), TIP)
                .orElseThrow();
        assertThat(OnChain.paid(close.unsigned())).isEqualTo(allocation(paidA, paidB, paidU));
        assertThat(close.unsigned().lockTime()).isEqualTo(500);
        assertThat(close.fee()).isEqualTo(coins(fee));
        assertThat(close.closer()).isEqualTo(closer);
    }

    @Test
    void a_closer_cannot_pay_more_than_its_share() {
        assertThat(CloseTx.build(WALLET, allocation(99_500, 500, 0), PRODUCER, coins(501), TIP))
                .isEmpty();
        FundedWallet small = CHANNEL.wallet(900);
        assertThat(CloseTx.build(small, allocation(300, 300, 300), PRODUCER, coins(1), TIP))
                .isEmpty();
    }

    @Test
    void a_close_that_loses_or_makes_coins_is_a_mistake() {
        assertThatThrownBy(() -> CloseTx.build(WALLET, allocation(1, 2, 3), PRODUCER, coins(1), TIP))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CloseTx.build(WALLET, allocation(100_000, 0, 0), UTILITY, coins(1), TIP))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CloseTx.build(WALLET, allocation(100_000, 0, 0), CONSUMER, coins(-1), TIP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_close_is_signed_by_the_households() {
        CloseTx close = CloseTx.build(WALLET, allocation(70_000, 20_000, 10_000), CONSUMER, coins(500), TIP)
                .orElseThrow();
        var signature = close.sign(CHANNEL.consumer.walletKeyWith(PRODUCER));
        assertThat(close.verify(signature, CONSUMER)).isTrue();
        assertThat(close.verify(signature, PRODUCER)).isFalse();
        assertThat(ScriptInterpreter.refusal(CHANNEL.sign(close), Map.of(WALLET.outpoint(), WALLET.output())))
                .isEmpty();
    }

    /** A block may hold what no node relays: a choice is whatever the interpreter takes for true or false. */
    @ParameterizedTest
    @CsvSource({
        "01, '', CONSUMER_AND_PRODUCER",
        "02, '', CONSUMER_AND_PRODUCER",
        "0080, '', CONSUMER_AND_UTILITY",
        "80, 01, CONSUMER_AND_UTILITY",
        "00, 0001, CONSUMER_AND_UTILITY",
        "'', '', PRODUCER_AND_UTILITY",
        "'', 0080, PRODUCER_AND_UTILITY",
        "'', 8000, CONSUMER_AND_UTILITY"
    })
    void the_path_is_read_as_the_interpreter_reads_it(String outer, String inner, Branch pair) {
        Bytes signature = Bytes.of(new byte[72]);
        List<Bytes> witness = new ArrayList<>(List.of(Bytes.EMPTY, signature, signature));
        if (pair != Branch.CONSUMER_AND_PRODUCER) {
            witness.add(Bytes.ofHex(inner.isEmpty() && pair == Branch.CONSUMER_AND_UTILITY ? "01" : inner));
        }
        witness.add(Bytes.ofHex(outer));
        witness.add(CHANNEL.scripts.wallet().witnessScript());
        assertThat(WalletSpend.recognise(WALLET, spendingWith(witness)))
                .hasValueSatisfying(spend -> assertThat(spend.pair()).isEqualTo(pair));
    }

    private static Transaction spendingWith(List<Bytes> witness) {
        TxInput input = TxInput.unsigned(WALLET.outpoint(), 0).withWitness(witness);
        return new Transaction(2, List.of(input), List.of(), 0);
    }

    @Test
    void what_does_not_spend_the_wallet_is_not_recognised() {
        Bytes script = CHANNEL.scripts.wallet().witnessScript();
        assertThat(WalletSpend.recognise(WALLET, spendingWith(List.of(script)))).isEmpty();
        assertThat(WalletSpend.recognise(WALLET, spendingWith(List.of()))).isEmpty();
        List<Bytes> other = List.of(script, script, script, script, Bytes.ofHex("51"));
        assertThat(WalletSpend.recognise(WALLET, spendingWith(other))).isEmpty();
        FundedWallet elsewhere =
                new FundedWallet(CHANNEL.scripts, new Outpoint(ExampleChannel.hash("elsewhere"), 0), WALLET.value());
        assertThat(WalletSpend.recognise(elsewhere, spendingWith(List.of(script))))
                .isEmpty();
    }

    @Test
    void a_claim_that_is_worth_less_than_its_fee_is_none() {
        CommitmentTx commitment =
                CommitmentTx.build(WALLET, CHANNEL.version(PRODUCER, 1), allocation(99_000, 1_000, 0), List.of());
        Spend balance = commitment.spend(commitment.balanceOf(PRODUCER).orElseThrow(), Branch.OWNER);
        Bytes payout = ExampleChannel.payout(PRODUCER);
        assertThat(ClaimTx.paying(List.of(balance), payout, new FeeRate(10_000), ExampleChannel.DUST))
                .isEmpty();
        assertThat(JusticeTx.build(commitment, commitment.punishable(), payout, new FeeRate(10_000)))
                .isEmpty();
        assertThatThrownBy(() -> commitment.spend(commitment.anchor(), Branch.OWNER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        ClaimTx.ruled(List.of(balance), CHANNEL.scripts, allocation(1, 1, 1), ExampleChannel.hash("r")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_parties_sign_a_claim_apart() {
        CommitmentTx commitment =
                CommitmentTx.build(WALLET, CHANNEL.version(PRODUCER, 1), allocation(60_000, 40_000, 0), List.of());
        Spend bond = commitment.spend(commitment.balanceOf(PRODUCER).orElseThrow(), Branch.ARBITRATION);
        ClaimTx claim =
                ClaimTx.ruled(List.of(bond), CHANNEL.scripts, allocation(0, 0, 40_000), ExampleChannel.hash("r"));
        var byConsumer = claim.sign(0, CHANNEL.consumer.arbitrationKey());
        var byUtility = claim.sign(0, CHANNEL.utility.arbitrationKey());
        var keyOfConsumer = CHANNEL.ring.consumer().arbitration();
        var keyOfUtility = CHANNEL.ring.utility().arbitration();
        assertThat(claim.verify(0, byConsumer, keyOfConsumer)).isTrue();
        assertThat(claim.verify(0, byConsumer, keyOfUtility)).isFalse();
        Transaction signed =
                claim.signed(List.of(Satisfaction.of(Map.of(keyOfConsumer, byConsumer, keyOfUtility, byUtility))));
        assertThat(signed)
                .isEqualTo(claim.signed(
                        List.of(CHANNEL.consumer.arbitrationKey(), CHANNEL.utility.arbitrationKey()), Map.of()));
        assertThatThrownBy(() -> claim.signed(List.of(CHANNEL.consumer.arbitrationKey()), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** BIP 68 masks: three windows of 21846 blocks would be a window of 2. */
    @ParameterizedTest
    @CsvSource({"0", "21846", "65535"})
    void a_window_that_bip_68_cannot_hold_is_refused(int csv) {
        Payouts payouts = CHANNEL.scripts.payouts();
        assertThatThrownBy(() -> new ChannelScripts(
                        CHANNEL.ring, WalletTemplate.ROLE_KEYS, new BlockCount(csv), Coin.valueOf(330), payouts))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A commitment's marks in one of the two fields only are no commitment's. */
    @ParameterizedTest
    @CsvSource({"536870912, 4294967293", "500, 2147483648"})
    void a_close_is_no_commitment(long lockTime, long sequence) {
        assertThat(new ObscuredNumber(0).read(lockTime, sequence)).isEmpty();
    }

    @Test
    void a_payout_script_must_be_native() {
        Bytes good = ExampleChannel.payout(CONSUMER);
        Bytes wrapped = Bytes.ofHex("a914748284390f9e263a4b766a75d0633c50426eb87587");
        assertThat(Payouts.accepts(good)).isTrue();
        assertThat(Payouts.accepts(Bytes.ofHex("0020" + "ab".repeat(32)))).isTrue();
        assertThat(Payouts.accepts(wrapped)).isFalse();
        assertThat(Payouts.accepts(Bytes.ofHex("0021" + "ab".repeat(32)))).isFalse();
        assertThatThrownBy(() -> new Payouts(good, wrapped, good)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1000, 200, 200", "1001, 200, 201", "0, 200, 0", "2147483647, 100000, 214748364700"})
    void a_fee_is_rounded_up(int rate, int vsize, long fee) {
        assertThat(new FeeRate(rate).feeFor(vsize)).isEqualTo(coins(fee));
    }
}
