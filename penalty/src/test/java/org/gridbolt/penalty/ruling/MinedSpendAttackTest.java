package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_NODE;
import static org.gridbolt.penalty.ChannelFixture.CONTRIBUTIONS;
import static org.gridbolt.penalty.ChannelFixture.KEYS;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.UTILITY;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.preimage;
import static org.gridbolt.penalty.ChannelFixture.tip;
import static org.gridbolt.penalty.ruling.RulingCase.BOOK;
import static org.gridbolt.penalty.ruling.RulingCase.DELIVERED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.Fragment;
import org.gridbolt.multisig.script.UnitScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.junit.jupiter.api.Test;

/** What a miner, the utility among them, can make of a mined transaction to frame an honest party or to hide a claim. */
class MinedSpendAttackTest {

    private static final PublicKey U = UTILITY_NODE.publicKey();

    /** Nodes relay 1 and nothing, consensus takes any true and false, and no signature covers them. */
    @Test
    void a_miner_that_rewrites_the_choices_of_a_penalty_does_not_make_it_rogue() {
        VerifiedRuling ruling = verified(new RulingCase());
        Transaction honest = penalty(ruling);
        List<Bytes> witness = new ArrayList<>(honest.inputs().get(0).witness());
        witness.set(3, Bytes.ofHex("0200"));
        witness.set(4, Bytes.ofHex("80"));

        assertThat(ruling.checkPenalty(honest.withWitnesses(List.of(witness)))).isEmpty();

        Collections.swap(witness, 3, 4);
        assertThat(ruling.checkPenalty(honest.withWitnesses(List.of(witness)))).contains(new PenaltyFlaw.OtherPath());
    }

    @Test
    void a_penalty_whose_utility_gets_less_than_an_output_holds_is_not_rogue() {
        RulingCase ruled = new RulingCase();
        ruled.acceptances.clear();
        ruled.readings.clear();
        ruled.preimages.clear();
        ruled.verdicts.clear();
        Allocation balances = Allocation.of(219_671, 80_000, 329);
        ruled.consumer =
                RulingCase.side(ChannelFixture.receipt(Party.CONSUMER, balances, PendingUnits.NONE), PendingUnits.NONE);
        ruled.producer =
                RulingCase.side(ChannelFixture.receipt(Party.PRODUCER, balances, PendingUnits.NONE), PendingUnits.NONE);
        PeerAbsence missing = new PeerAbsence(CHANNEL, Party.CONSUMER, new BlockHeight(1013), new BlockHeight(1019));
        Evidence evidence = ruled.evidence().without(Signed.sign(missing, CONSUMER_NODE));
        RulingFile file =
                RulingFile.issue(evidence, WALLET, 0, List.of(), ChannelFixture.bytes("salt", 32), UTILITY_NODE);
        VerifiedRuling ruling = RulingVerifier.verify(file, U).orElseThrow();

        assertThat(ruling.checkPenalty(penalty(ruling))).isEmpty();
    }

    private static VerifiedRuling verified(RulingCase ruled) {
        return RulingVerifier.verify(ruled.file(), U).value().orElseThrow();
    }

    private static Transaction penalty(VerifiedRuling ruling) {
        FundedWallet wallet = new FundedWallet(TERMS.scripts(KEYS), WALLET, CONTRIBUTIONS.total());
        PenaltyTx penalty = PenaltyTx.build(wallet, Party.CONSUMER, ruling.onWallet(), ruling.hash());
        return penalty.signed(
                penalty.sign(CONSUMER.walletKeyWith(Party.UTILITY)),
                penalty.sign(UTILITY.walletKeyWith(Party.CONSUMER)));
    }

    /** The utility mines: a fee that takes all is a payment to itself. */
    @Test
    void the_utility_burning_a_revealed_unit_as_its_own_fee_is_convicted() {
        Bytes producer = TERMS.identity().payoutScript(Party.PRODUCER);
        TxOutput anchor = new TxOutput(Coin.ZERO, AnchorScript.ANCHOR.scriptPubKey());

        assertThat(convicted(List.of(anchor))).isTrue();
        assertThat(convicted(List.of(new TxOutput(Coin.valueOf(329), producer))))
                .isTrue();
        assertThat(convicted(List.of(new TxOutput(Coin.valueOf(330), producer))))
                .isFalse();
    }

    /** Who mines need not ask what others relay: the proof must hold whatever a block can. */
    @Test
    void a_claim_that_no_node_relays_still_fits_a_proof() {
        Transaction claim = claim();
        TxInput large = new TxInput(new Outpoint(hash("large"), 0), Bytes.of(new byte[900_000]), 0, List.of());
        List<TxInput> inputs = new ArrayList<>(claim.inputs());
        inputs.add(large);
        FraudProof proof = proof(new Transaction(claim.version(), inputs, claim.outputs(), claim.lockTime()));

        assertThat(proof.convicts(U)).isTrue();
        assertThat(FraudProof.decode(proof.encode()).value()).contains(proof);
    }

    /** A utility picks its keys and hashes, so a piece of a script might look like the placeholder for an unknown key. */
    @Test
    void a_known_key_that_looks_like_the_placeholder_hides_no_script() {
        PublicKey placeholder = ChannelFixture.key("a placeholder").publicKey();
        PublicKey unknown = ChannelFixture.key("unknown").publicKey();
        ScriptForm form = new ScriptForm(
                1, placeholder, keys -> new Fragment.AndV(new Fragment.Pk(keys.get(0)), new Fragment.Pk(placeholder)));
        Bytes script = new Fragment.AndV(new Fragment.Pk(unknown), new Fragment.Pk(placeholder)).script();

        assertThat(form.keysOf(script)).isEqualTo(Optional.of(List.of(unknown)));
    }

    private static boolean convicted(List<TxOutput> outputs) {
        Transaction claim = claim();
        return proof(new Transaction(claim.version(), claim.inputs(), outputs, claim.lockTime()))
                .convicts(U);
    }

    private static FraudProof proof(Transaction claim) {
        return new FraudProof.ClaimOfRevealedUnit(
                Signed.sign(TERMS, UTILITY_NODE),
                Signed.sign(BOOK, UTILITY_NODE),
                DELIVERED.unit(),
                preimage(DELIVERED),
                claim.serialize());
    }

    private static Transaction claim() {
        UnitScript script = new UnitScript(
                Party.CONSUMER,
                tip(Party.CONSUMER, 7).point(),
                KEYS,
                TERMS.windows().csv(),
                DELIVERED.hash(),
                DELIVERED.deadlines().claimableFrom());
        Spend spend = new Spend(new Outpoint(WALLET.txid(), 3), DELIVERED.amount(), script, Branch.REPLACED);
        Bytes payout = TERMS.identity().payoutScript(Party.UTILITY);
        return ClaimTx.paying(List.of(spend), payout, FeeRate.RELAY, Coin.valueOf(330))
                .orElseThrow()
                .signed(List.of(UTILITY.unitKey()), Map.of());
    }
}
