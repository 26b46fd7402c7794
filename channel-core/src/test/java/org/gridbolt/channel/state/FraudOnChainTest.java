package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.penalty.ruling.FraudFile;
import org.gridbolt.penalty.ruling.FraudProof;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/** What the chain shows of the utility's fraud, and what the households make of it. */
class FraudOnChainTest {

    private static final UnitNumber UNIT = new UnitNumber(1);
    private static final PublicKey U = ScriptedUtility.NODE.publicKey();
    private static final Coin DUST = Coin.valueOf(330);

    private final Neighbourhood street = Neighbourhood.withTickets(2, 250);

    private ChannelSecrets consumer() {
        return street.consumer().secrets();
    }

    private FundedWallet wallet() {
        return street.producer().channel().context().wallet();
    }

    private void mineTransaction(Transaction transaction) {
        assertThat(street.view().submit(List.of(transaction))).isInstanceOf(SubmitResult.Accepted.class);
        street.mine(1);
    }

    private static FraudProof proofOf(HouseholdRig household) {
        List<Notice.Fraud> told = household.notices(Notice.Fraud.class);
        assertThat(told).hasSize(1);
        FraudProof proof = told.get(0).proof();
        assertThat(FraudFile.decode(told.get(0).file()).orElseThrow().proof()).isEqualTo(proof);
        assertThat(kept(household)).containsExactly(proof);
        return proof;
    }

    private static List<FraudProof> kept(HouseholdRig household) {
        return household.state().journal().since(0).stream()
                .map(JournalEntry::decode)
                .filter(JournalEntry.Proved.class::isInstance)
                .map(entry -> ((JournalEntry.Proved) entry).proof())
                .toList();
    }

    /** The consumer's version stands in the chain, and the utility's branch of its unit is open. */
    private Transaction claimForItself() {
        street.offer(1);
        CommitmentTx version = street.consumer().channel().ownVersion();
        street.consumer().handle(new Command.CloseAlone());
        street.mine(1);
        int window = version.wallet().scripts().csv().value();
        street.moveTo(Math.max(
                street.tip().value() + window,
                street.utility().ticket(UNIT).deadlines().claimableFrom().value()));
        Spend unit = version.spend(
                version.outputOf(street.utility().ticket(UNIT).pendingUnit()).orElseThrow(), Branch.REPLACED);
        return ClaimTx.paying(List.of(unit), payoutOfUtility(), FeeRate.RELAY, DUST)
                .orElseThrow()
                .signed(List.of(street.utility().secrets().unitKey()), Map.of());
    }

    private Bytes payoutOfUtility() {
        return wallet().scripts().payouts().of(Party.UTILITY);
    }

    @Test
    void a_claim_of_a_unit_that_is_revealed_later_convicts_the_utility() {
        Transaction claim = claimForItself();
        mineTransaction(claim);
        assertThat(street.consumer().notices(Notice.Fraud.class)).isEmpty();

        street.utility().toBoth(new UnitDelivered(UNIT, street.utility().preimage(UNIT)));
        street.deliver();

        for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
            FraudProof proof = proofOf(street.household(party));
            assertThat(proof.convicts(U)).isTrue();
            assertThat(proof).isInstanceOf(FraudProof.ClaimOfRevealedUnit.class);
        }
    }

    @Test
    void a_claim_of_a_unit_that_nobody_revealed_is_the_utilitys_right() {
        mineTransaction(claimForItself());
        street.mine(10);

        assertThat(street.consumer().notices(Notice.Fraud.class)).isEmpty();
        assertThat(street.producer().notices(Notice.Fraud.class)).isEmpty();
        assertThat(street.consumer().notices(Notice.UnitEnded.class))
                .extracting(Notice.UnitEnded::outcome)
                .containsExactly(UnitOutcome.REPLACED);
    }

    @Test
    void the_wallet_spent_without_any_ruling_convicts_the_utility() {
        Spend spend = new Spend(
                wallet().outpoint(), wallet().value(), wallet().scripts().wallet(), Branch.CONSUMER_AND_UTILITY);
        mineTransaction(ClaimTx.paying(List.of(spend), payoutOfUtility(), FeeRate.RELAY, DUST)
                .orElseThrow()
                .signed(
                        List.of(
                                consumer().walletKeyWith(Party.UTILITY),
                                street.utility().secrets().walletKeyWith(Party.CONSUMER)),
                        Map.of()));

        FraudProof proof = proofOf(street.producer());
        assertThat(proof.convicts(U)).isTrue();
        assertThat(proof.answer()).isEmpty();
        assertThat(proof.convicts(Examples.key("another utility").publicKey())).isFalse();
    }

    private Transaction penalty(Sha256Hash ruling, Allocation split) {
        PenaltyTx penalty = PenaltyTx.build(wallet(), Party.CONSUMER, split, ruling);
        return penalty.signed(
                penalty.sign(consumer().walletKeyWith(Party.UTILITY)),
                penalty.sign(street.utility().secrets().walletKeyWith(Party.CONSUMER)));
    }

    private void minePenalty(Sha256Hash ruling) {
        Coin all = Neighbourhood.CONSUMER_SHARE.add(Neighbourhood.PRODUCER_SHARE);
        Transaction penalty = penalty(ruling, new Allocation(Coin.ZERO, Coin.ZERO, all));
        assertThat(street.view()
                        .submit(List.of(penalty, street.consumer().purse().bump(penalty))))
                .isInstanceOf(SubmitResult.Accepted.class);
        street.mine(1);
    }

    @Test
    void a_spend_that_names_a_ruling_nobody_was_shown_asks_for_it() {
        Sha256Hash unseen = Sha256Hash.of(new byte[] {1});
        minePenalty(unseen);

        assertThat(street.producer().notices(Notice.Fraud.class)).isEmpty();
        FraudProof proof =
                street.producer().notices(Notice.Unexplained.class).get(0).proof();
        assertThat(kept(street.producer())).containsExactly(proof);
        assertThat(proof.convicts(U)).isFalse();
        assertThat(proof.answer()).contains(unseen);
    }

    /** Consumer and utility carry out a ruling that its evidence does not bear out: the file holds the ruling too. */
    @Test
    void a_ruling_that_proves_nothing_convicts_with_the_spend_that_names_it() {
        street.offer(1);
        RulingFile bad = street.utility()
                .rule(List.of(UNIT), List.of(UnitVerdict.defaulted(UNIT, new WattHours(250))), new WattHours(250));
        minePenalty(bad.ruling().hash());
        assertThat(street.producer().notices(Notice.Fraud.class)).isEmpty();

        street.utility().toBoth(new RulingIssued(bad));
        street.deliver();

        List<FraudProof> proofs = kept(street.producer());
        assertThat(proofs).hasSize(2);
        assertThat(proofs.get(1).convicts(U)).isTrue();
    }

    @Test
    void a_good_ruling_with_another_split_convicts_with_the_spend_that_names_it() {
        street.offer(1);
        RulingFile good = street.utility()
                .rule(List.of(UNIT), List.of(UnitVerdict.defaulted(UNIT, new WattHours(250))), WattHours.ZERO);
        minePenalty(good.ruling().hash());
        street.utility().toBoth(new RulingIssued(good));
        street.deliver();

        assertThat(kept(street.producer())
                        .get(kept(street.producer()).size() - 1)
                        .convicts(U))
                .isTrue();
    }

    /** Whoever holds a good ruling could swap its evidence, and would show nothing by it. */
    @Test
    void evidence_that_is_not_the_rulings_own_convicts_nobody() {
        street.offer(1);
        RulingFile good = street.utility()
                .rule(List.of(UNIT), List.of(UnitVerdict.defaulted(UNIT, new WattHours(250))), WattHours.ZERO);
        RulingFile other = street.utility()
                .rule(List.of(UNIT), List.of(UnitVerdict.defaulted(UNIT, new WattHours(250))), new WattHours(250));
        RulingFile forged = new RulingFile(good.ruling(), other.evidence());
        Transaction penalty = penalty(
                good.ruling().hash(),
                new Allocation(Neighbourhood.CONSUMER_SHARE, Neighbourhood.PRODUCER_SHARE, Coin.ZERO));

        assertThat(new FraudProof.SpendWithoutRuling(street.utility().terms(), penalty.serialize(), Optional.of(forged))
                        .convicts(U))
                .isFalse();
    }

    /** Who mines may fill a block with a claim: the proof must be kept and told, and kept once, whatever its size. */
    @Test
    void a_claim_that_fills_a_block_is_kept_as_a_proof() {
        Transaction small = claimForItself();
        TxInput filler = new TxInput(
                new Outpoint(Sha256Hash.of(new byte[] {7}), 0), Bytes.of(new byte[3_900_000]), 0, List.of());
        Transaction large = new Transaction(
                small.version(), List.of(small.inputs().get(0), filler), small.outputs(), small.lockTime());
        Outpoint unit = small.inputs().get(0).outpoint();
        revealToConsumer();

        street.consumer().handle(new ChainNews.Spent(unit, large, street.tip()));
        street.consumer().handle(new ChainNews.Spent(unit, large, street.tip()));

        assertThat(proofOf(street.consumer()).convicts(U)).isTrue();
    }

    /** The utility alone can sign rulings, and signs as many as it likes. */
    @Test
    void a_utility_that_rules_without_end_fills_nobodys_store() {
        street.offer(1);
        for (int i = 0; i < 200; i++) {
            RulingFile file = street.utility()
                    .rule(List.of(UNIT), List.of(UnitVerdict.defaulted(UNIT, new WattHours(250))), new WattHours(250));
            street.consumer().handle(new MessageReceived(Party.UTILITY, new RulingIssued(file)));
        }

        assertThat(street.consumer().state()).isInstanceOf(Active.class);
        assertThat(street.consumer().channel().journal().size()).isLessThan(150);
    }

    /** On either version: the path of consumer and utility over the producer's balance. */
    @Test
    void the_producers_confirmed_balance_taken_without_a_ruling_convicts_the_utility() {
        for (Party publisher : List.of(Party.CONSUMER, Party.PRODUCER)) {
            Neighbourhood other = Neighbourhood.withChannel();
            CommitmentTx version = other.household(publisher).channel().ownVersion();
            other.household(publisher).handle(new Command.CloseAlone());
            other.mine(1);
            Spend balance = version.spend(version.balanceOf(Party.PRODUCER).orElseThrow(), Branch.ARBITRATION);
            Transaction theft = ClaimTx.paying(List.of(balance), payoutOfUtility(), FeeRate.RELAY, DUST)
                    .orElseThrow()
                    .signed(
                            List.of(
                                    consumer().arbitrationKey(),
                                    other.utility().secrets().arbitrationKey()),
                            Map.of());
            assertThat(other.view().submit(List.of(theft)).isThere()).isTrue();
            other.mine(1);

            FraudProof proof = proofOf(other.producer());
            assertThat(proof).isInstanceOf(FraudProof.SpendWithoutRuling.class);
            assertThat(proof.convicts(U)).isTrue();
        }
    }

    private void revealToConsumer() {
        UnitDelivered reveal = new UnitDelivered(UNIT, street.utility().preimage(UNIT));
        street.post().send(Party.UTILITY, Party.CONSUMER, reveal);
        street.deliver();
    }

    /** A proof is told once, whatever the chain does and however often the household restarts. */
    @Test
    void a_proof_is_kept_and_told_once() {
        Transaction claim = claimForItself();
        revealToConsumer();
        mineTransaction(claim);
        street.consumer().restart();
        revealToConsumer();
        street.mine(3);

        assertThat(proofOf(street.consumer()).convicts(U)).isTrue();
    }
}
