package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.CosignRefusal;
import org.gridbolt.penalty.ruling.Cosigner;
import org.gridbolt.penalty.ruling.Evidence;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class RulingTest {

    private static final long PRICE = 5_000_000_000_000L;

    private final UtilityBench bench = UtilityBench.trading();

    /** Three units accepted: the first delivered, the second short by 50 Wh, the third delivered. */
    private List<Ticket> oneOfThreeFails() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 250, 250);
        bench.accept(units);
        bench.deliver(units.get(0));
        bench.measure(units.get(1), 200);
        bench.deliver(units.get(2));
        return units;
    }

    private void pastTheGrace(Ticket unit) {
        bench.tick(unit.deadlines().deliverBy().value() + 4);
    }

    private RulingFile ruling() {
        List<RulingIssued> issued = bench.sent(CONSUMER, RulingIssued.class);
        return issued.get(issued.size() - 1).file();
    }

    private PenaltyTx penalty() {
        return RulingMaker.penalty(bench.channel(), ruling());
    }

    private PenaltySigned consumerSigns() {
        PenaltyTx penalty = penalty();
        Signature signature = penalty.sign(bench.households.secrets(CONSUMER).walletKeyWith(UTILITY));
        return new PenaltySigned(penalty.ruling(), penalty.txid(), signature);
    }

    private Cosigner consumer() {
        return new Cosigner(
                bench.channel().context().ref(),
                bench.profile.nodeKey().publicKey(),
                bench.households.version(CONSUMER).receipt().orElseThrow().hash(),
                bench.channel().issued().signedBooks(),
                Map.of(),
                List.of());
    }

    @Test
    void a_shortfall_is_ruled_on_once_the_time_to_reveal_is_over() {
        Ticket failed = oneOfThreeFails().get(1);
        bench.tick(failed.deadlines().deliverBy().value() + 3);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();

        pastTheGrace(failed);

        assertThat(bench.state()).isInstanceOf(Judged.class);
        assertThat(bench.sent(PRODUCER, RulingIssued.class)).isEqualTo(bench.sent(CONSUMER, RulingIssued.class));
        assertThat(ruling().ruling().content().units(Verdict.DEFAULT)).containsExactly(failed.unit());
        assertThat(ruling().ruling().content().units(Verdict.DELIVERED)).hasSize(2);
    }

    @Test
    void the_consumer_that_checks_everything_itself_signs_the_ruling() {
        pastTheGrace(oneOfThreeFails().get(1));
        var verified = consumer().examine(ruling()).orElseThrow();
        // 200,000 - 3 * 1,250 for the consumer; the delivered units for the producer, whose 80,000 are gone.
        assertThat(verified.onWallet()).isEqualTo(Allocation.of(196_250, 2_500, 81_250));
    }

    @Test
    void the_penalty_is_published_once_the_consumer_has_signed() {
        Ticket failed = oneOfThreeFails().get(1);
        pastTheGrace(failed);
        PenaltySigned signed = consumerSigns();

        List<ChannelAction> actions = bench.step(Households.says(CONSUMER, signed));

        assertThat(bench.state()).isInstanceOf(Executing.class);
        Publish publish = (Publish) actions.get(actions.size() - 1);
        assertThat(publish.purpose()).isEqualTo(Purpose.PENALTY);
        assertThat(publish.anchor()).isPresent();
        Judge.accepts(
                publish.transaction(),
                Map.of(Households.WALLET, bench.channel().context().wallet().output()));
        assertThat(publish.transaction().outputs())
                .contains(
                        new TxOutput(Coin.valueOf(196_250), Households.payout(CONSUMER)),
                        new TxOutput(Coin.valueOf(2_500), Households.payout(PRODUCER)),
                        new TxOutput(Coin.valueOf(81_250), Households.payout(UTILITY)));
        assertThat(RulingMaker.verified(bench.channel(), ruling()).orElseThrow().checkPenalty(publish.transaction()))
                .isEmpty();
    }

    @Test
    void the_mark_is_stored_before_the_signature_leaves_and_survives_a_restart() {
        pastTheGrace(oneOfThreeFails().get(1));
        bench.step(Households.says(CONSUMER, consumerSigns()));
        Transaction penalty = bench.published(Purpose.PENALTY).get(0);

        List<ChannelAction> again = bench.restart();

        assertThat(again)
                .anySatisfy(action -> assertThat(action)
                        .isInstanceOfSatisfying(
                                Publish.class,
                                publish -> assertThat(publish.transaction()).isEqualTo(penalty)));
        assertThat(bench.channel().bench().signed().spends()).containsEntry(Households.WALLET, penalty.txid());
    }

    @Test
    void once_terminal_nothing_is_acknowledged_and_nothing_is_issued() {
        Ticket failed = oneOfThreeFails().get(1);
        pastTheGrace(failed);
        bench.step(Households.says(CONSUMER, consumerSigns()));
        var ack = bench.channel().sides().ack();

        bench.steps(bench.households.round(List.of(), List.of(), List.of(failed)));

        assertThat(bench.channel().sides().ack()).isEqualTo(ack);
        assertThat(bench.state()
                        .follow(new UtilityOrder.IssueTickets(List.of()))
                        .flaw())
                .containsInstanceOf(OrderFlaw.NotNow.class);
        assertThat(UtilityBench.refusals(bench.step(bench.households.accept(failed))))
                .hasOnlyElementsOfType(ReportFlaw.Unexpected.class);
    }

    @Test
    void the_confirmed_penalty_settles_every_unit() {
        List<Ticket> units = oneOfThreeFails();
        pastTheGrace(units.get(1));
        bench.step(Households.says(CONSUMER, consumerSigns()));
        bench.spent(bench.published(Purpose.PENALTY).get(0));

        assertThat(bench.reported(Notice.WalletSpent.class))
                .extracting(Notice.WalletSpent::purpose)
                .containsExactly(Purpose.PENALTY);
        Audit audit = Audit.of(bench.state());
        assertThat(audit.with(UnitOutcome.REPLACED)).containsExactly(units.get(1));
        assertThat(audit.with(UnitOutcome.SETTLED)).containsExactly(units.get(0), units.get(2));
        bench.tick(bench.tip().value() + 100);
        assertThat(bench.state()).isInstanceOf(Closed.class);
        assertThat(Audit.of(bench.state())).isEqualTo(audit);
    }

    @Test
    void a_reorganisation_of_the_penalty_publishes_it_again() {
        pastTheGrace(oneOfThreeFails().get(1));
        bench.step(Households.says(CONSUMER, consumerSigns()));
        Transaction penalty = bench.published(Purpose.PENALTY).get(0);
        bench.spent(penalty);

        bench.step(new Unspent(Households.WALLET));

        assertThat(bench.state()).isInstanceOf(Executing.class);
        assertThat(bench.published(Purpose.PENALTY)).hasSize(2).containsOnly(penalty);
    }

    @Test
    void a_signature_that_is_not_on_the_penalty_is_refused() {
        pastTheGrace(oneOfThreeFails().get(1));
        PenaltySigned good = consumerSigns();
        Signature byProducer = penalty().sign(bench.households.secrets(PRODUCER).walletKeyWith(UTILITY));

        for (PenaltySigned bad : List.of(
                new PenaltySigned(good.ruling(), good.txid(), byProducer),
                new PenaltySigned(good.txid(), good.txid(), good.signature()),
                new PenaltySigned(good.ruling(), good.ruling(), good.signature()))) {
            assertThat(UtilityBench.refusals(bench.step(Households.says(CONSUMER, bad))))
                    .containsExactly(new ReportFlaw.NotThePenalty());
        }
        assertThat(UtilityBench.refusals(bench.step(Households.says(PRODUCER, good))))
                .containsExactly(new ReportFlaw.NotThePenalty());
        assertThat(bench.published(Purpose.PENALTY)).isEmpty();
    }

    @Test
    void a_consumer_that_declines_is_reported_and_the_ruling_stands() {
        pastTheGrace(oneOfThreeFails().get(1));
        bench.step(
                Households.says(CONSUMER, new PenaltyRefused(ruling().ruling().hash(), "no")));
        assertThat(bench.state()).isInstanceOf(Judged.class);
        assertThat(bench.reported(Notice.Complaint.class)).hasSize(1);
    }

    @Test
    void when_the_state_moves_on_the_ruling_is_made_again_on_the_newer_one() {
        List<Ticket> units = oneOfThreeFails();
        pastTheGrace(units.get(1));
        RulingFile first = ruling();

        bench.steps(bench.households.round(List.of(), List.of(units.get(0)), List.of()));

        assertThat(ruling().ruling().content().sequence()).isEqualTo(1);
        assertThat(ruling().ruling().content().contradicts(first.ruling().content()))
                .isFalse();
        assertThat(consumer().examine(ruling()).orElseThrow().onWallet())
                .isEqualTo(Allocation.of(196_250, 1_250, 82_500));
    }

    @Test
    void when_the_households_give_the_unit_back_the_channel_goes_on() {
        List<Ticket> units = oneOfThreeFails();
        pastTheGrace(units.get(1));
        bench.steps(bench.households.round(List.of(), List.of(), List.of(units.get(1))));
        assertThat(bench.state()).isInstanceOf(Trading.class);
        bench.issue(10, PRICE, 250);
    }

    @Test
    void no_ruling_is_made_while_a_pending_unit_is_undecided() {
        Ticket failed = oneOfThreeFails().get(1);
        bench.tick(136);
        List<Ticket> later = bench.issue(4, PRICE, 250);
        bench.steps(bench.households.round(later, List.of(), List.of()));
        pastTheGrace(failed);
        assertThat(bench.state()).isInstanceOf(Trading.class);
        bench.tick(145);
        assertThat(bench.state()).isInstanceOf(Judged.class);
        assertThat(ruling().ruling().content().units(Verdict.CANCELLED))
                .containsExactly(later.get(0).unit());
    }

    @Test
    void an_accepted_unit_of_a_later_slot_is_waited_for() {
        Ticket failed = oneOfThreeFails().get(1);
        bench.tick(136);
        List<Ticket> later = bench.issue(4, PRICE, 250);
        bench.accept(later);
        pastTheGrace(failed);
        assertThat(bench.state()).isInstanceOf(Trading.class);
        assertThat(bench.state()
                        .follow(new UtilityOrder.IssueTickets(List.of(UtilityBench.unit(9, 9, PRICE, 250))))
                        .flaw())
                .containsInstanceOf(OrderFlaw.NotNow.class);

        bench.deliver(later.get(0));

        assertThat(bench.state()).isInstanceOf(Judged.class);
        assertThat(ruling().ruling().content().units(Verdict.DELIVERED)).hasSize(3);
    }

    @Test
    void a_consumer_that_withholds_its_last_revocation_makes_no_default() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        var said = bench.households.round(List.of(unit), List.of(), List.of());
        // The consumer's receipt and the secret of its old version never come: so there is no acknowledgement.
        bench.steps(said.subList(0, 2));

        assertThat(UtilityBench.refusals(bench.step(bench.households.accept(unit))))
                .containsExactly(new ReportFlaw.NotCommitted(unit.unit()));
        pastTheGrace(unit);
        bench.tick(400);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();
    }

    @Test
    void an_acceptance_after_the_slot_began_promises_nothing() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        BlockHeight start = bench.channel().context().terms().schedule().start(unit.slot());
        bench.steps(bench.households.round(List.of(unit), List.of(), List.of()));

        bench.tick(start.value() + 1);

        assertThat(UtilityBench.refusals(bench.step(bench.households.accept(unit))))
                .containsExactly(new ReportFlaw.TooLate(unit.unit(), start, bench.tip()));
    }

    @Test
    void without_the_utilitys_acknowledgement_there_is_no_acceptance_and_no_default() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        var said = bench.households.round(List.of(unit), List.of(), List.of());
        bench.steps(said.subList(0, 3));
        assertThat(UtilityBench.refusals(bench.step(bench.households.accept(unit))))
                .containsExactly(new ReportFlaw.NotAcknowledged(unit.unit()));

        bench.step(said.get(3));
        bench.tick(unit.deadlines().deliverBy().value() + 20);

        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();
        assertThat(Verdicts.on(
                        bench.channel(),
                        bench.channel().files().find(unit.unit()).orElseThrow()))
                .contains(UnitVerdict.cancelled(unit.unit()));
    }

    @Test
    void a_default_without_an_acceptance_is_refused_by_the_consumer_however_the_utility_rules() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.steps(bench.households.round(List.of(unit), List.of(), List.of()));
        Evidence evidence = RulingMaker.evidence(bench.channel()).orElseThrow();

        RulingFile forged = forged(evidence, UnitVerdict.defaulted(unit.unit(), new WattHours(250)));

        assertThat(consumer().examine(forged).flaw()).containsInstanceOf(CosignRefusal.Unproved.class);
    }

    @Test
    void a_false_default_is_refused_by_the_consumer_which_keeps_the_proof() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        bench.deliver(unit);
        Evidence evidence = RulingMaker.evidence(bench.channel()).orElseThrow();
        RulingFile forged = forged(evidence, UnitVerdict.defaulted(unit.unit(), new WattHours(250)));
        var preimage = bench.channel().context().preimage(0, unit);
        Cosigner informed = new Cosigner(
                bench.channel().context().ref(),
                bench.profile.nodeKey().publicKey(),
                bench.households.version(CONSUMER).receipt().orElseThrow().hash(),
                bench.channel().issued().signedBooks(),
                Map.of(unit.hash(), preimage),
                List.of());

        assertThat(informed.examine(forged).flaw())
                .hasValueSatisfying(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(
                                CosignRefusal.Fraudulent.class,
                                fraud -> assertThat(fraud.proof()
                                                .convicts(
                                                        bench.profile.nodeKey().publicKey()))
                                        .isTrue()));
        bench.tick(400);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();
    }

    private RulingFile forged(Evidence evidence, UnitVerdict verdict) {
        return RulingFile.issue(
                evidence, Households.WALLET, 0, List.of(verdict), Households.filled(1), bench.profile.nodeKey());
    }

    private SilenceReported silence(Ticket unit, BlockHeight from, BlockHeight to, PrivateKey signer) {
        return new SilenceReported(
                Signed.sign(new ProducerSilence(bench.households.ref(), unit.unit(), from, to), signer));
    }

    @Test
    void a_producer_that_says_nothing_defaults_on_the_consumers_word_after_the_notice() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        BlockHeight due = unit.deadlines().deliverBy();
        bench.tick(due.value() + 6);
        bench.step(Households.says(CONSUMER, silence(unit, due, bench.tip(), Households.node(CONSUMER))));
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();

        bench.tick(due.value() + 7);

        assertThat(ruling().ruling().content().verdicts())
                .containsExactly(UnitVerdict.defaulted(unit.unit(), unit.energy()));
        assertThat(consumer().examine(ruling()).value()).isPresent();
    }

    @Test
    void nobodys_word_and_a_word_too_short_or_too_early_show_nothing() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        BlockHeight due = unit.deadlines().deliverBy();
        bench.tick(due.value() + 7);
        List<SilenceReported> wrong = List.of(
                silence(unit, due, bench.tip(), Households.node(PRODUCER)),
                silence(unit, new BlockHeight(due.value() + 2), bench.tip(), Households.node(CONSUMER)),
                silence(unit, new BlockHeight(due.value() - 1), bench.tip(), Households.node(CONSUMER)),
                silence(unit, due, new BlockHeight(bench.tip().value() + 1), Households.node(CONSUMER)));

        for (SilenceReported statement : wrong) {
            assertThat(UtilityBench.refusals(bench.step(Households.says(CONSUMER, statement))))
                    .hasSize(1);
        }

        bench.tick(due.value() + 11);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();
    }

    @Test
    void two_channels_with_equal_tickets_have_different_hashes() {
        UtilityBench other = new UtilityBench(2, Conditions.DEFAULT);
        other.open();
        List<Ticket> here = bench.issue(2, PRICE, 250, 250);
        List<Ticket> there = other.issue(2, PRICE, 250, 250);
        assertThat(there)
                .extracting(Ticket::draft)
                .isEqualTo(here.stream().map(Ticket::draft).toList());
        assertThat(there)
                .extracting(Ticket::hash)
                .doesNotContainAnyElementsOf(here.stream().map(Ticket::hash).toList());
        assertThat(here.get(0).hash()).isNotEqualTo(here.get(1).hash());
        assertThat(Optional.of(here.get(0).amount()))
                .isEqualTo(Optional.of(here.get(1).amount()));
    }
}
