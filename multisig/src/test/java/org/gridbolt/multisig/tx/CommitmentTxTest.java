package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;
import static org.gridbolt.multisig.tx.ExampleChannel.allocation;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommitmentTxTest {

    private static final ExampleChannel CHANNEL = ExampleChannel.withWindow(42);

    /** BOLT 3, Appendix C: the keys, the number 42 and the fields of its transactions. */
    @Test
    void a_number_is_obscured_as_in_bolt_3() {
        ObscuredNumber numbers = ObscuredNumber.between(
                PublicKey.ofHex("034f355bdcb7cc0af728ef3cceb9615d90684bb5b2ca5f859ab0f0b704075871aa"),
                PublicKey.ofHex("032c0b7cf95324a07d05398b240174dc0c2be444d96b159aa6c7f7b1e668680991"));
        assertThat(numbers.factor()).isEqualTo(0x2bb038521914L);
        assertThat(numbers.lockTime(CONSUMER, new CommitmentNumber(42))).isEqualTo(0x2052193eL);
        assertThat(numbers.sequence(CONSUMER, new CommitmentNumber(42))).isEqualTo(0x802bb038L);
    }

    @Property(tries = 300)
    void a_number_comes_back_with_its_owner(
            @ForAll @LongRange(max = (1L << 47) - 1) long number,
            @ForAll @LongRange(max = (1L << 48) - 1) long factor,
            @ForAll boolean producers) {
        Party owner = producers ? PRODUCER : CONSUMER;
        ObscuredNumber numbers = new ObscuredNumber(factor);
        CommitmentNumber state = new CommitmentNumber(number);
        assertThat(numbers.read(numbers.lockTime(owner, state), numbers.sequence(owner, state)))
                .contains(new WalletSpend.State(owner, state));
    }

    @Property(tries = 200)
    void every_coin_of_the_wallet_is_in_an_output(
            @ForAll @LongRange(max = 2_000) long consumer,
            @ForAll @LongRange(max = 2_000) long producer,
            @ForAll @LongRange(max = 2_000) long utility,
            @ForAll @IntRange(max = 8) int units,
            @ForAll @LongRange(min = 330, max = 5_000) long amount,
            @ForAll boolean producers) {
        FundedWallet wallet = CHANNEL.wallet(consumer + producer + utility + units * amount);
        CommitmentTx commitment = CommitmentTx.build(
                wallet,
                CHANNEL.version(producers ? PRODUCER : CONSUMER, 5),
                allocation(consumer, producer, utility),
                ExampleChannel.units(units, amount, 700));
        assertThat(commitment.unsigned().outputTotal()).isEqualTo(wallet.value());
        assertThat(commitment.unsigned().outputs())
                .isSortedAccordingTo(Comparator.comparing(TxOutput::value).thenComparing(TxOutput::script))
                .filteredOn(output -> output.value().isLessThan(ExampleChannel.DUST))
                .allMatch(output -> output.script().equals(AnchorScript.ANCHOR.scriptPubKey()));
        assertMeanings(commitment);
    }

    private static void assertMeanings(CommitmentTx commitment) {
        assertThat(commitment.outputs())
                .allSatisfy(
                        meaning -> assertThat(commitment.unsigned().outputs().get(meaning.index()))
                                .isEqualTo(new TxOutput(
                                        meaning.value(), meaning.script().scriptPubKey())));
        assertThat(commitment.outputs()).hasSameSizeAs(commitment.unsigned().outputs());
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void both_households_sign_a_version_and_it_spends_the_wallet(Party owner) {
        CommitmentTx commitment = example(owner);
        Transaction signed = CHANNEL.sign(commitment);
        FundedWallet wallet = commitment.wallet();
        assertThat(ScriptInterpreter.refusal(signed, Map.of(wallet.outpoint(), wallet.output())))
                .isEmpty();
        assertThat(signed.txid()).isEqualTo(commitment.txid());
        assertThat(signed.version()).isEqualTo(3);
        assertThat(signed.fee(outpoint -> wallet.output())).isEqualTo(Coin.ZERO);
    }

    @Test
    void a_signature_is_verified_for_its_signer_and_its_version_only() {
        CommitmentTx commitment = example(CONSUMER);
        var signature = commitment.sign(CHANNEL.consumer.walletKeyWith(PRODUCER));
        assertThat(commitment.verify(signature, CONSUMER)).isTrue();
        assertThat(commitment.verify(signature, PRODUCER)).isFalse();
        assertThat(example(PRODUCER).verify(signature, CONSUMER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.class,
            names = {"CONSUMER", "PRODUCER"})
    void a_published_version_says_which_it_is(Party owner) {
        CommitmentTx commitment = example(owner);
        assertThat(WalletSpend.recognise(commitment.wallet(), CHANNEL.sign(commitment)))
                .contains(new WalletSpend(
                        Branch.CONSUMER_AND_PRODUCER,
                        Optional.of(new WalletSpend.State(owner, new CommitmentNumber(9))),
                        Optional.empty()));
    }

    @Test
    void a_version_tells_what_it_was_built_of() {
        assertThat(example(CONSUMER).units()).isEqualTo(ExampleChannel.units(2, 1000, 700));
        assertThat(example(CONSUMER).balances()).isEqualTo(allocation(30_000, 15_000, 5_000));
    }

    /** Only the two households sign commitments; the same numbers in a spend by others are no state. */
    @Test
    void a_spend_by_another_pair_is_no_version_though_its_numbers_say_so() {
        CommitmentTx commitment = example(CONSUMER);
        Bytes yes = Bytes.of((byte) 1);
        List<Bytes> withUtility = List.of(
                Bytes.EMPTY,
                Bytes.EMPTY,
                Bytes.EMPTY,
                yes,
                Bytes.EMPTY,
                commitment.wallet().scripts().walletScript());

        assertThat(WalletSpend.recognise(
                        commitment.wallet(), commitment.unsigned().withWitnesses(List.of(withUtility))))
                .contains(new WalletSpend(Branch.CONSUMER_AND_UTILITY, Optional.empty(), Optional.empty()));
    }

    @Test
    void the_owner_loses_its_balance_and_the_units() {
        assertThat(example(PRODUCER).punishable())
                .extracting(CommitmentOutput::role)
                .containsExactlyInAnyOrder(
                        new CommitmentOutput.Balance(PRODUCER),
                        new CommitmentOutput.Unit(ExampleChannel.unit(0, 1000, 700)),
                        new CommitmentOutput.Unit(ExampleChannel.unit(1, 1000, 700)));
    }

    @ParameterizedTest
    @CsvSource({"0, 10_000", "1, 10_001", "225, 10_225"})
    void outputs_are_found_by_their_meaning(int utility, int producer) {
        long consumer = 50_000L - utility - producer;
        CommitmentTx commitment = CommitmentTx.build(
                CHANNEL.wallet(50_000),
                CHANNEL.version(CONSUMER, 9),
                allocation(consumer, producer, utility),
                List.of());
        assertThat(commitment.balanceOf(UTILITY)).isEmpty();
        assertThat(commitment.balanceOf(PRODUCER).orElseThrow().value()).isEqualTo(coins(producer));
        assertThat(commitment.anchor().value()).isEqualTo(coins(utility));
        assertThat(commitment.outputOf(ExampleChannel.unit(0, 1000, 700))).isEmpty();
    }

    @Test
    void coins_that_are_not_there_are_refused() {
        assertThatThrownBy(() -> CommitmentTx.build(
                        CHANNEL.wallet(50_000), CHANNEL.version(CONSUMER, 9), allocation(40_000, 10_000, 1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void coins_that_are_left_out_are_refused() {
        assertThatThrownBy(() -> CommitmentTx.build(
                        CHANNEL.wallet(50_000), CHANNEL.version(CONSUMER, 9), allocation(39_999, 10_000, 0), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_unit_below_the_dust_limit_is_refused() {
        assertThatThrownBy(() -> CommitmentTx.build(
                        CHANNEL.wallet(10_329),
                        CHANNEL.version(CONSUMER, 9),
                        allocation(10_000, 0, 0),
                        ExampleChannel.units(1, 329, 700)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Two signatures of 71 or 72 bytes each, two balances of households, one of the utility, an anchor. */
    @ParameterizedTest
    @CsvSource({"0", "1", "65", "225"})
    void a_unit_weighs_172(int units) {
        CommitmentTx commitment = CommitmentTx.build(
                CHANNEL.wallet(30_000 + 1000L * units),
                CHANNEL.version(CONSUMER, 9),
                allocation(10_000, 10_000, 10_000),
                ExampleChannel.units(units, 1000, 700));
        assertThat(CHANNEL.sign(commitment).weight()).isBetween(1092 + 172 * units, 1096 + 172 * units);
    }

    private static CommitmentTx example(Party owner) {
        return CommitmentTx.build(
                CHANNEL.wallet(52_000),
                CHANNEL.version(owner, 9),
                allocation(30_000, 15_000, 5_000),
                ExampleChannel.units(2, 1000, 700));
    }
}
