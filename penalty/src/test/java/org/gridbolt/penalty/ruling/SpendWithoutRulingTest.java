package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER;
import static org.gridbolt.penalty.ChannelFixture.CONTRIBUTIONS;
import static org.gridbolt.penalty.ChannelFixture.KEYS;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.UTILITY;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Signed;
import org.junit.jupiter.api.Test;

/** What a spend of the wallet proves against the utility, and how nobody frames it. */
class SpendWithoutRulingTest {

    private static final PublicKey U = UTILITY_NODE.publicKey();
    private static final FundedWallet FUNDED = new FundedWallet(TERMS.scripts(KEYS), WALLET, CONTRIBUTIONS.total());

    private static FraudProof proof(Transaction spend, Optional<RulingFile> shown) {
        return new FraudProof.SpendWithoutRuling(Signed.sign(TERMS, UTILITY_NODE), spend.serialize(), shown);
    }

    private static FraudProof proof(Transaction spend) {
        return proof(spend, Optional.empty());
    }

    private static Transaction unnamed(Branch pair, PrivateKey... keys) {
        Spend spend = new Spend(WALLET, CONTRIBUTIONS.total(), FUNDED.scripts().wallet(), pair);
        Bytes payout = TERMS.identity().payoutScript(Party.UTILITY);
        return ClaimTx.paying(List.of(spend), payout, FeeRate.RELAY, Coin.valueOf(330))
                .orElseThrow()
                .signed(List.of(keys), Map.of());
    }

    private static Transaction withConsumer() {
        return unnamed(
                Branch.CONSUMER_AND_UTILITY,
                CONSUMER.walletKeyWith(Party.UTILITY),
                UTILITY.walletKeyWith(Party.CONSUMER));
    }

    private static Transaction penalty(Sha256Hash ruling, Allocation split) {
        PenaltyTx penalty = PenaltyTx.build(FUNDED, Party.CONSUMER, split, ruling);
        return penalty.signed(
                penalty.sign(CONSUMER.walletKeyWith(Party.UTILITY)),
                penalty.sign(UTILITY.walletKeyWith(Party.CONSUMER)));
    }

    @Test
    void with_either_household_and_no_ruling_named_it_convicts() {
        Transaction withProducer = unnamed(
                Branch.PRODUCER_AND_UTILITY,
                PRODUCER.walletKeyWith(Party.UTILITY),
                UTILITY.walletKeyWith(Party.PRODUCER));
        for (Transaction spend : List.of(withConsumer(), withProducer)) {
            FraudProof proof = proof(spend);
            assertThat(proof.convicts(U)).isTrue();
            assertThat(proof.answer()).isEmpty();
            assertThat(FraudProof.decode(proof.encode()).value()).contains(proof);
        }
    }

    @Test
    void what_the_two_households_do_convicts_nobody_else() {
        Transaction households = unnamed(
                Branch.CONSUMER_AND_PRODUCER,
                CONSUMER.walletKeyWith(Party.PRODUCER),
                PRODUCER.walletKeyWith(Party.CONSUMER));

        assertThat(proof(households).convicts(U)).isFalse();
        assertThat(proof(households).answer()).isEmpty();
    }

    @Test
    void an_honest_penalty_is_no_fraud_with_its_ruling_nor_without() {
        RulingFile file = new RulingCase().file();
        VerifiedRuling ruling = RulingVerifier.verify(file, U).value().orElseThrow();
        Transaction penalty = penalty(ruling.hash(), ruling.onWallet());

        assertThat(proof(penalty, Optional.of(file)).convicts(U)).isFalse();
        assertThat(proof(penalty).convicts(U)).isFalse();
        assertThat(proof(penalty).answer()).contains(ruling.hash());
        FraudProof shown = proof(penalty, Optional.of(file));
        assertThat(FraudProof.decode(shown.encode()).value()).contains(shown);
    }

    @Test
    void another_split_than_the_ruling_shown_convicts() {
        RulingFile file = new RulingCase().file();
        Transaction theft = penalty(file.ruling().hash(), Allocation.of(0, 0, CONTRIBUTIONS.total().value));

        assertThat(proof(theft, Optional.of(file)).convicts(U)).isTrue();
    }

    /** Whoever holds a good ruling could put other evidence beside it, or sign it with another key. */
    @Test
    void a_good_ruling_that_was_tampered_with_convicts_nobody() {
        RulingCase ruled = new RulingCase();
        RulingFile file = ruled.file();
        VerifiedRuling ruling = RulingVerifier.verify(file, U).value().orElseThrow();
        Transaction penalty = penalty(ruling.hash(), ruling.onWallet());
        ruled.readings.clear();
        RulingFile other = new RulingFile(file.ruling(), ruled.evidence());
        RulingFile unsigned =
                new RulingFile(Signed.sign(file.ruling().content(), CONSUMER.balanceKey()), file.evidence());

        for (RulingFile shown : List.of(other, unsigned)) {
            assertThat(RulingVerifier.verify(shown, U).flaw()).isPresent();
            assertThat(proof(penalty, Optional.of(shown)).convicts(U)).isFalse();
        }
    }

    /** A ruling that is shown and not named answers nothing and proves nothing. */
    @Test
    void a_ruling_that_the_spend_does_not_name_does_not_convict() {
        RulingFile file = new RulingCase().file();
        Transaction other = penalty(Sha256Hash.of(new byte[] {1}), Allocation.of(0, 0, CONTRIBUTIONS.total().value));

        assertThat(proof(other, Optional.of(file)).convicts(U)).isFalse();
    }

    /** Consensus takes any element that is not zero for true: a miner that rewrites the choices hides nothing. */
    @Test
    void choices_that_no_node_relays_do_not_hide_the_spend() {
        Transaction honest = withConsumer();
        List<Bytes> witness = new ArrayList<>(honest.inputs().get(0).witness());
        witness.set(3, Bytes.ofHex("0200"));
        witness.set(4, Bytes.ofHex("80"));

        assertThat(proof(honest.withWitnesses(List.of(witness))).convicts(U)).isTrue();
    }

    /** Else anybody could mine a script of its own that merely holds the utility's keys. */
    @Test
    void another_script_with_the_same_keys_convicts_nobody() {
        Transaction honest = withConsumer();
        List<Bytes> witness = new ArrayList<>(honest.inputs().get(0).witness());
        Bytes script = witness.get(witness.size() - 1);
        for (Bytes forged : List.of(Bytes.ofHex("61").concat(script), script.slice(0, script.size() - 1))) {
            witness.set(witness.size() - 1, forged);
            assertThat(proof(honest.withWitnesses(List.of(witness))).convicts(U))
                    .isFalse();
        }
    }

    @Test
    void terms_of_another_utility_convict_nobody() {
        PublicKey other = CONSUMER.balanceKey().publicKey();

        assertThat(proof(withConsumer()).convicts(other)).isFalse();
        FraudProof unsigned = new FraudProof.SpendWithoutRuling(
                Signed.sign(TERMS, CONSUMER.balanceKey()), withConsumer().serialize(), Optional.empty());
        assertThat(unsigned.convicts(U)).isFalse();
    }

    @Test
    void what_is_no_transaction_convicts_nobody() {
        FraudProof nonsense = new FraudProof.SpendWithoutRuling(
                Signed.sign(TERMS, UTILITY_NODE), Bytes.ofHex("00"), Optional.empty());

        assertThat(nonsense.convicts(U)).isFalse();
        assertThat(nonsense.answer()).isEmpty();
    }

    @Test
    void a_file_of_it_reads_back_as_itself() {
        FraudFile file = new FraudFile(proof(withConsumer()));

        assertThat(FraudFile.isOne(file.encode())).isTrue();
        assertThat(FraudFile.isOne(new RulingCase().file().encode())).isFalse();
        assertThat(FraudFile.isOne(Bytes.EMPTY)).isFalse();
        assertThat(FraudFile.decode(file.encode()).value()).contains(file);
        assertThat(FraudFile.decode(file.encode().slice(1, file.encode().size()))
                        .value())
                .isEmpty();
    }
}
