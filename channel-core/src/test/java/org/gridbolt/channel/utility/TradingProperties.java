package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.ExactCoins;

class TradingProperties {

    /** What becomes of a unit in a pattern. */
    private enum Fate {
        SETTLES,
        IS_GIVEN_BACK,
        LAPSES
    }

    /** Whatever settles, fails and lapses: what is paid stays with the exact price, and every amount is its floor or ceiling. */
    @Property(tries = 25)
    void paid_and_exact_stay_together(
            @ForAll @Size(min = 1, max = 4)
                    List<@LongRange(min = 3_000_000_000_001L, max = 9_000_000_000_000L) Long> prices,
            @ForAll @Size(min = 4, max = 12) List<Fate> fates) {
        UtilityBench bench = UtilityBench.trading();
        int next = 0;
        int skippedMost = 0;
        for (int book = 0; book < prices.size(); book++) {
            List<Fate> ofBook = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                ofBook.add(fates.get(next++ % fates.size()));
            }
            trade(bench, 2 + 4 * book, prices.get(book), ofBook);
            skippedMost = Math.max(skippedMost, (int)
                    ofBook.stream().filter(fate -> fate != Fate.SETTLES).count());
        }
        Audit audit = Audit.of(bench.state());
        ExactCoins exact = audit.cost(UnitOutcome.SETTLED);
        ExactCoins paid = ExactCoins.of(audit.coins(UnitOutcome.SETTLED));
        assertThat(bench.channel().issued().carry().carry()).isEqualTo(exact.minus(paid));
        assertThat(exact.minus(paid).abs().isBelow(Coin.valueOf(1 + skippedMost)))
                .isTrue();
        assertBooksAreChained(bench);
    }

    private static void trade(UtilityBench bench, int slot, long price, List<Fate> fates) {
        List<Ticket> units = bench.issue(slot, price, 251, 249, 250);
        List<Ticket> offered = those(units, fates, Fate.SETTLES, Fate.IS_GIVEN_BACK);
        List<Ticket> settling = those(units, fates, Fate.SETTLES);
        if (!offered.isEmpty()) {
            bench.steps(bench.households.round(offered, List.of(), List.of()));
        }
        if (!settling.isEmpty()) {
            bench.step(bench.households.accept(settling.toArray(Ticket[]::new)));
            settling.forEach(bench::deliver);
        }
        if (!offered.isEmpty()) {
            bench.steps(bench.households.round(List.of(), settling, those(units, fates, Fate.IS_GIVEN_BACK)));
        }
        bench.tick(UtilityBench.SCHEDULE.end(units.get(0).slot()).value() + 2);
        assertThat(bench.channel().files().list()).isEmpty();
    }

    private static List<Ticket> those(List<Ticket> units, List<Fate> fates, Fate... wanted) {
        List<Ticket> found = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (List.of(wanted).contains(fates.get(i))) {
                found.add(units.get(i));
            }
        }
        return found;
    }

    private static void assertBooksAreChained(UtilityBench bench) {
        Sha256Hash previous = Sha256Hash.ZERO_HASH;
        for (TicketsIssued issued : bench.sent(CONSUMER, TicketsIssued.class)) {
            TicketBook book = issued.book().content();
            assertThat(book.previous()).isEqualTo(previous);
            for (Ticket ticket : book.tickets()) {
                ExactCoins cost = ticket.price().costOf(ticket.energy());
                assertThat(ticket.amount()).isBetween(cost.floorCoins(), cost.ceilCoins());
            }
            previous = book.hash();
        }
    }

    /**
     * Whatever comes in which order, restarts and reorganisations included, the utility signs one spend of the wallet at most,
     * and none before the consumer has signed.
     */
    @Property(tries = 30)
    void the_utility_signs_one_spend_of_the_wallet_at_most(
            @ForAll @Size(min = 5, max = 14) List<@IntRange(max = 6) Integer> moves) {
        UtilityBench bench = UtilityBench.trading();
        List<Ticket> units = bench.issue(2, 5_000_000_000_000L, 250, 250, 250);
        bench.accept(units);
        bench.measure(units.get(0), 100);
        bench.measure(units.get(1), 250);
        bench.measure(units.get(2), 50);
        bench.tick(143);
        for (int move : moves) {
            play(bench, units, move);
        }
        Set<Sha256Hash> signed = new HashSet<>();
        bench.published(Purpose.PENALTY).forEach(penalty -> signed.add(penalty.txid()));
        assertThat(signed).hasSizeLessThanOrEqualTo(1);
        assertThat(bench.channel().bench().signed().spends().size()).isEqualTo(signed.size());
    }

    private static void play(UtilityBench bench, List<Ticket> units, int move) {
        switch (move) {
            case 0 -> consumerSigns(bench, 0);
            case 1 -> consumerSigns(bench, Integer.MAX_VALUE);
            case 2 -> fold(bench, units.get(1));
            case 3 -> bench.restart();
            case 4 -> bench.tick(bench.tip().value() + 1);
            case 5 -> confirm(bench);
            default -> bench.step(new Unspent(Households.WALLET));
        }
    }

    /** The consumer signs the first ruling, or the last, by whatever state it was made on. */
    private static void consumerSigns(UtilityBench bench, int which) {
        List<RulingIssued> issued = bench.sent(CONSUMER, RulingIssued.class);
        RulingFile file = issued.get(Math.min(which, issued.size() - 1)).file();
        PenaltyTx penalty = RulingMaker.penalty(bench.channel(), file);
        Signature signature = penalty.sign(bench.households.secrets(CONSUMER).walletKeyWith(UTILITY));
        bench.step(Households.says(CONSUMER, new PenaltySigned(penalty.ruling(), penalty.txid(), signature)));
    }

    private static void fold(UtilityBench bench, Ticket unit) {
        if (bench.households.version(CONSUMER).units().contains(unit)) {
            bench.steps(bench.households.round(List.of(), List.of(unit), List.of()));
        }
    }

    private static void confirm(UtilityBench bench) {
        List<Transaction> penalties = bench.published(Purpose.PENALTY);
        if (!penalties.isEmpty() && !(bench.state() instanceof Settling)) {
            bench.spent(penalties.get(0));
        }
    }

    /** Two announcements after one another are a chain, whatever their prices. */
    @Property(tries = 20)
    void prices_are_chained(@ForAll @Size(min = 2, max = 6) List<@LongRange(min = 1, max = 1L << 50) Long> prices) {
        UtilityBench bench = UtilityBench.trading();
        for (int i = 0; i < prices.size(); i++) {
            bench.price(2 + i, prices.get(i));
        }
        var announced = bench.sent(CONSUMER, org.gridbolt.channel.message.PriceAnnounced.class).stream()
                .map(org.gridbolt.channel.message.PriceAnnounced::announcement)
                .map(Signed::content)
                .toList();
        for (int i = 1; i < announced.size(); i++) {
            assertThat(announced.get(i).follows(announced.get(i - 1))).isTrue();
        }
    }
}
