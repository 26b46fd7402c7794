package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;
import static org.gridbolt.multisig.tx.ExampleChannel.allocation;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FundingCheckTest {

    private static final ExampleChannel CHANNEL = ExampleChannel.withWindow(42);
    private static final Allocation AGREED = allocation(200_000, 80_000, 0);
    private static final FundingFees FEES = new FundingFees(new FeeRate(2000), ExampleChannel.DUST);
    private static final PrivateKey KEY = ExampleChannel.key("coin");
    private static final Bytes SCRIPT = new KeyHashScript(KEY.publicKey()).scriptPubKey();
    private static final CoinFact FINE = new CoinFact(new BlockCount(100), true);

    private final FundingInput consumers = coin("A", 300_000, SCRIPT);
    private final FundingInput producers = coin("B", 90_000, SCRIPT);
    private final Map<Outpoint, CoinFact> facts =
            new HashMap<>(Map.of(consumers.outpoint(), FINE, producers.outpoint(), FINE));

    /** A coin of a transaction that differs by {@code name}. */
    private static FundingInput coin(String name, long coins, Bytes script) {
        return FundingInput.of(previous(new Outpoint(ExampleChannel.hash(name), 0), coins, script), 1);
    }

    private static Transaction previous(Outpoint spends, long coins, Bytes script) {
        return new Transaction(
                2,
                List.of(TxInput.unsigned(spends, 0)),
                List.of(new TxOutput(coins(1000), SCRIPT), new TxOutput(coins(coins), script)),
                0);
    }

    private static FundingContribution brings(Party party, FundingInput... inputs) {
        return FundingContribution.of(
                        party, AGREED.of(party), List.of(inputs), ExampleChannel.payout(party), FEES, party == CONSUMER)
                .orElseThrow();
    }

    private FundingContribution ofConsumer() {
        return brings(CONSUMER, consumers);
    }

    private FundingContribution ofProducer() {
        return brings(PRODUCER, producers);
    }

    private Optional<FundingFlaw> flawOf(FundingContribution... contributions) {
        return FundingCheck.flawOf(List.of(contributions), AGREED, FEES, facts);
    }

    private Optional<FundingFlaw> flawOfConsumers(FundingInput input) {
        facts.putIfAbsent(input.outpoint(), FINE);
        return flawOf(
                new FundingContribution(
                        CONSUMER,
                        AGREED.consumer(),
                        List.of(input),
                        ofConsumer().change()),
                ofProducer());
    }

    @Test
    void a_funding_as_agreed_has_no_flaw() {
        assertThat(flawOf(ofConsumer(), ofProducer())).isEmpty();
        assertThat(flawOf(ofProducer(), ofConsumer())).isEmpty();
    }

    @Test
    void another_previous_transaction_than_the_named_one_is_refused() {
        FundingInput other = new FundingInput(producers.outpoint(), coins(300_000), consumers.previous());
        assertThat(flawOfConsumers(other))
                .contains(new FundingFlaw.OtherTransaction(
                        producers.outpoint(), consumers.previous().txid()));
    }

    @Test
    void an_output_that_is_not_there_is_refused() {
        Outpoint beyond = new Outpoint(consumers.previous().txid(), 2);
        assertThat(flawOfConsumers(new FundingInput(beyond, coins(300_000), consumers.previous())))
                .contains(new FundingFlaw.NoSuchOutput(beyond));
    }

    @Test
    void another_value_than_in_the_previous_transaction_is_refused() {
        assertThat(flawOfConsumers(new FundingInput(consumers.outpoint(), coins(300_001), consumers.previous())))
                .contains(new FundingFlaw.OtherValue(consumers.outpoint(), coins(300_001), coins(300_000)));
    }

    /** P2SH, which may wrap anything, P2PKH, P2WSH, an unknown version, an empty script. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a914748284390f9e263a4b766a75d0633c50426eb87587",
                "76a91459f8a9bd0d3e0cd6c5ff3f3a4b2f76ee5f0a3e1188ac",
                "00201863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262",
                "5220aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                ""
            })
    void what_is_neither_native_p2wpkh_nor_p2tr_is_refused(String script) {
        FundingInput input = coin("A", 300_000, Bytes.ofHex(script));
        assertThat(flawOfConsumers(input)).contains(new FundingFlaw.NotNative(input.outpoint(), Bytes.ofHex(script)));
    }

    @Test
    void a_taproot_coin_is_taken() {
        assertThat(flawOfConsumers(coin("A", 300_000, Bytes.ofHex("5120" + "ab".repeat(32)))))
                .isEmpty();
    }

    @Test
    void an_unconfirmed_or_unknown_coin_is_refused() {
        facts.put(consumers.outpoint(), new CoinFact(BlockCount.ZERO, true));
        assertThat(flawOf(ofConsumer(), ofProducer())).contains(new FundingFlaw.Unconfirmed(consumers.outpoint()));
        facts.remove(consumers.outpoint());
        assertThat(flawOf(ofConsumer(), ofProducer())).contains(new FundingFlaw.Unconfirmed(consumers.outpoint()));
    }

    @Test
    void a_spent_coin_is_refused() {
        facts.put(producers.outpoint(), new CoinFact(new BlockCount(3), false));
        assertThat(flawOf(ofConsumer(), ofProducer())).contains(new FundingFlaw.Spent(producers.outpoint()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100})
    void a_coinbase_needs_100_confirmations(int confirmations) {
        FundingInput input = FundingInput.of(previous(Outpoint.NONE, 300_000, SCRIPT), 1);
        facts.put(input.outpoint(), new CoinFact(new BlockCount(confirmations), true));
        assertThat(flawOfConsumers(input))
                .isEqualTo(
                        confirmations < 100
                                ? Optional.of(new FundingFlaw.Immature(input.outpoint(), new BlockCount(confirmations)))
                                : Optional.empty());
    }

    @Test
    void the_same_coin_twice_is_refused() {
        assertThat(flawOf(ofConsumer(), brings(PRODUCER, producers, consumers)))
                .contains(new FundingFlaw.Repeated(consumers.outpoint()));
    }

    @Test
    void another_amount_than_agreed_is_refused() {
        assertThat(flawOf(ofConsumer())).contains(new FundingFlaw.OtherAmount(PRODUCER, AGREED.producer(), Coin.ZERO));
        FundingContribution uninvited =
                new FundingContribution(UTILITY, coins(1000), List.of(coin("U", 5000, SCRIPT)), Optional.empty());
        facts.put(uninvited.inputs().get(0).outpoint(), FINE);
        assertThat(flawOf(ofConsumer(), ofProducer(), uninvited))
                .contains(new FundingFlaw.OtherAmount(UTILITY, Coin.ZERO, coins(1000)));
        FundingContribution half = new FundingContribution(PRODUCER, coins(40_000), List.of(), Optional.empty());
        assertThat(flawOf(ofConsumer(), half, half))
                .contains(new FundingFlaw.OtherAmount(PRODUCER, AGREED.producer(), AGREED.producer()));
    }

    @Test
    void a_party_that_pays_less_than_its_part_of_the_fee_is_refused() {
        FundingContribution fair = ofProducer();
        Coin least = FEES.least(fair, false);
        FundingContribution mean = new FundingContribution(
                PRODUCER,
                fair.amount(),
                fair.inputs(),
                fair.change().map(change -> new TxOutput(change.value().add(Coin.SATOSHI), change.script())));
        assertThat(flawOf(ofConsumer(), mean))
                .contains(new FundingFlaw.FeeTooLow(PRODUCER, least, least.subtract(Coin.SATOSHI)));
    }

    @Test
    void coins_without_inputs_are_refused() {
        FundingContribution nothing = new FundingContribution(PRODUCER, AGREED.producer(), List.of(), Optional.empty());
        assertThat(flawOf(ofConsumer(), nothing))
                .contains(new FundingFlaw.FeeTooLow(PRODUCER, Coin.ZERO, coins(-80_000)));
    }

    @Test
    void a_change_that_is_dust_or_goes_elsewhere_is_refused() {
        TxOutput dust = new TxOutput(coins(329), ExampleChannel.payout(PRODUCER));
        TxOutput elsewhere = new TxOutput(coins(5000), Bytes.ofHex("6a"));
        for (TxOutput change : List.of(dust, elsewhere)) {
            FundingContribution contribution =
                    new FundingContribution(PRODUCER, AGREED.producer(), List.of(producers), Optional.of(change));
            assertThat(flawOf(ofConsumer(), contribution)).contains(new FundingFlaw.BadChange(PRODUCER, change));
        }
    }

    @Test
    void inputs_worth_too_little_make_no_contribution() {
        Optional<FundingContribution> poor = FundingContribution.of(
                PRODUCER,
                AGREED.producer(),
                List.of(coin("poor", 80_100, SCRIPT)),
                ExampleChannel.payout(PRODUCER),
                FEES,
                false);
        assertThat(poor).isEmpty();
    }

    @Test
    void a_change_that_would_be_dust_is_left_to_the_miner() {
        FundingContribution exact = FundingContribution.of(
                        PRODUCER,
                        AGREED.producer(),
                        List.of(coin("exact", 80_400, SCRIPT)),
                        ExampleChannel.payout(PRODUCER),
                        FEES,
                        false)
                .orElseThrow();
        assertThat(exact.change()).isEmpty();
        assertThat(exact.paid()).isEqualTo(coins(400));
    }

    @Property(tries = 50)
    void every_side_builds_the_same_bytes(@ForAll Random random) {
        List<FundingContribution> contributions = new ArrayList<>(List.of(
                ofConsumer(),
                brings(PRODUCER, producers, coin("B2", 5000, SCRIPT), coin("B3", 6000, SCRIPT)),
                new FundingContribution(UTILITY, coins(500), List.of(coin("U", 1000, SCRIPT)), Optional.empty())));
        FundingTx one = FundingTx.build(CHANNEL.scripts, contributions);
        Collections.shuffle(contributions, random);
        FundingTx other = FundingTx.build(CHANNEL.scripts, contributions);
        assertThat(other.unsigned().serialize()).isEqualTo(one.unsigned().serialize());
        assertThat(one.unsigned().inputs())
                .isSortedAccordingTo((left, right) -> left.outpoint()
                        .txid()
                        .toString()
                        .compareTo(right.outpoint().txid().toString()));
    }

    /** A change of the least size would come first in the order of outputs. */
    @Test
    void a_change_to_the_wallets_script_is_not_taken_for_the_wallet() {
        TxOutput decoy =
                new TxOutput(ExampleChannel.DUST, CHANNEL.scripts.wallet().scriptPubKey());
        FundingContribution tricky =
                new FundingContribution(PRODUCER, AGREED.producer(), List.of(producers), Optional.of(decoy));
        FundingTx funding = FundingTx.build(CHANNEL.scripts, List.of(ofConsumer(), tricky));
        FundedWallet wallet = funding.wallet();
        assertThat(wallet.value()).isEqualTo(AGREED.total());
        assertThat(funding.unsigned().outputs().get(wallet.outpoint().index())).isEqualTo(wallet.output());
    }

    @Test
    void witnesses_that_do_not_spend_are_refused() {
        FundingTx funding = FundingTx.build(CHANNEL.scripts, List.of(ofConsumer(), ofProducer()));
        Outpoint outpoint = consumers.outpoint();
        List<Bytes> right = funding.witness(outpoint, KEY);
        Bytes signature = right.get(0);
        Bytes key = right.get(1);
        FundingFlaw bad = new FundingFlaw.BadWitness(outpoint);
        List<List<Bytes>> wrong = List.of(
                List.of(),
                List.of(signature),
                List.of(signature, key, key),
                List.of(key, signature),
                List.of(Bytes.of((byte) 1), key),
                List.of(Bytes.ofHex("30".repeat(70) + "01"), key),
                List.of(signature.slice(1, signature.size()), key),
                List.of(signature, ExampleChannel.stranger().bytes()),
                List.of(signature, Bytes.of(new byte[33])),
                funding.witness(producers.outpoint(), KEY));
        assertThat(funding.flawOf(outpoint, right)).isEmpty();
        assertThat(wrong)
                .allSatisfy(witness -> assertThat(funding.flawOf(outpoint, witness))
                        .satisfiesAnyOf(
                                flaw -> assertThat(flaw).contains(bad),
                                flaw -> assertThat(flaw).containsInstanceOf(FundingFlaw.OtherSigHash.class)));
        assertThatThrownBy(() -> funding.signed(Map.of(outpoint, right))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> funding.witness(outpoint, ExampleChannel.key("stranger")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_taproot_witness_of_another_form_is_refused() {
        FundingInput taproot =
                coin("A", 300_000, Bytes.ofHex("5120" + KEY.publicKey().xOnly()));
        FundingTx funding = FundingTx.build(CHANNEL.scripts, List.of(brings(CONSUMER, taproot), ofProducer()));
        Outpoint outpoint = taproot.outpoint();
        Bytes garbage = Bytes.of(new byte[64]);
        FundingFlaw bad = new FundingFlaw.BadWitness(outpoint);
        assertThat(funding.flawOf(outpoint, List.of())).contains(bad);
        assertThat(funding.flawOf(outpoint, List.of(garbage))).contains(bad);
        assertThat(funding.flawOf(outpoint, List.of(garbage, garbage))).contains(bad);
        assertThat(funding.flawOf(outpoint, List.of(garbage.slice(0, 63)))).contains(bad);
        assertThat(funding.flawOf(outpoint, List.of(Bytes.ofHex("ff".repeat(64)))))
                .contains(bad);
        assertThat(funding.flawOf(outpoint, List.of(garbage.concat(Bytes.of((byte) 0)))))
                .contains(new FundingFlaw.OtherSigHash(outpoint, 0));
        assertThat(funding.flawOf(outpoint, List.of(garbage.concat(Bytes.of((byte) 3)))))
                .contains(new FundingFlaw.OtherSigHash(outpoint, 3));
    }
}
