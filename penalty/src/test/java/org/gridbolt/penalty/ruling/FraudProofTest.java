package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_NODE;
import static org.gridbolt.penalty.ChannelFixture.KEYS;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_NODE;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.UTILITY;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.key;
import static org.gridbolt.penalty.ChannelFixture.payoutScript;
import static org.gridbolt.penalty.ChannelFixture.preimage;
import static org.gridbolt.penalty.ChannelFixture.tip;
import static org.gridbolt.penalty.ruling.RulingCase.BOOK;
import static org.gridbolt.penalty.ruling.RulingCase.DEFAULTED;
import static org.gridbolt.penalty.ruling.RulingCase.DELIVERED;

import java.util.List;
import java.util.Map;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.UnitScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.Windows;
import org.junit.jupiter.api.Test;

class FraudProofTest {

    private static final PublicKey U = UTILITY_NODE.publicKey();
    private static final Signed<TicketBook> SIGNED_BOOK = Signed.sign(BOOK, UTILITY_NODE);
    private static final Signed<Ruling> RULING = new RulingCase().file().ruling();

    @Test
    void a_default_with_the_units_preimage_convicts() {
        FraudProof proof = defaultOf(SIGNED_BOOK, preimage(DEFAULTED));

        assertThat(proof.convicts(U)).isTrue();
        assertThat(FraudProof.decode(proof.encode()).value()).contains(proof);
    }

    private static Signed<StateReceipt> receipt(ChannelRef channel, Party side, long number, long coins) {
        StateReceipt content = new StateReceipt(
                channel,
                side,
                tip(side, number),
                tip(side.peer(), 1),
                Allocation.of(coins, 1, 1),
                PendingUnits.NONE.root(),
                hash("previous"));
        return Signed.sign(content, side == Party.CONSUMER ? CONSUMER_NODE : PRODUCER_NODE);
    }

    @Test
    void two_receipts_of_one_version_convict_the_household_that_signed_them() {
        for (Party side : List.of(Party.CONSUMER, Party.PRODUCER)) {
            FraudProof proof =
                    new FraudProof.ContradictoryReceipts(receipt(CHANNEL, side, 7, 10), receipt(CHANNEL, side, 7, 11));

            assertThat(proof.convicts(CONSUMER_NODE.publicKey())).isEqualTo(side == Party.CONSUMER);
            assertThat(proof.convicts(PRODUCER_NODE.publicKey())).isEqualTo(side == Party.PRODUCER);
            assertThat(proof.convicts(U)).isFalse();
            assertThat(proof.accused()).isEqualTo(side);
            assertThat(proof.message()).contains(side.toString());
            assertThat(FraudProof.decode(proof.encode()).value()).contains(proof);
        }
    }

    @Test
    void receipts_that_may_both_be_true_convict_nobody() {
        ChannelRef elsewhere = ChannelRef.of(TERMS, new Outpoint(hash("another funding"), 0));
        Signed<StateReceipt> receipt = receipt(CHANNEL, Party.PRODUCER, 7, 10);
        Signed<StateReceipt> forged =
                Signed.sign(receipt(CHANNEL, Party.PRODUCER, 7, 11).content(), CONSUMER_NODE);

        for (Signed<StateReceipt> other : List.of(
                receipt,
                receipt(CHANNEL, Party.PRODUCER, 8, 11),
                receipt(CHANNEL, Party.CONSUMER, 7, 11),
                receipt(elsewhere, Party.PRODUCER, 7, 11),
                forged)) {
            assertThat(new FraudProof.ContradictoryReceipts(receipt, other).convicts(PRODUCER_NODE.publicKey()))
                    .isFalse();
        }
    }

    @Test
    void a_default_with_another_preimage_convicts_nobody() {
        assertThat(defaultOf(SIGNED_BOOK, preimage(DELIVERED)).convicts(U)).isFalse();
    }

    @Test
    void a_preimage_of_a_unit_that_was_found_delivered_convicts_nobody() {
        FraudProof proof =
                new FraudProof.DefaultOfRevealedUnit(RULING, SIGNED_BOOK, DELIVERED.unit(), preimage(DELIVERED));

        assertThat(proof.convicts(U)).isFalse();
    }

    @Test
    void a_book_that_the_utility_did_not_sign_convicts_nobody() {
        assertThat(defaultOf(Signed.sign(BOOK, key("a stranger")), preimage(DEFAULTED))
                        .convicts(U))
                .isFalse();
    }

    @Test
    void a_book_of_another_channel_convicts_nobody() {
        ChannelRef other = new ChannelRef(CHANNEL.chain(), new ChannelId(hash("another")), CHANNEL.termsHash());
        TicketBook book = new TicketBook(other, 0, BOOK.previous(), BOOK.carry(), BOOK.tickets());

        assertThat(defaultOf(Signed.sign(book, UTILITY_NODE), preimage(DEFAULTED))
                        .convicts(U))
                .isFalse();
    }

    private static FraudProof defaultOf(Signed<TicketBook> book, Bytes preimage) {
        return new FraudProof.DefaultOfRevealedUnit(RULING, book, DEFAULTED.unit(), preimage);
    }

    @Test
    void a_preimage_has_32_bytes() {
        assertThatThrownBy(() -> defaultOf(SIGNED_BOOK, Bytes.EMPTY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> claimed(Bytes.EMPTY, Bytes.EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_rulings_that_agree_convict_nobody() {
        FraudProof proof = new FraudProof.ContradictoryRulings(RULING, RULING);

        assertThat(proof.convicts(U)).isFalse();
        assertThat(proof.message()).contains(CHANNEL.channel().toString());
        assertThat(FraudProof.decode(proof.encode()).value()).contains(proof);
    }

    @Test
    void the_utility_taking_a_revealed_unit_for_itself_is_convicted() {
        for (Party owner : List.of(Party.CONSUMER, Party.PRODUCER)) {
            Bytes claim = claim(owner, TERMS.identity().payoutScript(Party.UTILITY), Branch.REPLACED);
            FraudProof proof = claimed(preimage(DELIVERED), claim);

            assertThat(proof.convicts(U)).isTrue();
            assertThat(FraudProof.decode(proof.encode()).value()).contains(proof);
            assertThat(proof.message()).contains("unit 2");
        }
    }

    @Test
    void the_utility_taking_a_revealed_unit_for_the_producer_is_honest() {
        Bytes claim = claim(Party.CONSUMER, TERMS.identity().payoutScript(Party.PRODUCER), Branch.REPLACED);

        assertThat(claimed(preimage(DELIVERED), claim).convicts(U)).isFalse();
    }

    @Test
    void somebody_elses_claim_does_not_convict_the_utility() {
        for (Branch branch : List.of(Branch.DELIVERED, Branch.REFUNDED, Branch.JUSTICE)) {
            Bytes claim = claim(Party.CONSUMER, payoutScript("whoever"), branch);

            assertThat(claimed(preimage(DELIVERED), claim).convicts(U)).isFalse();
        }
    }

    /** Consensus takes any element that is not zero for true, and nodes that mine need not ask what others relay. */
    @Test
    void choices_that_no_node_relays_do_not_hide_the_utilitys_claim() {
        Transaction honest = taken(Party.CONSUMER);
        List<Bytes> witness = honest.inputs().get(0).witness();
        List<Bytes> odd =
                List.of(witness.get(0), Bytes.ofHex("0200"), Bytes.ofHex("80"), Bytes.ofHex("0000"), witness.get(4));

        assertThat(claimed(
                                preimage(DELIVERED),
                                honest.withWitnesses(List.of(odd)).serialize())
                        .convicts(U))
                .isTrue();
    }

    /** Else anybody could mine a script of its own with the utility's key in it and frame the utility. */
    @Test
    void a_script_that_only_contains_the_utilitys_key_and_the_hash_convicts_nobody() {
        Transaction honest = taken(Party.CONSUMER);
        List<Bytes> witness = honest.inputs().get(0).witness();
        Bytes padded = Bytes.ofHex("61").concat(witness.get(4));
        Bytes cut = witness.get(4).slice(0, 60);

        for (Bytes script : List.of(padded, cut)) {
            List<Bytes> forged = List.of(witness.get(0), witness.get(1), witness.get(2), witness.get(3), script);

            assertThat(claimed(
                                    preimage(DELIVERED),
                                    honest.withWitnesses(List.of(forged)).serialize())
                            .convicts(U))
                    .isFalse();
        }
    }

    private static Transaction taken(Party owner) {
        return Transaction.parse(claim(owner, TERMS.identity().payoutScript(Party.UTILITY), Branch.REPLACED))
                .orElseThrow();
    }

    @Test
    void a_claim_of_a_unit_that_was_never_revealed_convicts_nobody() {
        Bytes claim = claim(Party.CONSUMER, payoutScript("U's savings"), Branch.REPLACED);

        assertThat(claimed(preimage(DEFAULTED), claim).convicts(U)).isFalse();
    }

    @Test
    void unsound_terms_convict_nobody() {
        Terms unsound = new Terms(
                TERMS.identity(),
                TERMS.contributions(),
                Windows.of(0, 12, 3, 6, 3, 6, 6),
                TERMS.depths(),
                TERMS.schedule(),
                TERMS.limits(),
                TERMS.clauses());
        FraudProof proof = new FraudProof.ClaimOfRevealedUnit(
                Signed.sign(unsound, UTILITY_NODE),
                SIGNED_BOOK,
                DELIVERED.unit(),
                preimage(DELIVERED),
                taken(Party.CONSUMER).serialize());

        assertThat(proof.convicts(U)).isFalse();
    }

    @Test
    void what_is_no_transaction_convicts_nobody() {
        assertThat(claimed(preimage(DELIVERED), Bytes.ofHex("00")).convicts(U)).isFalse();
    }

    private static FraudProof claimed(Bytes preimage, Bytes claim) {
        return new FraudProof.ClaimOfRevealedUnit(
                Signed.sign(TERMS, UTILITY_NODE), SIGNED_BOOK, DELIVERED.unit(), preimage, claim);
    }

    private static Bytes claim(Party owner, Bytes payout, Branch branch) {
        UnitScript script = new UnitScript(
                owner,
                tip(owner, 7).point(),
                KEYS,
                TERMS.windows().csv(),
                DELIVERED.hash(),
                DELIVERED.deadlines().claimableFrom());
        Spend spend = new Spend(new Outpoint(WALLET.txid(), 3), DELIVERED.amount(), script, branch);
        ClaimTx claim = ClaimTx.paying(List.of(spend), payout, FeeRate.RELAY, Coin.valueOf(330))
                .orElseThrow();
        return signed(claim, owner, branch).serialize();
    }

    private static Transaction signed(ClaimTx claim, Party owner, Branch branch) {
        return claim.signed(
                switch (branch) {
                    case DELIVERED -> List.of(PRODUCER.unitKey());
                    case REFUNDED -> List.of(CONSUMER.unitKey());
                    case REPLACED -> List.of(UTILITY.unitKey());
                    default ->
                        List.of(
                                UTILITY.justiceKey(),
                                CONSUMER.shaChain().secretAt(tip(owner, 7).number()));
                },
                Map.of(DELIVERED.hash(), preimage(DELIVERED)));
    }

    /** What it revealed it saw delivered: calling it nobody's fault takes the producer's coins as well. */
    @Test
    void a_cancellation_with_the_units_preimage_convicts_too() {
        FraudProof proof = new FraudProof.DefaultOfRevealedUnit(
                RULING, SIGNED_BOOK, RulingCase.CANCELLED.unit(), preimage(RulingCase.CANCELLED));

        assertThat(proof.convicts(U)).isTrue();
        assertThat(proof.message()).contains("cancellation");
    }
}
