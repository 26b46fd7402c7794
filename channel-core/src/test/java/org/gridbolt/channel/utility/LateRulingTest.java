package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

/** What was decided once stays decided, and a unit that fails after a version confirmed is ruled on all the same. */
class LateRulingTest {

    private static final long PRICE = 5_000_000_000_000L;

    private final UtilityBench bench = UtilityBench.trading();

    private Ticket accepted() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        return unit;
    }

    private CommitmentTx producersVersion() {
        return version(
                bench.households.version(PRODUCER).number(),
                bench.households.version(PRODUCER).units());
    }

    private CommitmentTx version(long number, List<Ticket> units) {
        var tip = bench.households.tip(PRODUCER, number);
        return CommitmentTx.build(
                bench.channel().context().wallet(),
                new CommitmentVersion(PRODUCER, tip.number(), tip.point()),
                bench.households.version(PRODUCER).balances(),
                units.stream().map(Ticket::pendingUnit).toList());
    }

    private Transaction signed(CommitmentTx version) {
        return version.signed(
                version.sign(bench.households.secrets(CONSUMER).walletKeyWith(PRODUCER)),
                version.sign(bench.households.secrets(PRODUCER).walletKeyWith(CONSUMER)));
    }

    private void pastTheGrace(Ticket unit) {
        bench.tick(unit.deadlines().deliverBy().value() + 4);
    }

    private RulingFile ruling() {
        List<RulingIssued> issued = bench.sent(CONSUMER, RulingIssued.class);
        return issued.get(issued.size() - 1).file();
    }

    /** What an honest consumer signs of {@code version}. */
    private ForfeitSigned forfeit(CommitmentTx version) {
        var split = RulingMaker.verified(bench.channel(), ruling())
                .orElseThrow()
                .onConfirmed(
                        version.balances(), version.units(), ruling().evidence().ticketsByHash());
        ClaimTx claim = ClaimTx.ruled(
                List.of(version.spend(version.balanceOf(PRODUCER).orElseThrow(), Branch.ARBITRATION)),
                bench.channel().context().wallet().scripts(),
                split.ofProducerBalance(Coin.valueOf(330)),
                ruling().ruling().hash());
        return new ForfeitSigned(
                ruling().ruling().hash(),
                claim.txid(),
                version.version().point(),
                claim.sign(0, bench.households.secrets(CONSUMER).arbitrationKey()));
    }

    @Test
    void a_unit_that_fails_after_its_producer_published_is_ruled_on_and_the_balance_taken() {
        Ticket unit = accepted();
        CommitmentTx newest = producersVersion();
        bench.spent(signed(newest));
        bench.measure(unit, 0);
        assertThat(bench.sent(CONSUMER, RulingIssued.class)).isEmpty();

        pastTheGrace(unit);

        assertThat(ruling().ruling().content().units(Verdict.DEFAULT)).containsExactly(unit.unit());
        assertThat(bench.sent(PRODUCER, RulingIssued.class)).isEqualTo(bench.sent(CONSUMER, RulingIssued.class));
        bench.step(Households.says(CONSUMER, forfeit(newest)));
        Transaction taken = bench.published(Purpose.PENALTY).get(0);
        assertThat(taken.inputs().get(0).outpoint().txid()).isEqualTo(newest.txid());
        assertThat(taken.outputs()).contains(new TxOutput(Coin.valueOf(80_000), Households.payout(UTILITY)));
    }

    /** Else nobody would tell that another spend of them is in the chain. */
    @Test
    void what_a_ruling_of_a_new_block_takes_is_watched_from_then_on() {
        Ticket unit = accepted();
        CommitmentTx newest = producersVersion();
        bench.spent(signed(newest));
        bench.measure(unit, 0);
        Outpoint balance = newest.unsigned()
                .outpoint(newest.balanceOf(PRODUCER).orElseThrow().index());
        assertThat(bench.actions).doesNotContain(new ChannelAction.Watch(balance));

        pastTheGrace(unit);

        assertThat(bench.sent(CONSUMER, RulingIssued.class)).hasSize(1);
        assertThat(bench.actions).contains(new ChannelAction.Watch(balance));
    }

    @Test
    void the_consumers_word_counts_after_the_producer_published_too() {
        Ticket unit = accepted();
        bench.spent(signed(producersVersion()));
        BlockHeight due = unit.deadlines().deliverBy();
        bench.tick(due.value() + 7);

        bench.step(Households.says(
                CONSUMER,
                new SilenceReported(Signed.sign(
                        new ProducerSilence(bench.households.ref(), unit.unit(), due, new BlockHeight(due.value() + 6)),
                        Households.node(CONSUMER)))));

        assertThat(ruling().ruling().content().units(Verdict.DEFAULT)).containsExactly(unit.unit());
    }

    @Test
    void a_balance_that_its_producer_leaves_and_the_consumer_does_not_help_to_take_is_not_waited_for_for_ever() {
        Ticket unit = accepted();
        CommitmentTx newest = producersVersion();
        bench.spent(signed(newest));
        bench.measure(unit, 0);
        pastTheGrace(unit);
        bench.tick(bench.tip().value() + 60);
        Transaction taken = bench.published(Purpose.PENALTY).get(0);
        Outpoint replaced = taken.inputs().get(0).outpoint();
        assertThat(replaced)
                .isEqualTo(newest.unsigned()
                        .outpoint(newest.outputOf(unit.pendingUnit())
                                .orElseThrow()
                                .index()));
        bench.step(new Spent(replaced, taken, bench.tip()));

        bench.tick(bench.tip().value() + 99);
        assertThat(bench.state()).isInstanceOf(Settling.class);
        bench.tick(bench.tip().value() + 1);

        assertThat(bench.state()).isInstanceOf(Closed.class);
    }

    @Test
    void a_unit_that_was_added_by_half_saves_no_balance() {
        Ticket unit = accepted();
        bench.tick(136);
        Ticket added = bench.issue(4, PRICE, 250).get(0);
        // The consumer offers another unit and signs for it; the producer publishes and revokes nothing.
        long next = bench.households.version(PRODUCER).number() + 1;
        CommitmentTx half = CommitmentTx.build(
                bench.channel().context().wallet(),
                new CommitmentVersion(
                        PRODUCER,
                        bench.households.tip(PRODUCER, next).number(),
                        bench.households.tip(PRODUCER, next).point()),
                Allocation.of(200_000 - 2_500, 80_000, 0),
                List.of(unit.pendingUnit(), added.pendingUnit()));
        bench.spent(signed(half));
        bench.measure(unit, 0);
        pastTheGrace(unit);
        assertThat(ruling().ruling().content().verdicts()).hasSize(1);
        // The utility never heard of this version: the consumer tells its point, and a wrong point tells nothing.
        ForfeitSigned good = forfeit(half);
        ForfeitSigned lying = new ForfeitSigned(
                good.ruling(),
                good.txid(),
                bench.households.tip(PRODUCER, next + 1).point(),
                good.signature());
        assertThat(UtilityBench.refusals(bench.step(Households.says(CONSUMER, lying))))
                .containsExactly(new ReportFlaw.NotThePenalty());

        bench.step(Households.says(CONSUMER, good));

        Transaction taken = bench.published(Purpose.PENALTY).get(0);
        assertThat(taken.inputs().get(0).outpoint().txid()).isEqualTo(half.txid());
        assertThat(taken.outputs()).contains(new TxOutput(Coin.valueOf(80_000), Households.payout(UTILITY)));
    }

    @Test
    void the_ruling_is_repeated_after_a_reconnection_and_a_restart_until_it_is_carried_out() {
        Ticket unit = accepted();
        CommitmentTx newest = producersVersion();
        bench.spent(signed(newest));
        bench.measure(unit, 0);
        pastTheGrace(unit);
        ChannelAction issued = new ChannelAction.Send(CONSUMER, new RulingIssued(ruling()));

        assertThat(bench.step(new Connected(CONSUMER))).contains(issued);
        assertThat(bench.restart()).contains(issued);

        bench.step(Households.says(CONSUMER, forfeit(newest)));
        assertThat(bench.step(new Connected(CONSUMER))).doesNotContain(issued);
        assertThat(bench.restart())
                .anySatisfy(action -> assertThat(action)
                        .isInstanceOfSatisfying(
                                ChannelAction.Publish.class,
                                publish -> assertThat(publish.purpose()).isEqualTo(Purpose.PENALTY)));
    }

    @Test
    void a_unit_that_was_ruled_a_default_is_never_revealed_though_the_chain_goes_back_and_the_state_on() {
        Ticket unit = accepted();
        BlockHeight due = unit.deadlines().deliverBy();
        bench.tick(due.value() + 7);
        bench.step(Households.says(CONSUMER, silence(unit, due)));
        assertThat(bench.state()).isInstanceOf(Judged.class);

        // Back to where a reading is in time; a newer state makes the ruling one on an old receipt.
        bench.tick(due.value());
        bench.steps(bench.households.round(List.of(), List.of(), List.of()));
        List<ChannelAction> answer = bench.step(
                Households.reads(bench.households.measured(unit, 250, UtilityBench.SCHEDULE.end(unit.slot()))));

        assertThat(UtilityBench.refusals(answer)).containsExactly(new ReportFlaw.RuledAlready(unit.unit()));
        assertThat(bench.sent(PRODUCER, UnitDelivered.class)).isEmpty();
        assertThat(bench.state()).isInstanceOf(Judged.class);
        assertThat(ruling().ruling().content().sequence()).isEqualTo(1);
        assertThat(ruling().ruling().content().units(Verdict.DEFAULT)).containsExactly(unit.unit());
    }

    @Test
    void a_verdict_survives_the_chain_going_back() {
        Ticket unit = accepted();
        bench.measure(unit, 0);
        pastTheGrace(unit);
        UnitVerdict ruled = ruling().ruling().content().verdicts().get(0);
        bench.tick(unit.deadlines().deliverBy().value());

        assertThat(Verdicts.on(
                        bench.channel(),
                        bench.channel().files().find(unit.unit()).orElseThrow()))
                .contains(ruled);
        bench.restart();
        assertThat(bench.channel().bench().on(unit.unit())).contains(ruled);
    }

    @Test
    void a_unit_that_was_ruled_cancelled_is_not_accepted_any_more() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 250);
        bench.steps(bench.households.round(units, List.of(), List.of()));
        bench.step(bench.households.accept(units.get(0)));
        bench.measure(units.get(0), 0);
        pastTheGrace(units.get(0));
        assertThat(ruling().ruling().content().units(Verdict.CANCELLED))
                .containsExactly(units.get(1).unit());
        bench.tick(UtilityBench.SCHEDULE.start(units.get(0).slot()).value());

        assertThat(UtilityBench.refusals(bench.step(bench.households.accept(units.get(1)))))
                .containsExactly(new ReportFlaw.RuledAlready(units.get(1).unit()));
    }

    @Test
    void a_producer_that_keeps_the_consumers_secrets_to_itself_is_judged_all_the_same() {
        Ticket unit = accepted();
        bench.tick(UtilityBench.SCHEDULE.end(unit.slot()).value());
        // An update without a unit, of which the producer reports nothing that only it knows.
        var said = bench.households.round(List.of(), List.of(), List.of());
        bench.steps(said.subList(0, 3));
        bench.step(Households.reads(bench.households.measured(unit, 0, bench.tip())));

        pastTheGrace(unit);

        assertThat(bench.state()).isInstanceOf(Judged.class);
    }

    @Test
    void a_reorganisation_after_a_late_ruling_leads_to_the_penalty_on_the_wallet() {
        Ticket unit = accepted();
        bench.spent(signed(producersVersion()));
        bench.measure(unit, 0);
        pastTheGrace(unit);

        bench.step(new Unspent(Households.WALLET));

        assertThat(bench.state()).isInstanceOf(Judged.class);
        assertThat(bench.sent(CONSUMER, RulingIssued.class))
                .hasSizeGreaterThan(1)
                .containsOnly(new RulingIssued(ruling()));
    }

    private SilenceReported silence(Ticket unit, BlockHeight due) {
        return new SilenceReported(Signed.sign(
                new ProducerSilence(bench.households.ref(), unit.unit(), due, new BlockHeight(due.value() + 6)),
                Households.node(Party.CONSUMER)));
    }

    @Test
    void what_lacks_is_what_the_meter_said() {
        Ticket unit = accepted();
        bench.measure(unit, 100);
        pastTheGrace(unit);
        assertThat(bench.channel().bench().on(unit.unit()))
                .contains(UnitVerdict.defaulted(unit.unit(), new WattHours(150)));
    }
}
