package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Depths;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Flaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a household tells of itself counts for what it may lose by it, what its peer passes on counts for good: by no receipt of its
 * own making, and by no silence, does a household escape a ruling, make a promise void, or blind the watchtower.
 */
class OwnWordTest {

    private static final long PRICE = 5_000_000_000_000L;
    private static final int GRID_FEE = 500;

    private UtilityBench bench = UtilityBench.trading();

    private Optional<Signed<StateReceipt>> newest(Party side) {
        return bench.households.version(side).receipt();
    }

    private StateReceipt held(Party side) {
        return newest(side).orElseThrow().content();
    }

    @CanIgnoreReturnValue
    private List<MessageReceived> round() {
        return bench.households.round(List.of(), List.of(), List.of());
    }

    @CanIgnoreReturnValue
    private List<Flaw> says(StateReceipt receipt, List<Ticket> units) {
        return UtilityBench.refusals(bench.step(Households.says(receipt.side(), Households.claim(receipt, units))));
    }

    /** The receipt that {@code side} might sign next, of those coins and units. */
    private StateReceipt next(Party side, Allocation balances, Sha256Hash root) {
        StateReceipt held = held(side);
        VersionTip own = bench.households.tip(side, held.own().number().value() + 1);
        return new StateReceipt(held.channel(), side, own, held.peer(), balances, root, held.hash());
    }

    /** The same state under another number and a point that nobody was ever given. */
    private StateReceipt numbered(StateReceipt held, CommitmentNumber number) {
        VersionTip own =
                new VersionTip(number, bench.households.tip(held.side(), 90).point());
        return new StateReceipt(
                held.channel(), held.side(), own, held.peer(), held.balances(), held.pendingRoot(), held.hash());
    }

    private void acknowledgedNewest() {
        for (Party side : List.of(CONSUMER, PRODUCER)) {
            assertThat(bench.channel().sides().acknowledged(side))
                    .isEqualTo(newest(side).map(Signed::hash));
        }
    }

    private void openedNewest() {
        for (Party side : List.of(CONSUMER, PRODUCER)) {
            SideBook book = bench.channel().sides().of(side);
            assertThat(book.opened()).isEqualTo(newest(side));
            assertThat(book.unopened()).isEmpty();
        }
    }

    /** The ruling on the default of {@code unit}, on the state that the consumer really has. */
    private void ruledOn(Ticket unit) {
        List<RulingIssued> issued = bench.sent(CONSUMER, RulingIssued.class);
        assertThat(issued).hasSize(1);
        RulingFile ruling = issued.get(0).file();
        assertThat(ruling.ruling().content().units(Verdict.DEFAULT)).containsExactly(unit.unit());
        assertThat(Optional.of(ruling.evidence().consumer().receipt())).isEqualTo(newest(CONSUMER));
    }

    private void fails(Ticket unit) {
        bench.measure(unit, 0);
        bench.tick(unit.deadlines().deliverBy().value() + 4);
    }

    /** All that the consumer says, and of the producer's words the secrets only. */
    private void tellsSecretsOnly(List<MessageReceived> said) {
        for (MessageReceived event : said) {
            StateReported report = (StateReported) event.message();
            if (event.from() == CONSUMER) {
                assertThat(UtilityBench.refusals(bench.step(event))).isEmpty();
            } else if (report.peerSecret().isPresent()) {
                bench.step(Households.says(PRODUCER, new StateReported(Optional.empty(), report.peerSecret())));
            }
        }
    }

    /** Else the consumer would offer units on and on, in versions for which the books have no room in the end. */
    @Test
    void a_consumer_whose_producer_shows_no_receipt_of_it_is_not_told_that_all_is_well() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        Optional<Sha256Hash> shown = newest(CONSUMER).map(Signed::hash);
        Ticket later = bench.issue(3, PRICE, 250).get(0);
        tellsSecretsOnly(bench.households.round(List.of(later), List.of(), List.of()));
        for (int i = 0; i < 40; i++) {
            tellsSecretsOnly(round());
        }

        assertThat(bench.channel().sides().acknowledged(CONSUMER)).isEqualTo(shown);
        assertThat(bench.channel().sides().acknowledged(PRODUCER)).isNotEqualTo(shown);
        assertThat(UtilityBench.refusals(bench.step(bench.households.accept(later))))
                .containsExactly(new ReportFlaw.NotAcknowledged(later.unit()));
        bench.tick(bench.channel()
                        .slotStart(bench.channel().files().find(later.unit()).orElseThrow())
                        .value()
                + 1);
        fails(unit);
        ruledOn(unit);
    }

    /** Every set of six of the twelve has the same coins: only who reports the state can say which of them it pays. */
    @Test
    void units_of_equal_coins_are_paid_in_any_order() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 250, 250, 250, 250, 250, 250, 250, 250, 250, 250, 250);
        bench.accept(units);
        units.forEach(bench::deliver);

        for (MessageReceived event : bench.households.round(List.of(), units.subList(6, 12), List.of())) {
            assertThat(UtilityBench.refusals(bench.step(event))).isEmpty();
        }

        openedNewest();
        acknowledgedNewest();
        assertThat(bench.channel().sides().consumer().pending().tickets()).isEqualTo(units.subList(0, 6));
    }

    private static MessageReceived withoutUnits(MessageReceived event) {
        StateReported report = (StateReported) event.message();
        return Households.says(
                event.from(),
                new StateReported(report.receipt(), List.of(), report.peerSecret(), report.peerReceipt(), List.of()));
    }

    /** Who passes a state on may say that it holds other units than it does. */
    @Test
    void a_state_that_was_not_opened_does_not_end_the_books() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        Optional<Sha256Hash> opened = newest(CONSUMER).map(Signed::hash);
        for (int i = 0; i < 3; i++) {
            round().forEach(event -> bench.step(withoutUnits(event)));
        }
        assertThat(bench.channel().sides().acknowledged(CONSUMER)).isEqualTo(opened);
        for (Party side : List.of(CONSUMER, PRODUCER)) {
            assertThat(bench.channel().sides().of(side).unopened()).hasSize(3);
        }

        bench.steps(round());

        openedNewest();
        acknowledgedNewest();
        fails(unit);
        ruledOn(unit);
    }

    @Test
    void a_state_that_was_not_opened_is_when_its_household_says_its_units() {
        bench.accept(bench.issue(2, PRICE, 250));
        List<MessageReceived> said = round();
        said.forEach(event -> bench.step(withoutUnits(event)));

        for (MessageReceived event : said) {
            assertThat(UtilityBench.refusals(bench.step(event))).isEmpty();
        }

        openedNewest();
        acknowledgedNewest();
    }

    /** It has the coins of its pending units back: the utility can open it. */
    private StateReceipt refunds(Party side) {
        StateReceipt held = held(side);
        Coin coins = Payments.total(bench.households.version(side).units());
        Allocation back =
                held.balances().with(CONSUMER, held.balances().consumer().add(coins));
        return next(side, back, PendingUnits.NONE.root());
    }

    /** Both newest receipts are acknowledged, so the producer accepts; the consumer's lies are there first. */
    @Test
    void a_consumer_does_not_make_a_promise_void_by_receipts_of_its_own_making() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.steps(bench.households.round(List.of(unit), List.of(), List.of()));
        acknowledgedNewest();
        StateReceipt lie = refunds(CONSUMER);
        for (int i = 0; i < SideBook.RECEIPTS_MAX + 5; i++) {
            assertThat(says(lie, List.of())).isEmpty();
            VersionTip own = new VersionTip(lie.own().number().next(), lie.own().point());
            lie = new StateReceipt(
                    lie.channel(), CONSUMER, own, lie.peer(), lie.balances(), lie.pendingRoot(), lie.hash());
        }

        assertThat(UtilityBench.refusals(bench.step(bench.households.accept(unit))))
                .isEmpty();
        bench.deliver(unit);
        assertThat(bench.sent(PRODUCER, UnitDelivered.class)).hasSize(1);
    }

    /** The producer's next receipt names the same number and point, and is there before what the producer passes on. */
    @Test
    void a_receipt_of_its_own_making_is_not_confirmed_by_the_peers_naming_its_version() {
        bench.accept(bench.issue(2, PRICE, 250));
        assertThat(says(refunds(CONSUMER), List.of())).isEmpty();
        List<MessageReceived> first = round();
        List<MessageReceived> second = round();
        bench.steps(first.subList(0, 2));
        bench.step(second.get(0));

        bench.step(first.get(3));
        bench.steps(second.subList(1, 4));

        openedNewest();
        acknowledgedNewest();
    }

    @Test
    void a_receipt_far_ahead_of_the_truth_does_not_end_the_acknowledgements() {
        for (Party liar : List.of(PRODUCER, CONSUMER)) {
            new OwnWordTest().acknowledgedDespite(liar);
        }
    }

    private void acknowledgedDespite(Party liar) {
        bench.steps(round());
        acknowledgedNewest();
        says(numbered(held(liar), new CommitmentNumber(1L << 40)), List.of());
        for (int i = 0; i < 10; i++) {
            bench.steps(round());
        }
        acknowledgedNewest();
    }

    /** Its own word alone puts nothing off: nobody ever offered it that unit. */
    @Test
    void a_producer_does_not_put_its_ruling_off_by_a_unit_that_it_was_never_offered() {
        for (boolean lies : new boolean[] {false, true}) {
            assertThat(new OwnWordTest().blocksToTheRuling(lies))
                    .isLessThan(Windows.DEFAULT.csv().value());
        }
    }

    private int blocksToTheRuling(boolean lies) {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        Ticket late = bench.issue(12, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        if (lies) {
            StateReceipt held = held(PRODUCER);
            Allocation less =
                    held.balances().with(CONSUMER, held.balances().consumer().subtract(late.amount()));
            List<Ticket> units = List.of(unit, late);
            assertThat(says(next(PRODUCER, less, new PendingUnits(units).root()), units))
                    .isEmpty();
        }
        bench.measure(unit, 0);
        int published = bench.tip().value();
        bench.spent(published(PRODUCER));
        while (bench.sent(CONSUMER, RulingIssued.class).isEmpty() && bench.tip().value() < published + 100) {
            bench.tick(bench.tip().value() + 1);
        }
        ruledOn(unit);
        return bench.tip().value() - published;
    }

    private Transaction published(Party owner) {
        Households.Version version = bench.households.version(owner);
        return bench.households.published(
                bench.channel().context().wallet(), owner, version.number(), version.balances(), version.units());
    }

    private static UtilityBench withGridFee() {
        Graded policy = new Graded(new Fraction(1, 10), 0, new PerMille(250));
        Clauses usual = Clauses.DEFAULT;
        Clauses clauses = new Clauses(
                policy, usual.deliveryTolerance(), Coin.valueOf(GRID_FEE), usual.fundingFee(), usual.template());
        UtilityBench bench =
                new UtilityBench(3, new Conditions(Windows.DEFAULT, Depths.DEFAULT, Optional.empty(), clauses));
        bench.open();
        return bench;
    }

    /** What the consumer's receipt gives the grid, the producer's gives the producer: no division would suit both. */
    @Test
    void a_producer_does_not_escape_by_a_receipt_that_gives_it_the_grid_fees() {
        bench = withGridFee();
        Ticket unit = afterAPaidUnit();
        StateReceipt held = held(PRODUCER);
        Allocation fees = new Allocation(
                held.balances().consumer(),
                held.balances().producer().add(held.balances().utility()),
                Coin.ZERO);

        StateReceipt lie = next(PRODUCER, fees, held.pendingRoot());
        assertThat(says(lie, List.of(unit)))
                .containsExactly(new ReportFlaw.Unexplained(PRODUCER, lie.own().number()));
        fails(unit);
        ruledOn(unit);
    }

    /** A unit was paid with its fee; the next one is accepted. */
    private Ticket afterAPaidUnit() {
        Ticket paid = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(paid));
        bench.deliver(paid);
        Allocation before = Households.CONTRIBUTIONS;
        Allocation after = new Allocation(
                before.consumer().subtract(paid.amount()),
                before.producer().add(paid.amount()).subtract(Coin.valueOf(GRID_FEE)),
                Coin.valueOf(GRID_FEE));
        for (Party side : List.of(PRODUCER, CONSUMER)) {
            long revoked = bench.households.version(side).number();
            bench.households.restate(side, after);
            bench.step(Households.says(side, bench.households.receipt(side)));
            bench.step(Households.says(side.peer(), bench.households.revocation(side, revoked)));
        }
        Ticket unit = bench.issue(5, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        acknowledgedNewest();
        return unit;
    }

    /** A false point that its peer's word could not correct any more, if a later lie made all that is passed on old. */
    @Test
    void a_producer_does_not_blind_the_watchtower_to_its_revoked_versions() {
        for (boolean farAhead : new boolean[] {false, true}) {
            new OwnWordTest().revokedDespite(farAhead);
        }
    }

    private void revokedDespite(boolean farAhead) {
        bench.steps(round());
        StateReceipt held = held(PRODUCER);
        CommitmentNumber next = held.own().number().next();
        says(numbered(held, next), List.of());
        if (farAhead) {
            says(numbered(held, new CommitmentNumber(1L << 40)), List.of());
        }
        for (int i = 0; i < 4; i++) {
            round().stream().filter(event -> event.from() == CONSUMER).forEach(bench::step);
        }

        var record = bench.channel().tower().record();
        for (CommitmentNumber number : List.of(next, next.next())) {
            assertThat(record.isRevoked(PRODUCER, number)).isTrue();
        }
    }

    /** The points of versions that never were leave the watchtower no room for what the household tells, only for what is passed on. */
    @Test
    void nor_by_naming_many_versions_of_the_consumer_that_never_were() {
        bench.steps(round());
        StateReceipt held = held(PRODUCER);
        CommitmentNumber next = held.own().number().next();
        for (int i = 0; i < 100; i++) {
            VersionTip own = bench.households.tip(PRODUCER, next.value() + i);
            VersionTip peer = bench.households.tip(CONSUMER, 1_000 + i);
            says(
                    new StateReceipt(
                            held.channel(), PRODUCER, own, peer, held.balances(), held.pendingRoot(), held.hash()),
                    List.of());
        }
        for (int i = 0; i < 4; i++) {
            round().stream().filter(event -> event.from() == CONSUMER).forEach(bench::step);
        }

        assertThat(bench.channel().tower().record().isRevoked(PRODUCER, next)).isTrue();
    }

    /** On the penalty that another unit's default brings, its coins would be the consumer's, and the utility would have less. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_consumer_does_not_take_back_a_delivered_unit_by_a_receipt_of_its_own_making(boolean before) {
        List<Ticket> units = bench.issue(2, PRICE, 250, 240);
        bench.accept(units);
        StateReceipt held = held(CONSUMER);
        Allocation back = held.balances()
                .with(CONSUMER, held.balances().consumer().add(units.get(0).amount()));
        List<Ticket> left = units.subList(1, 2);
        StateReceipt lie = next(CONSUMER, back, new PendingUnits(left).root());
        if (before) {
            says(lie, left);
            bench.deliver(units.get(0));
        } else {
            bench.deliver(units.get(0));
            assertThat(says(lie, left)).hasAtLeastOneElementOfType(ReportFlaw.Unexplained.class);
        }
        fails(units.get(1));

        RulingFile ruling = bench.sent(CONSUMER, RulingIssued.class).get(0).file();
        Allocation paid =
                RulingMaker.verified(bench.channel(), ruling).orElseThrow().onWallet();
        assertThat(paid).isEqualTo(Allocation.of(200_000 - 1_250 - 1_200, 1_250, 80_000 + 1_200));
    }

    /** Of version 0 too: a household may tell it when tickets were issued already. */
    @Test
    void a_producer_does_not_escape_by_a_version_0_of_its_own_making() {
        bench = new UtilityBench();
        bench.openUntold();
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.step(Households.says(CONSUMER, bench.households.receipt(CONSUMER)));
        StateReceipt truth =
                bench.households.receipt(PRODUCER).receipt().orElseThrow().content();
        Allocation less =
                truth.balances().with(CONSUMER, truth.balances().consumer().subtract(unit.amount()));
        StateReceipt lie = new StateReceipt(
                truth.channel(),
                PRODUCER,
                truth.own(),
                truth.peer(),
                less,
                new PendingUnits(List.of(unit)).root(),
                truth.previous());
        assertThat(says(lie, List.of(unit))).isEmpty();
        for (Party side : List.of(CONSUMER, PRODUCER)) {
            bench.step(Households.says(side.peer(), bench.households.passedOn(side)));
        }

        bench.accept(List.of(unit));
        openedNewest();
        acknowledgedNewest();
        fails(unit);
        ruledOn(unit);
    }
}
