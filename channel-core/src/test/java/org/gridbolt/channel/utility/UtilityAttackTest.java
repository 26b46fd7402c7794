package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CloseTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.justice.Finding;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.Evidence;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingFlaw;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.junit.jupiter.api.Test;

/** The utility's machine as a thief would go about it: to be made to lie, to sign twice, to take what is another's, to see nothing. */
class UtilityAttackTest {

    private static final long PRICE = 5_000_000_000_000L;

    private final UtilityBench bench = UtilityBench.trading();

    @CanIgnoreReturnValue
    private Ticket accepted() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        return unit;
    }

    private CommitmentTx newest(Party owner) {
        Households.Version newest = bench.households.version(owner);
        var tip = bench.households.tip(owner, newest.number());
        return CommitmentTx.build(
                bench.channel().context().wallet(),
                new CommitmentVersion(owner, tip.number(), tip.point()),
                newest.balances(),
                newest.units().stream().map(Ticket::pendingUnit).toList());
    }

    private Transaction signed(CommitmentTx version) {
        return version.signed(
                version.sign(bench.households.secrets(CONSUMER).walletKeyWith(PRODUCER)),
                version.sign(bench.households.secrets(PRODUCER).walletKeyWith(CONSUMER)));
    }

    private RulingFile ruling() {
        List<RulingIssued> issued = bench.sent(CONSUMER, RulingIssued.class);
        return issued.get(issued.size() - 1).file();
    }

    private PenaltySigned penaltySigned() {
        PenaltyTx penalty = RulingMaker.penalty(bench.channel(), ruling());
        return new PenaltySigned(
                penalty.ruling(),
                penalty.txid(),
                penalty.sign(bench.households.secrets(CONSUMER).walletKeyWith(UTILITY)));
    }

    private ForfeitSigned forfeitSigned(CommitmentTx version) {
        ClaimTx claim = ClaimTx.ruled(
                List.of(version.spend(version.balanceOf(PRODUCER).orElseThrow(), Branch.ARBITRATION)),
                bench.channel().context().wallet().scripts(),
                RulingMaker.verified(bench.channel(), ruling())
                        .orElseThrow()
                        .onConfirmed(
                                version.balances(),
                                version.units(),
                                ruling().evidence().ticketsByHash())
                        .ofProducerBalance(Coin.valueOf(330)),
                ruling().ruling().hash());
        return new ForfeitSigned(
                ruling().ruling().hash(),
                claim.txid(),
                version.version().point(),
                claim.sign(0, bench.households.secrets(CONSUMER).arbitrationKey()));
    }

    private void ruledDefault(Ticket unit) {
        bench.measure(unit, 0);
        bench.tick(unit.deadlines().deliverBy().value() + 4);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isNotEmpty();
    }

    // To be made to lie.

    @Test
    void no_ruling_comes_of_a_receipt_in_which_the_consumer_helps_itself() {
        Ticket unit = accepted();
        bench.households.update(CONSUMER, List.of(), List.of(), List.of(unit));
        bench.step(Households.says(CONSUMER, bench.households.receipt(CONSUMER)));
        bench.measure(unit, 250);
        bench.tick(400);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();
    }

    /** The consumer never agreed: its newest version still holds the unit. */
    @Test
    void a_producer_that_signs_its_failed_unit_back_to_the_consumer_is_ruled_on() {
        Ticket unit = accepted();
        bench.households.update(PRODUCER, List.of(), List.of(), List.of(unit));
        bench.step(Households.says(PRODUCER, bench.households.receipt(PRODUCER)));

        ruledDefault(unit);

        assertThat(ruling().ruling().content().units(Verdict.DEFAULT)).containsExactly(unit.unit());
    }

    /** Nothing that was revealed pays it: the utility takes such a receipt for what it is, and rules on the one before. */
    @Test
    void a_producer_that_signs_itself_the_coins_of_its_failed_unit_is_ruled_on() {
        Ticket unit = accepted();
        bench.households.update(PRODUCER, List.of(), List.of(unit), List.of());
        assertThat(UtilityBench.refusals(bench.step(Households.says(PRODUCER, bench.households.receipt(PRODUCER)))))
                .hasOnlyElementsOfType(ReportFlaw.Unexplained.class);

        ruledDefault(unit);

        assertThat(ruling().ruling().content().units(Verdict.DEFAULT)).containsExactly(unit.unit());
    }

    @Test
    void a_producer_that_reports_a_state_of_nothing_does_not_escape_its_default() {
        Ticket unit = accepted();
        bench.households.restate(PRODUCER, Allocation.of(1, 2, 3));
        bench.step(Households.says(PRODUCER, bench.households.receipt(PRODUCER)));

        ruledDefault(unit);
    }

    @Test
    void a_ruling_of_non_cooperation_needs_the_word_of_the_household_that_is_left() {
        accepted();
        bench.tick(200);
        Evidence evidence = RulingMaker.evidence(bench.channel()).orElseThrow();
        List<UnitVerdict> cancelled = List.of(
                UnitVerdict.cancelled(bench.channel().files().list().get(0).number()));
        PeerAbsence word =
                new PeerAbsence(bench.households.ref(), CONSUMER, new BlockHeight(150), new BlockHeight(160));

        assertThat(flawOf(evidence, cancelled)).contains(new RulingFlaw.NoGround());
        assertThat(flawOf(evidence.without(Signed.sign(word, bench.profile.nodeKey())), cancelled))
                .containsInstanceOf(RulingFlaw.NotSigned.class);
        assertThat(flawOf(
                        evidence.without(Signed.sign(
                                new PeerAbsence(
                                        bench.households.ref(), CONSUMER, new BlockHeight(155), new BlockHeight(160)),
                                Households.node(CONSUMER))),
                        cancelled))
                .contains(new RulingFlaw.NoticeTooShort(PRODUCER));
        assertThat(flawOf(evidence.without(Signed.sign(word, Households.node(CONSUMER))), cancelled))
                .isEmpty();
    }

    @Test
    void nobody_is_punished_in_a_division_without_a_household() {
        Ticket unit = accepted();
        bench.measure(unit, 0);
        bench.tick(200);
        Evidence evidence = ruling().evidence();
        PeerAbsence word =
                new PeerAbsence(bench.households.ref(), CONSUMER, new BlockHeight(150), new BlockHeight(160));

        assertThat(flawOf(
                        evidence.without(Signed.sign(word, Households.node(CONSUMER))),
                        ruling().ruling().content().verdicts()))
                .contains(new RulingFlaw.DefaultInAbsence(PRODUCER));
    }

    private Optional<RulingFlaw> flawOf(Evidence evidence, List<UnitVerdict> verdicts) {
        RulingFile file = RulingFile.issue(
                evidence, Households.WALLET, 7, verdicts, Households.filled(1), bench.profile.nodeKey());
        return RulingVerifier.verify(file, bench.profile.nodeKey().publicKey()).flaw();
    }

    // To sign twice.

    @Test
    void who_has_signed_for_a_versions_balance_rules_nothing_else_when_the_version_is_undone() {
        Ticket unit = accepted();
        CommitmentTx version = newest(PRODUCER);
        bench.spent(signed(version));
        ruledDefault(unit);
        bench.step(Households.says(CONSUMER, forfeitSigned(version)));
        RulingFile carriedOut = ruling();
        var ack = bench.channel().sides().ack();

        bench.step(new Unspent(Households.WALLET));
        bench.steps(bench.households.round(List.of(), List.of(), List.of(unit)));
        bench.tick(400);

        assertThat(bench.state()).isInstanceOf(Judged.class);
        assertThat(ruling()).isEqualTo(carriedOut);
        assertThat(bench.channel().sides().ack()).isEqualTo(ack);
        // The same ruling may still be carried out on the wallet: the other spend is undone.
        bench.step(Households.says(CONSUMER, penaltySigned()));
        assertThat(bench.channel().bench().signed().spends()).hasSize(2);
    }

    @Test
    void one_output_is_signed_for_once_whatever_the_chain_does() {
        Ticket unit = accepted();
        CommitmentTx version = newest(PRODUCER);
        Transaction published = signed(version);
        bench.spent(published);
        ruledDefault(unit);
        ForfeitSigned asked = forfeitSigned(version);
        bench.step(Households.says(CONSUMER, asked));
        Transaction first = bench.published(Purpose.PENALTY).get(0);

        bench.step(new Unspent(Households.WALLET));
        bench.spent(published);
        bench.step(Households.says(CONSUMER, asked));
        bench.restart();

        assertThat(bench.published(Purpose.PENALTY)).containsOnly(first);
        assertThat(bench.channel().bench().signed().spends()).hasSize(1);
    }

    // To take what is another's.

    @Test
    void a_revealed_unit_goes_to_the_producers_script_and_nowhere_else() {
        List<Ticket> units = bench.issue(2, PRICE, 5_000, 250);
        bench.accept(units);
        bench.deliver(units.get(0));
        bench.measure(units.get(1), 0);
        CommitmentTx version = newest(CONSUMER);
        bench.spent(signed(version));
        bench.tick(units.get(0).deadlines().deliverBy().value() + 4);
        int csv = bench.channel().context().terms().windows().csv().value();
        bench.tick(bench.tip().value() + 2 * csv);

        for (Transaction claim : bench.published(Purpose.CLAIM)) {
            assertThat(claim.outputs()).extracting(TxOutput::script).containsOnly(Households.payout(PRODUCER));
        }
        assertThat(bench.published(Purpose.CLAIM)).isNotEmpty();
        Transaction replaced = bench.published(Purpose.PENALTY).get(0);
        assertThat(replaced.inputs()).hasSize(1);
        assertThat(replaced.inputs().get(0).outpoint().index())
                .isEqualTo(version.outputOf(units.get(1).pendingUnit())
                        .orElseThrow()
                        .index());
        Judge.accepts(replaced, outputs(signed(version)));
    }

    @Test
    void two_households_that_close_without_the_utilitys_share_are_proved_liars_by_their_receipts() {
        Allocation honest = Allocation.of(190_000, 80_000, 10_000);
        bench.households.restate(CONSUMER, honest);
        bench.households.restate(PRODUCER, honest);
        for (Party side : List.of(CONSUMER, PRODUCER)) {
            bench.step(Households.says(side, bench.households.receipt(side)));
        }
        CloseTx cheat = CloseTx.build(
                        bench.channel().context().wallet(),
                        Allocation.of(200_000, 80_000, 0),
                        CONSUMER,
                        Coin.valueOf(500),
                        bench.tip())
                .orElseThrow();

        bench.spent(cheat.signed(
                cheat.sign(bench.households.secrets(CONSUMER).walletKeyWith(PRODUCER)),
                cheat.sign(bench.households.secrets(PRODUCER).walletKeyWith(CONSUMER))));

        assertThat(bench.reported(Notice.ShareWithheld.class))
                .containsExactly(new Notice.ShareWithheld(Coin.valueOf(10_000), Coin.ZERO));
        Coin most = bench.channel().context().terms().limits().utilityCoinsMax();
        assertThat(Coin.valueOf(10_000).isGreaterThan(most)).isFalse();
        assertThat(bench.channel()
                        .tower()
                        .withheld()
                        .orElseThrow()
                        .isProved(bench.channel().context().duty()))
                .isTrue();
    }

    @Test
    void a_spend_with_the_utilitys_key_that_it_never_signed_is_told() {
        Ticket unit = accepted();
        ruledDefault(unit);
        PenaltyTx penalty = RulingMaker.penalty(bench.channel(), ruling());
        Transaction byThief = penalty.signed(
                penalty.sign(bench.households.secrets(CONSUMER).walletKeyWith(UTILITY)),
                penalty.sign(bench.secrets().walletKeyWith(CONSUMER)));

        bench.spent(byThief);

        assertThat(bench.reported(Notice.NotSignedHere.class))
                .containsExactly(new Notice.NotSignedHere(byThief.txid()));
    }

    // To see nothing.

    @Test
    void a_reorganisation_that_mines_another_version_instead_moves_every_claim_to_it() {
        Ticket unit = accepted();
        CommitmentTx revoked = newest(CONSUMER);
        bench.deliver(unit);
        bench.steps(bench.households.round(List.of(), List.of(unit), List.of()));
        bench.steps(bench.households.round(List.of(), List.of(), List.of()));
        CommitmentTx standing = newest(CONSUMER);
        bench.spent(signed(standing));
        bench.tick(bench.tip().value() + 5);
        assertThat(bench.published(Purpose.JUSTICE)).isEmpty();

        bench.step(new Unspent(Households.WALLET));
        bench.spent(signed(revoked));
        bench.tick(bench.tip().value() + 2);

        Transaction justice = bench.published(Purpose.JUSTICE).get(0);
        assertThat(justice.inputs()).hasSize(2);
        Judge.accepts(justice, outputs(signed(revoked)));

        bench.step(new Unspent(Households.WALLET));
        bench.spent(signed(standing));
        int before = bench.published(Purpose.JUSTICE).size();
        bench.tick(bench.tip().value() + 50);
        assertThat(bench.published(Purpose.JUSTICE)).hasSize(before);
        assertThat(bench.channel().tower().finding()).containsInstanceOf(Finding.Standing.class);
    }

    @Test
    void a_cheat_that_spends_one_output_at_once_loses_the_others() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 240);
        bench.accept(units);
        CommitmentTx revoked = newest(PRODUCER);
        bench.steps(bench.households.round(List.of(), List.of(), units));
        bench.steps(bench.households.round(List.of(), List.of(), List.of()));
        Transaction cheat = signed(revoked);
        bench.spent(cheat);
        int gone = revoked.outputOf(units.get(0).pendingUnit()).orElseThrow().index();
        bench.step(new Spent(cheat.outpoint(gone), cheat, bench.tip()));
        bench.tick(bench.tip().value() + 2);

        Transaction justice = bench.published(Purpose.JUSTICE).get(0);
        assertThat(justice.inputs())
                .extracting(input -> input.outpoint().index())
                .hasSize(2)
                .doesNotContain(gone);
        Judge.accepts(justice, outputs(cheat));
    }

    @Test
    void a_household_that_hands_in_secrets_of_nothing_does_not_blind_the_tower() {
        Ticket unit = accepted();
        CommitmentTx revoked = newest(CONSUMER);
        StateReported nonsense = new StateReported(
                Optional.empty(),
                Optional.of(new RevealedSecret(revoked.version().number(), Households.filled(5))));
        bench.step(Households.says(PRODUCER, nonsense));
        bench.deliver(unit);
        bench.steps(bench.households.round(List.of(), List.of(unit), List.of()));
        bench.steps(bench.households.round(List.of(), List.of(), List.of()));

        bench.spent(signed(revoked));
        bench.tick(bench.tip().value() + 2);

        assertThat(bench.published(Purpose.JUSTICE)).isNotEmpty();
    }

    private static Map<Outpoint, TxOutput> outputs(Transaction transaction) {
        Map<Outpoint, TxOutput> outputs = new HashMap<>();
        for (int index = 0; index < transaction.outputs().size(); index++) {
            outputs.put(transaction.outpoint(index), transaction.outputs().get(index));
        }
        return outputs;
    }
}
