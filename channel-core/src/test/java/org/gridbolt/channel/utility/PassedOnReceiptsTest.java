package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Flaw;
import org.junit.jupiter.api.Test;

/**
 * Each household passes the other's receipts on: a producer that keeps its own to itself, or tells the utility of other states than
 * it gives the consumer, is ruled on all the same; and nobody can say anything for another one.
 */
class PassedOnReceiptsTest {

    private static final long PRICE = 5_000_000_000_000L;

    private final UtilityBench bench = UtilityBench.trading();

    @CanIgnoreReturnValue
    private Ticket accepted() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        return unit;
    }

    /** What the households say in a round in which nothing changes. */
    @CanIgnoreReturnValue
    private List<MessageReceived> round() {
        return bench.households.round(List.of(), List.of(), List.of());
    }

    private void toldBy(Party only, List<MessageReceived> said) {
        said.stream().filter(event -> event.from() == only).forEach(bench::step);
    }

    /** The ruling on the default of {@code unit}, which must be on the states that the households really have. */
    private void ruledOnNewest(Ticket unit) {
        bench.measure(unit, 0);
        bench.tick(unit.deadlines().deliverBy().value() + 4);

        List<RulingIssued> issued = bench.sent(CONSUMER, RulingIssued.class);
        assertThat(issued).hasSize(1);
        RulingFile ruling = issued.get(0).file();
        assertThat(ruling.ruling().content().units(Verdict.DEFAULT)).containsExactly(unit.unit());
        for (Party side : List.of(CONSUMER, PRODUCER)) {
            assertThat(Optional.of(ruling.evidence().of(side).receipt())).isEqualTo(newest(side));
        }
    }

    private Optional<Signed<StateReceipt>> newest(Party side) {
        return bench.households.version(side).receipt();
    }

    private StateReceipt held(Party side) {
        return newest(side).orElseThrow().content();
    }

    /** The receipt that {@code side} might sign next, with nothing new in it. */
    private StateReceipt next(Party side) {
        StateReceipt held = held(side);
        long number = held.own().number().value() + 1;
        return with(held, bench.households.tip(side, number), held.peer());
    }

    private StateReceipt with(StateReceipt receipt, VersionTip own, VersionTip peer) {
        return new StateReceipt(
                receipt.channel(),
                receipt.side(),
                own,
                peer,
                receipt.balances(),
                receipt.pendingRoot(),
                held(receipt.side()).hash());
    }

    /** The same state, under a point that the producer never gave the consumer. */
    private StateReceipt forked() {
        StateReceipt next = next(PRODUCER);
        VersionTip own = new VersionTip(
                next.own().number(), bench.households.tip(PRODUCER, 70).point());
        return with(next, own, next.peer());
    }

    /** The consumer has the coins of the producer's pending units back: the utility can open it. */
    private StateReceipt refunding() {
        StateReceipt next = next(PRODUCER);
        Allocation back = next.balances()
                .with(
                        CONSUMER,
                        next.balances()
                                .consumer()
                                .add(Payments.total(
                                        bench.households.version(PRODUCER).units())));
        return new StateReceipt(
                next.channel(), PRODUCER, next.own(), next.peer(), back, PendingUnits.NONE.root(), next.previous());
    }

    @CanIgnoreReturnValue
    private List<Flaw> says(StateReceipt receipt) {
        return UtilityBench.refusals(bench.step(Households.says(receipt.side(), bench.households.claim(receipt))));
    }

    @Test
    void a_producer_that_tells_the_utility_nothing_any_more_does_not_escape_its_default() {
        Ticket unit = accepted();
        toldBy(CONSUMER, round());
        toldBy(CONSUMER, round());

        ruledOnNewest(unit);
    }

    /** The watchtower lacks the consumer's secrets then, and has room for no more open versions: the books have. */
    @Test
    void nor_by_a_silence_of_many_rounds() {
        Ticket unit = accepted();
        for (int i = 0; i < 100; i++) {
            toldBy(CONSUMER, round());
        }

        ruledOnNewest(unit);
    }

    @Test
    void nor_by_a_receipt_of_nothing_before_it_goes_on_with_the_consumer() {
        Ticket unit = accepted();
        StateReceipt next = next(PRODUCER);
        says(new StateReceipt(
                next.channel(),
                PRODUCER,
                next.own(),
                next.peer(),
                Allocation.of(1, 2, 3),
                next.pendingRoot(),
                next.previous()));
        toldBy(CONSUMER, round());
        toldBy(CONSUMER, round());

        ruledOnNewest(unit);
    }

    @Test
    void nor_by_other_receipts_than_it_gives_the_consumer() {
        for (boolean refunds : new boolean[] {true, false}) {
            PassedOnReceiptsTest other = new PassedOnReceiptsTest();
            Ticket unit = other.accepted();
            assertThat(other.says(refunds ? other.refunding() : other.forked())).isEmpty();
            other.toldBy(CONSUMER, other.round());
            other.toldBy(CONSUMER, other.round());

            other.ruledOnNewest(unit);
        }
    }

    @Test
    void nor_by_as_many_receipts_of_its_own_making_as_it_likes() {
        accepted();
        UtilityChannel flooded = bench.channel();
        StateReceipt last = next(PRODUCER);
        for (int i = 0; i < SideBook.EARLIER_MAX + 10; i++) {
            flooded = Reports.take(flooded, PRODUCER, bench.households.claim(last))
                    .channel();
            last = new StateReceipt(
                    last.channel(),
                    PRODUCER,
                    new VersionTip(last.own().number().next(), last.own().point()),
                    last.peer(),
                    last.balances(),
                    last.pendingRoot(),
                    last.hash());
        }
        assertThat(flooded.sides().producer().earlier()).hasSize(SideBook.EARLIER_MAX);
        assertThat(Reports.take(flooded, PRODUCER, bench.households.claim(last)).flaws())
                .contains(new ReportFlaw.NotShown(PRODUCER, held(PRODUCER).own().number()));

        for (MessageReceived event : by(CONSUMER, round())) {
            flooded = Reports.take(flooded, CONSUMER, (StateReported) event.message())
                    .channel();
        }
        assertThat(flooded.sides().producer().opened()).isEqualTo(newest(PRODUCER));
        assertThat(flooded.sides().producer().earlier()).isEmpty();
    }

    /** It would make the consumer's newest receipt look stale, or like another one's. */
    @Test
    void nor_by_naming_a_version_of_the_consumer_that_never_was() {
        for (boolean far : new boolean[] {true, false}) {
            new PassedOnReceiptsTest().ruledOnDespite(far);
        }
    }

    private void ruledOnDespite(boolean far) {
        Ticket unit = accepted();
        StateReceipt next = next(PRODUCER);
        CommitmentNumber newest = held(CONSUMER).own().number();
        VersionTip ahead = bench.households.tip(CONSUMER, newest.value() + 1);
        VersionTip misnamed =
                new VersionTip(newest, bench.households.tip(CONSUMER, 70).point());

        VersionTip named = far ? ahead : misnamed;

        assertThat(says(with(next, next.own(), named)))
                .containsExactly(new ReportFlaw.UnknownPeerVersion(PRODUCER, named.number()));

        ruledOnNewest(unit);
    }

    @Test
    void two_receipts_of_one_version_are_kept_as_proof_against_the_producer() {
        accepted();
        StateReceipt lie = forked();
        says(lie);
        toldBy(CONSUMER, round());
        bench.restart();
        toldBy(CONSUMER, round());

        List<Notice.Fraud> told = bench.reported(Notice.Fraud.class);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).what())
                .contains("PRODUCER")
                .contains(lie.own().number().toString());
        assertThat(told.get(0).proof().convicts(Households.node(PRODUCER).publicKey()))
                .isTrue();
        assertThat(told.get(0).proof().convicts(Households.node(CONSUMER).publicKey()))
                .isFalse();
    }

    @Test
    void a_lie_after_the_truth_is_proof_too_and_changes_nothing() {
        Ticket unit = accepted();
        StateReceipt lie = forked();
        toldBy(CONSUMER, round());
        says(lie);

        assertThat(bench.reported(Notice.Fraud.class)).hasSize(1);
        ruledOnNewest(unit);
    }

    /** A consumer that hides its newest version cannot have the producer settled by an older one. */
    @Test
    void a_consumer_that_keeps_its_receipts_to_itself_is_told_of_by_the_producer() {
        accepted();
        round().stream()
                .filter(event -> event.from() == PRODUCER)
                .forEach(event ->
                        assertThat(UtilityBench.refusals(bench.step(event))).isEmpty());

        for (Party side : List.of(CONSUMER, PRODUCER)) {
            assertThat(bench.channel().sides().of(side).opened()).isEqualTo(newest(side));
        }
    }

    @Test
    void nobody_can_say_anything_for_the_other() {
        accepted();
        UtilityChannel before = bench.channel();
        StateReceipt next = next(PRODUCER);

        assertThat(passedOn(Signed.sign(next, Households.node(CONSUMER)), CONSUMER))
                .containsExactly(new ReportFlaw.WrongSigner("the receipt that was passed on"));
        assertThat(passedOn(Signed.sign(next, PrivateKey.of(Households.filled(77))), CONSUMER))
                .containsExactly(new ReportFlaw.WrongSigner("the receipt that was passed on"));
        assertThat(passedOn(Signed.sign(next, Households.node(PRODUCER)), PRODUCER))
                .containsExactly(new ReportFlaw.NotThePeers(PRODUCER));
        assertThat(bench.channel()).isEqualTo(before);
    }

    private List<Flaw> passedOn(Signed<StateReceipt> receipt, Party from) {
        StateReported report =
                new StateReported(Optional.empty(), List.of(), Optional.empty(), Optional.of(receipt), List.of());
        return UtilityBench.refusals(bench.step(Households.says(from, report)));
    }

    /** It is what the peer gave that counts, not how old it is: only what follows the books gets into them. */
    @Test
    void an_old_receipt_that_is_passed_on_takes_nobody_back() {
        accepted();
        Signed<StateReceipt> old = newest(PRODUCER).orElseThrow();
        for (int i = 0; i < SideBook.RECEIPTS_MAX + 5; i++) {
            bench.steps(round());
        }
        UtilityChannel before = bench.channel();

        assertThat(passedOn(old, CONSUMER)).isEmpty();
        assertThat(bench.channel()).isEqualTo(before);
    }

    @Test
    void a_receipt_whose_forerunners_nobody_showed_waits_for_them() {
        accepted();
        round();
        round();
        UtilityChannel before = bench.channel();
        Signed<StateReceipt> ahead = newest(PRODUCER).orElseThrow();

        assertThat(passedOn(ahead, CONSUMER))
                .containsExactly(new ReportFlaw.Unconnected(
                        PRODUCER, ahead.content().own().number()));
        assertThat(bench.channel()).isEqualTo(before);
    }

    /** A unit is not forgotten as long as a version may count that holds it. */
    @Test
    void a_unit_ends_when_both_sides_of_it_are_sure() {
        Ticket unit = accepted();
        bench.deliver(unit);
        var said = bench.households.round(List.of(), List.of(unit), List.of());
        said.stream()
                .map(event -> (StateReported) event.message())
                .filter(report -> report.receipt().isPresent())
                .forEach(report -> bench.step(
                        Households.says(report.receipt().get().content().side(), report)));
        assertThat(bench.reported(Notice.UnitEnded.class)).isEmpty();

        bench.steps(said);
        assertThat(bench.reported(Notice.UnitEnded.class)).hasSize(1);
        assertThat(bench.channel().files().list()).isEmpty();
    }

    /** However the two connections overtake each other, and whatever is told again: the same books, and no complaint. */
    @Property(tries = 12)
    void honest_reports_lead_to_the_same_books_in_every_order(@ForAll long seed) {
        Random random = new Random(seed);
        PassedOnReceiptsTest street = new PassedOnReceiptsTest();
        List<Ticket> units = street.bench.issue(2, PRICE, 250, 240, 250, 260);
        List<MessageReceived> said = new ArrayList<>();
        said.addAll(street.bench.households.round(units.subList(0, 2), List.of(), List.of()));
        said.addAll(street.bench.households.round(units.subList(2, 4), List.of(), units.subList(0, 1)));
        for (int i = 0; i < 5; i++) {
            said.addAll(street.round());
        }
        said.addAll(street.bench.households.round(List.of(), List.of(), units.subList(2, 3)));
        List<MessageReceived> consumers = by(CONSUMER, said);
        List<MessageReceived> producers = by(PRODUCER, said);

        int a = 0;
        int b = 0;
        while (a < consumers.size() || b < producers.size()) {
            boolean consumerSpeaks = b == producers.size() || (a < consumers.size() && random.nextBoolean());
            List<MessageReceived> speaker = consumerSpeaks ? consumers : producers;
            int place = consumerSpeaks ? a++ : b++;
            int again = random.nextInt(4) == 0 ? random.nextInt(place + 1) : place;
            for (MessageReceived event : speaker.subList(again, place + 1)) {
                assertThat(UtilityBench.refusals(street.bench.step(event))).isEmpty();
            }
        }

        Sides sides = street.bench.channel().sides();
        for (Party side : List.of(CONSUMER, PRODUCER)) {
            assertThat(sides.of(side).opened()).isEqualTo(street.newest(side));
            assertThat(sides.of(side).pending().tickets()).containsExactly(units.get(1), units.get(3));
            assertThat(sides.of(side).earlier()).isEmpty();
            assertThat(street.bench.channel().tower().covered(side)).contains(new CommitmentNumber(8));
        }
        assertThat(street.bench.reported(Notice.UnitEnded.class)).hasSize(2);
        assertThat(street.bench.reported(Notice.Fraud.class)).isEmpty();
    }

    private static List<MessageReceived> by(Party party, List<MessageReceived> said) {
        return said.stream().filter(event -> event.from() == party).toList();
    }
}
