package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.AbsenceClaimed;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingFlaw;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;
import org.junit.jupiter.api.Test;

/** One household is missing: the other one and the utility divide the newest receipt, and nothing else. */
class ArbitrationTest {

    private static final long PRICE = 5_000_000_000_000L;
    private static final int NOTICE = 6;
    private static final int RULING_DELAY = 3;

    private final UtilityBench bench = UtilityBench.trading();

    /** One unit is delivered and folded, another one delivered and pending. Both households were heard at the tip. */
    @CanIgnoreReturnValue
    private List<Ticket> traded() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 240);
        bench.accept(units);
        bench.deliver(units.get(0));
        bench.steps(bench.households.round(List.of(), List.of(units.get(0)), List.of()));
        bench.deliver(units.get(1));
        return units;
    }

    private AbsenceReported absence(Party side, int from, int to) {
        return absence(side, from, to, Households.node(side));
    }

    private AbsenceReported absence(Party side, int from, int to, PrivateKey signer) {
        return new AbsenceReported(Signed.sign(
                new PeerAbsence(bench.households.ref(), side, new BlockHeight(from), new BlockHeight(to)), signer));
    }

    private List<Flaw> refusalsOf(Party from, AbsenceReported said) {
        return UtilityBench.refusals(bench.step(Households.says(from, said)));
    }

    /** The peer of {@code side} is missing since the next block; the notice passes, and the side says so. */
    private int reportedBy(Party side) {
        int from = bench.tip().value() + 1;
        bench.tick(from + NOTICE);
        bench.step(Households.says(side, absence(side, from, from + NOTICE)));
        return from + NOTICE;
    }

    private void ruledFor(Party side) {
        bench.tick(reportedBy(side) + RULING_DELAY + 1);
    }

    private RulingFile ruling() {
        List<RulingIssued> issued = bench.sent(CONSUMER, RulingIssued.class);
        return issued.get(issued.size() - 1).file();
    }

    private PenaltySigned signedBy(Party side) {
        PenaltyTx spend = RulingMaker.penalty(bench.channel(), ruling());
        return new PenaltySigned(
                spend.ruling(),
                spend.txid(),
                spend.sign(bench.households.secrets(side).walletKeyWith(UTILITY)));
    }

    @Test
    void the_consumer_and_the_utility_divide_the_newest_receipt_without_a_missing_producer() {
        List<Ticket> units = traded();
        ruledFor(CONSUMER);
        assertThat(bench.state()).isInstanceOf(Arbitrating.class);
        assertThat(ruling().ruling().content().units(Verdict.DELIVERED))
                .containsExactly(units.get(1).unit());

        bench.step(Households.says(CONSUMER, signedBy(CONSUMER)));

        assertThat(bench.state()).isInstanceOf(Executing.class);
        Transaction division = bench.published(Purpose.ARBITRATED).get(0);
        assertThat(division.outputs())
                .contains(
                        new TxOutput(Coin.valueOf(200_000 - 2_450), Households.payout(CONSUMER)),
                        new TxOutput(Coin.valueOf(80_000 + 2_450), Households.payout(PRODUCER)));
        Judge.accepts(
                division,
                Map.of(Households.WALLET, bench.channel().context().wallet().output()));
        assertThat(RulingMaker.verified(bench.channel(), ruling()).orElseThrow().checkPenalty(division))
                .isEmpty();
        assertThat(bench.channel().bench().signed().spends()).containsEntry(Households.WALLET, division.txid());
    }

    @Test
    void the_producer_and_the_utility_divide_it_without_a_missing_consumer() {
        traded();
        ruledFor(PRODUCER);

        bench.step(Households.says(PRODUCER, signedBy(PRODUCER)));

        Transaction division = bench.published(Purpose.ARBITRATED).get(0);
        assertThat(division.outputs())
                .contains(
                        new TxOutput(Coin.valueOf(200_000 - 2_450), Households.payout(CONSUMER)),
                        new TxOutput(Coin.valueOf(80_000 + 2_450), Households.payout(PRODUCER)));
        Judge.accepts(
                division,
                Map.of(Households.WALLET, bench.channel().context().wallet().output()));
        assertThat(RulingMaker.verified(bench.channel(), ruling()).orElseThrow().checkPenalty(division))
                .isEmpty();
    }

    @Test
    void the_missing_one_is_told_and_the_time_to_rule_is_waited_for() {
        traded();
        int reported = reportedBy(CONSUMER);
        assertThat(bench.sent(PRODUCER, AbsenceClaimed.class)).hasSize(1);
        bench.tick(reported + RULING_DELAY);
        assertThat(bench.state()).isInstanceOf(Trading.class);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();

        bench.tick(reported + RULING_DELAY + 1);

        assertThat(bench.state()).isInstanceOf(Arbitrating.class);
    }

    @Test
    void whoever_is_heard_of_is_not_missing() {
        traded();
        int from = bench.tip().value() + 1;
        bench.tick(from + NOTICE);
        bench.step(new Connected(PRODUCER));

        assertThat(refusalsOf(CONSUMER, absence(CONSUMER, from, from + NOTICE)))
                .containsExactly(new ReportFlaw.Reached(PRODUCER, new BlockHeight(from + NOTICE)));
        bench.tick(from + 100);
        assertThat(bench.state()).isInstanceOf(Trading.class);
    }

    @Test
    void one_that_answers_the_notice_is_not_missing() {
        traded();
        int reported = reportedBy(CONSUMER);
        bench.step(Households.says(PRODUCER, bench.households.receipt(PRODUCER)));
        bench.tick(reported + 100);
        assertThat(bench.state()).isInstanceOf(Trading.class);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();
    }

    @Test
    void one_that_comes_back_after_the_ruling_undoes_it_as_long_as_nothing_is_signed() {
        traded();
        ruledFor(CONSUMER);
        PenaltySigned late = signedBy(CONSUMER);

        bench.step(Households.says(PRODUCER, new ProtocolFault("I am here")));

        assertThat(bench.state()).isInstanceOf(Trading.class);
        assertThat(UtilityBench.refusals(bench.step(Households.says(CONSUMER, late))))
                .hasOnlyElementsOfType(ReportFlaw.Unexpected.class);
        assertThat(bench.published(Purpose.ARBITRATED)).isEmpty();
        assertThat(bench.channel().bench().signed().spends()).isEmpty();
        bench.issue(10, PRICE, 250);
    }

    @Test
    void when_both_say_that_the_other_is_gone_neither_is() {
        traded();
        int from = bench.tip().value() + 1;
        bench.tick(from + NOTICE);
        bench.step(Households.says(CONSUMER, absence(CONSUMER, from, from + NOTICE)));

        assertThat(refusalsOf(PRODUCER, absence(PRODUCER, from, from + NOTICE)))
                .containsExactly(new ReportFlaw.BothSayGone());

        bench.tick(from + 200);
        assertThat(bench.state()).isInstanceOf(Trading.class);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();
    }

    @Test
    void a_statement_that_is_short_early_or_anothers_does_not_count() {
        traded();
        int from = bench.tip().value() + 1;
        bench.tick(from + NOTICE);
        assertThat(refusalsOf(CONSUMER, absence(CONSUMER, from, from + NOTICE - 1)))
                .containsExactly(new ReportFlaw.NoticeTooShort(PRODUCER));
        assertThat(refusalsOf(CONSUMER, absence(CONSUMER, from + 1, from + 1 + NOTICE)))
                .containsExactly(new ReportFlaw.NoticeTooShort(PRODUCER));
        assertThat(refusalsOf(CONSUMER, absence(CONSUMER, from, from + NOTICE, Households.node(PRODUCER))))
                .containsExactly(new ReportFlaw.WrongSigner("the statement"));
        assertThat(refusalsOf(CONSUMER, absence(PRODUCER, from, from + NOTICE)))
                .containsExactly(new ReportFlaw.WrongSigner("the statement"));
    }

    @Test
    void an_old_receipt_that_is_told_again_changes_nothing_of_the_division() {
        bench.accept(bench.issue(2, PRICE, 250));
        StateReported stale =
                new StateReported(bench.households.version(CONSUMER).receipt(), Optional.empty());
        Ticket unit = bench.channel().files().list().get(0).ticket();
        bench.deliver(unit);
        bench.steps(bench.households.round(List.of(), List.of(unit), List.of()));

        UtilityChannel before = bench.channel();
        bench.step(Households.says(CONSUMER, stale));
        assertThat(bench.channel()).isEqualTo(before);
        ruledFor(CONSUMER);
        assertThat(ruling().ruling().content().receipt())
                .isEqualTo(bench.households
                        .version(CONSUMER)
                        .receipt()
                        .orElseThrow()
                        .hash());
    }

    @Test
    void a_ruling_on_a_stale_receipt_convinces_nobody_who_sees_what_the_other_saw() {
        List<Ticket> units = bench.issue(2, PRICE, 250);
        bench.accept(units);
        Signed<StateReceipt> stale =
                bench.households.version(CONSUMER).receipt().orElseThrow();
        bench.deliver(units.get(0));
        bench.steps(bench.households.round(List.of(), units, List.of()));
        bench.steps(bench.households.round(List.of(), List.of(), List.of()));
        bench.steps(bench.households.round(List.of(), List.of(), List.of()));
        ruledFor(CONSUMER);
        var honest = ruling().evidence();
        var rolledBack = new org.gridbolt.penalty.ruling.Evidence(
                        honest.terms(),
                        new org.gridbolt.penalty.ruling.SideState(
                                stale, List.of(units.get(0).unit())),
                        honest.producer(),
                        bench.channel().history().entries().stream()
                                .filter(HistoryEntry.Booked.class::isInstance)
                                .map(entry -> ((HistoryEntry.Booked) entry).book())
                                .toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())
                .without(honest.absence().orElseThrow());
        RulingFile forged = RulingFile.issue(
                rolledBack,
                Households.WALLET,
                1,
                List.of(org.gridbolt.penalty.ruling.UnitVerdict.cancelled(
                        units.get(0).unit())),
                Households.filled(1),
                bench.profile.nodeKey());

        Outcome<?, RulingFlaw> judged =
                RulingVerifier.verify(forged, bench.profile.nodeKey().publicKey());

        assertThat(judged.flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw).isInstanceOf(RulingFlaw.WrongReceipt.class));
    }

    @Test
    void nothing_is_settled_without_a_peer_while_a_unit_is_undecided_or_a_default() {
        List<Ticket> units = bench.issue(2, PRICE, 250);
        bench.accept(units);
        int reported = reportedBy(CONSUMER);
        bench.tick(reported + RULING_DELAY + 1);
        assertThat(bench.state()).isInstanceOf(Trading.class);
        bench.measure(units.get(0), 100);
        bench.tick(units.get(0).deadlines().deliverBy().value() + 4);
        assertThat(bench.state()).isInstanceOf(Judged.class);
        assertThat(ruling().evidence().absence()).isEmpty();
    }

    @Test
    void only_the_household_that_is_left_can_sign_and_the_utility_signs_once() {
        traded();
        ruledFor(CONSUMER);
        PenaltySigned good = signedBy(CONSUMER);
        PenaltySigned forged = new PenaltySigned(
                good.ruling(),
                good.txid(),
                RulingMaker.penalty(bench.channel(), ruling())
                        .sign(bench.households.secrets(PRODUCER).walletKeyWith(CONSUMER)));
        assertThat(UtilityBench.refusals(bench.step(Households.says(CONSUMER, forged))))
                .containsExactly(new ReportFlaw.NotThePenalty());
        bench.step(Households.says(CONSUMER, good));
        Transaction division = bench.published(Purpose.ARBITRATED).get(0);

        bench.step(Households.says(CONSUMER, good));
        List<ChannelAction> again = bench.restart();

        assertThat(bench.published(Purpose.ARBITRATED)).containsOnly(division);
        assertThat(again)
                .anySatisfy(action -> assertThat(action)
                        .isInstanceOfSatisfying(
                                ChannelAction.Publish.class,
                                publish -> assertThat(publish.transaction()).isEqualTo(division)));
        assertThat(bench.channel().bench().signed().spends()).hasSize(1);
    }

    @Test
    void the_ruling_survives_a_restart_and_is_asked_for_again() {
        traded();
        ruledFor(CONSUMER);
        assertThat(bench.restart()).contains(new Send(CONSUMER, new RulingIssued(ruling())));
        assertThat(bench.state()).isInstanceOf(Arbitrating.class);
        assertThat(bench.step(new Connected(CONSUMER))).contains(new Send(CONSUMER, new RulingIssued(ruling())));
        assertThat(bench.state()).isInstanceOf(Arbitrating.class);
    }

    @Test
    void one_that_was_missing_learns_by_which_ruling_it_was_settled() {
        traded();
        ruledFor(CONSUMER);
        bench.step(Households.says(CONSUMER, signedBy(CONSUMER)));
        bench.spent(bench.published(Purpose.ARBITRATED).get(0));
        assertThat(bench.reported(Notice.WalletSpent.class))
                .extracting(Notice.WalletSpent::purpose)
                .containsExactly(Purpose.ARBITRATED);

        assertThat(bench.step(new Connected(PRODUCER))).contains(new Send(PRODUCER, new RulingIssued(ruling())));
    }
}
