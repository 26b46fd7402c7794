package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.PriceAnnounced;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.ExactCoins;
import org.junit.jupiter.api.Test;

class TradingTest {

    private static final long PRICE = 5_000_000_000_000L;

    private final UtilityBench bench = UtilityBench.trading();

    @Test
    void both_households_get_the_same_terms_and_the_channel_becomes_active() {
        assertThat(bench.state()).isInstanceOf(Trading.class);
        assertThat(bench.sent(CONSUMER, TermsOffered.class)).isEqualTo(bench.sent(PRODUCER, TermsOffered.class));
        TermsOffered offered = bench.sent(CONSUMER, TermsOffered.class).get(0);
        assertThat(offered.terms().isSignedBy(bench.profile.nodeKey().publicKey()))
                .isTrue();
        assertThat(offered.terms().content().check()).isEmpty();
        assertThat(bench.reported(Notice.Active.class)).hasSize(1);
    }

    @Test
    void the_first_receipts_of_both_are_acknowledged() {
        assertThat(bench.sent(CONSUMER, ReceiptsAcknowledged.class)).hasSize(1);
        assertThat(bench.sent(PRODUCER, ReceiptsAcknowledged.class))
                .isEqualTo(bench.sent(CONSUMER, ReceiptsAcknowledged.class));
    }

    @Test
    void a_delivered_unit_is_revealed_to_both_and_settles_once_folded() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        assertThat(bench.channel().files().find(unit.unit()).orElseThrow().acceptance())
                .isPresent();

        bench.deliver(unit);

        for (Party party : List.of(CONSUMER, PRODUCER)) {
            UnitDelivered delivered = bench.sent(party, UnitDelivered.class).get(0);
            assertThat(unit.isRevealedBy(delivered.preimage())).isTrue();
        }
        bench.steps(bench.households.round(List.of(), List.of(unit), List.of()));
        assertThat(bench.reported(Notice.UnitEnded.class))
                .containsExactly(new Notice.UnitEnded(unit.unit(), UnitOutcome.SETTLED, unit.amount()));
        assertThat(bench.channel().files().list()).isEmpty();
        assertThat(Audit.of(bench.state()).coins(UnitOutcome.SETTLED)).isEqualTo(unit.amount());
    }

    @Test
    void every_round_is_acknowledged_once_both_receipts_and_both_secrets_are_in() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        var said = bench.households.round(List.of(unit), List.of(), List.of());
        int before = bench.sent(CONSUMER, ReceiptsAcknowledged.class).size();

        bench.steps(said.subList(0, 3));
        var last = bench.step(said.get(3));

        var ack = bench.channel().sides().ack().orElseThrow();
        assertThat(last).contains(new ChannelAction.Send(PRODUCER, new ReceiptsAcknowledged(ack)));
        assertThat(ack.consumerReceipt())
                .isEqualTo(bench.households
                        .version(CONSUMER)
                        .receipt()
                        .orElseThrow()
                        .hash());
        assertThat(bench.sent(CONSUMER, ReceiptsAcknowledged.class).size()).isGreaterThan(before);
        assertThat(bench.channel().tower().covered(CONSUMER)).contains(new CommitmentNumber(1));
    }

    @Test
    void secrets_that_overtake_their_receipts_wait_for_them() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        bench.deliver(unit);
        // The producer's connection is faster: it reports two rounds before the consumer says a word, and passes no
        // receipt on.
        var first = bench.households.round(List.of(), List.of(unit), List.of());
        var second = bench.households.round(List.of(), List.of(), List.of());
        var all = new java.util.ArrayList<>(first);
        all.addAll(second);
        all.stream().filter(event -> event.from() == PRODUCER).forEach(event -> bench.step(withoutPeersReceipt(event)));
        assertThat(bench.channel().tower().covered(CONSUMER)).contains(new CommitmentNumber(1));

        all.stream().filter(event -> event.from() == CONSUMER).forEach(event -> bench.step(event));

        assertThat(bench.channel().tower().covered(CONSUMER)).contains(new CommitmentNumber(3));
        assertThat(bench.channel().tower().covered(PRODUCER)).contains(new CommitmentNumber(3));
        assertThat(bench.channel().sides().consumer().early()).isEmpty();
    }

    private static MessageReceived withoutPeersReceipt(MessageReceived event) {
        StateReported report = (StateReported) event.message();
        return Households.says(
                event.from(),
                new StateReported(report.receipt(), report.units(), report.peerSecret(), Optional.empty(), List.of()));
    }

    @Test
    void what_one_household_passes_on_of_the_other_is_in_the_books_at_once() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        bench.deliver(unit);
        var said = bench.households.round(List.of(), List.of(unit), List.of());

        said.stream().filter(event -> event.from() == PRODUCER).forEach(bench::step);

        assertThat(bench.channel().sides().consumer().opened())
                .isEqualTo(bench.households.version(CONSUMER).receipt());
        assertThat(bench.channel().tower().covered(CONSUMER)).contains(new CommitmentNumber(2));
    }

    @Test
    void a_ticket_that_nobody_offers_lapses() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.tick(unit.deadlines().acceptBy().value() + 1);
        assertThat(Audit.of(bench.state()).with(UnitOutcome.LAPSED)).containsExactly(unit);
        bench.tick(unit.deadlines().deliverBy().value() + 1);
        assertThat(bench.reported(Notice.UnitEnded.class))
                .containsExactly(new Notice.UnitEnded(unit.unit(), UnitOutcome.LAPSED, unit.amount()));
    }

    @Test
    void a_unit_that_the_producer_gives_back_is_refunded() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 240, 230);
        bench.steps(bench.households.round(units, List.of(), List.of()));
        bench.steps(bench.households.round(List.of(), List.of(), List.of(units.get(1))));
        assertThat(bench.reported(Notice.UnitEnded.class))
                .containsExactly(new Notice.UnitEnded(
                        units.get(1).unit(), UnitOutcome.REFUNDED, units.get(1).amount()));
        assertThat(bench.channel().sides().consumer().pending().tickets()).containsExactly(units.get(0), units.get(2));
    }

    @Test
    void several_changes_in_one_version_are_told_apart() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 250, 240, 230, 220, 210);
        bench.accept(units.subList(0, 3));
        bench.deliver(units.get(0));
        bench.deliver(units.get(1));
        List<Ticket> later = bench.issue(6, PRICE, 250, 250, 250);

        bench.steps(bench.households.round(
                later.subList(0, 2), List.of(units.get(0), units.get(1)), List.of(units.get(2))));

        assertThat(bench.channel().sides().producer().pending().tickets()).isEqualTo(later.subList(0, 2));
        assertThat(bench.reported(Notice.UnitEnded.class))
                .extracting(Notice.UnitEnded::outcome)
                .containsExactly(UnitOutcome.SETTLED, UnitOutcome.SETTLED, UnitOutcome.REFUNDED);
    }

    @Test
    void a_receipt_that_pays_for_what_was_not_revealed_is_not_acknowledged() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        var ack = bench.channel().sides().ack();

        var said = bench.households.round(List.of(), List.of(unit), List.of());

        assertThat(UtilityBench.refusals(bench.step(said.get(0))))
                .containsExactly(new ReportFlaw.Unexplained(PRODUCER, new CommitmentNumber(2)));
        bench.steps(said.subList(1, 4));
        assertThat(bench.channel().sides().ack()).isEqualTo(ack);
        // The watchtower has it all the same: whatever the state holds, nobody may publish the one before.
        assertThat(bench.channel().tower().record().isRevoked(PRODUCER, new CommitmentNumber(1)))
                .isTrue();
    }

    @Test
    void the_next_book_carries_on_from_what_was_revealed() {
        List<Ticket> first = bench.issue(2, 5_000_100_000_000L, 251, 251);
        assertThat(first).extracting(Ticket::amount).containsExactly(Coin.valueOf(1_255), Coin.valueOf(1_255));
        bench.accept(first);
        bench.deliver(first.get(1));

        bench.issue(6, PRICE, 250);

        var book = bench.sent(CONSUMER, TicketsIssued.class).get(1).book().content();
        ExactCoins exact = first.get(1).price().costOf(first.get(1).energy());
        assertThat(book.carry().carry())
                .isEqualTo(exact.minus(ExactCoins.of(first.get(1).amount())));
    }

    @Test
    void a_producer_below_its_bond_gets_no_tickets() {
        bench.price(2, PRICE);
        UtilityChannel poor = bench.channel()
                .with(new Sides(
                        bench.channel().sides().consumer(),
                        SideBook.opening(Households.CONTRIBUTIONS.with(PRODUCER, Coin.valueOf(79_999))),
                        Optional.empty()));
        assertThat(new Trading(poor)
                        .follow(new UtilityOrder.IssueTickets(List.of(UtilityBench.unit(1, 2, PRICE, 250))))
                        .flaw())
                .contains(new OrderFlaw.BelowBond(Coin.valueOf(79_999), Coin.valueOf(80_000)));
    }

    @Test
    void orders_that_nobody_could_follow_are_refused() {
        bench.price(2, PRICE);
        assertThat(refused()).isEqualTo(new OrderFlaw.WrongCount(0));
        assertThat(refused(UtilityBench.unit(2, 2, PRICE, 250), UtilityBench.unit(1, 2, PRICE, 250)))
                .isInstanceOf(OrderFlaw.NotRising.class);
        assertThat(refused(UtilityBench.unit(1, 2, PRICE + 1, 250))).isInstanceOf(OrderFlaw.BadBook.class);
        assertThat(refused(UtilityBench.unit(1, 3, PRICE, 250))).isInstanceOf(OrderFlaw.BadBook.class);
        assertThat(refused(UtilityBench.unit(1, 2, PRICE, 10))).isInstanceOf(OrderFlaw.BadBook.class);
        assertThat(refused(UtilityBench.unit(1, 2_000, PRICE, 250))).isInstanceOf(OrderFlaw.OutsideSchedule.class);
        bench.tick(131);
        assertThat(refused(UtilityBench.unit(1, 2, PRICE, 250))).isInstanceOf(OrderFlaw.TooLate.class);
    }

    private OrderFlaw refused(org.gridbolt.pricing.PlannedUnit... units) {
        return bench.state()
                .follow(new UtilityOrder.IssueTickets(List.of(units)))
                .flaw()
                .orElseThrow();
    }

    @Test
    void a_price_outside_the_chain_is_not_passed_on() {
        bench.price(2, PRICE);
        var stranger = PriceBoard.empty(org.gridbolt.penalty.contract.ChainId.REGTEST)
                .announce(
                        new org.gridbolt.pricing.Slot(3),
                        new org.gridbolt.pricing.WattHours(1),
                        new org.gridbolt.pricing.Price(PRICE),
                        bench.tip(),
                        bench.profile.nodeKey());
        assertThat(bench.state()
                        .follow(new UtilityOrder.PassPrice(stranger.newest().orElseThrow()))
                        .flaw())
                .contains(new OrderFlaw.BrokenPriceChain());
    }

    @Test
    void a_household_that_comes_back_is_told_what_it_may_have_missed_in_the_order_in_which_it_was_said() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        assertThat(kinds(bench.step(new Connected(CONSUMER))))
                .containsExactly("PriceAnnounced", "TicketsIssued", "ReceiptsAcknowledged");
        bench.accept(List.of(unit));
        bench.deliver(unit);
        bench.issue(6, PRICE, 250);

        List<ChannelAction> told = bench.step(new Connected(CONSUMER));

        // It has offered the ticket, so it has the first book and the price before it.
        assertThat(kinds(told))
                .containsExactly("UnitDelivered", "PriceAnnounced", "TicketsIssued", "ReceiptsAcknowledged");
        assertThat(bench.restart()).containsAll(told);
        assertThat(bench.sent(CONSUMER, PriceAnnounced.class)).isNotEmpty();
    }

    private static List<String> kinds(List<ChannelAction> told) {
        return told.stream()
                .map(action -> ((ChannelAction.Send) action).message().kind())
                .toList();
    }

    @Test
    void a_reorganisation_of_the_funding_suspends_the_channel() {
        bench.step(new Unconfirmed(Households.WALLET));
        assertThat(bench.state()).isInstanceOf(Funding.class);
        assertThat(bench.reported(Notice.Suspended.class)).hasSize(1);
        assertThat(bench.state()
                        .follow(new UtilityOrder.IssueTickets(List.of()))
                        .flaw())
                .containsInstanceOf(OrderFlaw.NotNow.class);
    }
}
