package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Deadlines;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.penalty.contract.TicketFlaw;
import org.gridbolt.penalty.contract.TicketRules;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.UnitNumber;

/**
 * Where prices and tickets are given out. A book goes through the households' own check before it is signed, so that what is
 * given out is never refused.
 */
final class Counter {

    private final UtilityChannel channel;
    private final Terms terms;

    private Counter(UtilityChannel channel) {
        this.channel = channel;
        this.terms = channel.context().terms();
    }

    static Outcome<UtilityChannel, OrderFlaw> serve(UtilityChannel channel, UtilityOrder order) {
        Counter counter = new Counter(channel);
        return order instanceof UtilityOrder.PassPrice pass
                ? counter.pass(pass.price())
                : counter.issue(((UtilityOrder.IssueTickets) order).units());
    }

    /** The price of a slot that was passed on before changes nothing. */
    private Outcome<UtilityChannel, OrderFlaw> pass(Signed<PriceAnnouncement> price) {
        Optional<PriceAnnouncement> newest = channel.issued().newestPrice();
        boolean own = price.isSignedBy(channel.context().profile().nodeKey().publicKey())
                && price.content().chain().equals(terms.identity().chain());
        if (!own || newest.filter(earlier -> !price.content().follows(earlier)).isPresent()) {
            return Outcome.flawed(new OrderFlaw.BrokenPriceChain());
        }
        return Outcome.of(
                channel.with(channel.issued().plus(new Kept<>(channel.history().size(), price)))
                        .noting(new HistoryEntry.Priced(price)));
    }

    private Outcome<UtilityChannel, OrderFlaw> issue(List<PlannedUnit> units) {
        Optional<OrderFlaw> flaw = count(units)
                .or(() -> rising(units))
                .or(this::bond)
                .or(() -> units.stream().flatMap(unit -> time(unit).stream()).findFirst());
        return flaw.<Outcome<UtilityChannel, OrderFlaw>>map(Outcome::flawed).orElseGet(() -> issue(book(units)));
    }

    private static Optional<OrderFlaw> count(List<PlannedUnit> units) {
        boolean fits = !units.isEmpty() && units.size() <= TicketBook.TICKETS_MAX;
        return fits ? Optional.empty() : Optional.of(new OrderFlaw.WrongCount(units.size()));
    }

    private Optional<OrderFlaw> rising(List<PlannedUnit> units) {
        Optional<UnitNumber> last = channel.issued().lastUnit();
        for (PlannedUnit unit : units) {
            if (last.filter(earlier -> !earlier.isBefore(unit.number())).isPresent()) {
                return Optional.of(new OrderFlaw.NotRising(unit.number(), last.get()));
            }
            last = Optional.of(unit.number());
        }
        return Optional.empty();
    }

    private Optional<OrderFlaw> bond() {
        if (Verdicts.anyDefault(channel)) {
            return Optional.of(new OrderFlaw.NotNow("a ticket book", "of a default"));
        }
        Coin balance =
                least(Party.CONSUMER).isLessThan(least(Party.PRODUCER)) ? least(Party.CONSUMER) : least(Party.PRODUCER);
        Coin bond = terms.limits().producerBond();
        return balance.isLessThan(bond) ? Optional.of(new OrderFlaw.BelowBond(balance, bond)) : Optional.empty();
    }

    /** The producer's balance in the newest version of that side. */
    private Coin least(Party side) {
        return channel.sides().of(side).balances().producer();
    }

    private Optional<OrderFlaw> time(PlannedUnit unit) {
        SlotSchedule schedule = terms.schedule();
        long start = schedule.slotZero().value()
                + Math.multiplyFull(schedule.slotLength().value(), unit.slot().number());
        if (start < 2 || start > schedule.expiry().value()) {
            return Optional.of(new OrderFlaw.OutsideSchedule(unit.slot()));
        }
        BlockHeight offerBy = terms.deadlines(unit.slot()).offerBy();
        return channel.tip().isAfter(offerBy)
                ? Optional.of(new OrderFlaw.TooLate(unit.number(), offerBy, channel.tip()))
                : Optional.empty();
    }

    private TicketBook book(List<PlannedUnit> units) {
        Issued issued = channel.issued();
        List<Coin> amounts =
                issued.carry().amounts(units.stream().map(PlannedUnit::cost).toList());
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            tickets.add(ticket(units.get(i), amounts.get(i), issued.nextNumber()));
        }
        return new TicketBook(
                channel.context().ref(), issued.nextNumber(), issued.previousHash(), issued.carry(), tickets);
    }

    private Ticket ticket(PlannedUnit unit, Coin amount, int book) {
        Deadlines deadlines = terms.deadlines(unit.slot());
        TicketDraft draft = new TicketDraft(unit.number(), unit.slot(), unit.energy(), unit.price(), amount, deadlines);
        return channel.context().preimages().ticket(channel.context().ref(), book, draft);
    }

    private Outcome<UtilityChannel, OrderFlaw> issue(TicketBook book) {
        Issued issued = channel.issued();
        TicketRules rules = new TicketRules(channel.context().ref(), terms, issued.carry(), issued.announcements());
        Optional<TicketFlaw> flaw = issued.newestBook()
                .map(earlier -> book.checkAfter(earlier, rules))
                .orElseGet(() -> book.checkFirst(rules));
        return flaw.<Outcome<UtilityChannel, OrderFlaw>>map(found -> Outcome.flawed(new OrderFlaw.BadBook(found)))
                .orElseGet(() -> Outcome.of(issued(book)));
    }

    private UtilityChannel issued(TicketBook book) {
        Signed<TicketBook> signed =
                Signed.sign(book, channel.context().profile().nodeKey());
        Kept<Signed<TicketBook>> kept = new Kept<>(channel.history().size(), signed);
        return channel.with(channel.issued().plusBook(kept))
                .with(channel.files().plus(book.tickets(), book.number()))
                .noting(new HistoryEntry.Booked(signed));
    }
}
