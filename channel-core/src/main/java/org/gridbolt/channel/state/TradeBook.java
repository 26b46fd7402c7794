package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.TicketFlaw;
import org.gridbolt.penalty.contract.TicketRules;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.UnitNumber;

/**
 * What the utility has issued and this household has checked: prices and tickets, and the carry from which the next book
 * starts. The carry counts a unit when the utility reveals it: then it is certain to be paid, and utility and households, who
 * hear of it in the order of the utility's own messages, count alike.
 *
 * @param prices the announcements of slots that are not over, and always the newest one
 * @param books the books with tickets whose coins may still be pending, and always the newest one
 * @param carry the rounding after what was revealed
 * @param lastOffered the highest unit that was ever offered
 * @param hashes of all tickets that were ever issued: none comes twice
 */
public record TradeBook(
        List<Kept<Signed<PriceAnnouncement>>> prices,
        List<Kept<Signed<TicketBook>>> books,
        CumulativeRounding carry,
        Optional<UnitNumber> lastOffered,
        Set<Sha256Hash> hashes) {

    /** Before anything was issued. */
    public static final TradeBook EMPTY =
            new TradeBook(List.of(), List.of(), CumulativeRounding.START, Optional.empty(), Set.of());

    public TradeBook {
        prices = List.copyOf(prices);
        books = List.copyOf(books);
        hashes = Set.copyOf(hashes);
    }

    /** What a utility may issue ahead: for years of slots. */
    public static final int ISSUES_MAX = 2048;

    /** Whether there is no room for another price or book. */
    boolean isFull() {
        return prices.size() >= ISSUES_MAX || books.size() >= ISSUES_MAX;
    }

    /** Whether that price is here already. */
    boolean has(Signed<PriceAnnouncement> announcement) {
        return prices.stream().anyMatch(kept -> kept.value().equals(announcement));
    }

    /** Whether that book is here already. */
    boolean hasBook(Signed<TicketBook> book) {
        return books.stream().anyMatch(kept -> kept.value().equals(book));
    }

    /** Whether {@code announcement} comes next in the chain of prices; any may be the first that a household sees. */
    public boolean continues(PriceAnnouncement announcement) {
        return prices.isEmpty() || announcement.follows(newest(prices).content());
    }

    /** Why {@code book} cannot come next, if it cannot. */
    public Optional<TicketFlaw> flawOf(TicketBook book, ChannelContext context) {
        List<PriceAnnouncement> known =
                prices.stream().map(price -> price.value().content()).toList();
        TicketRules rules = new TicketRules(context.ref(), context.terms(), carry, known);
        return books.isEmpty()
                ? book.checkFirst(rules)
                : book.checkAfter(newest(books).content(), rules);
    }

    private static <T> T newest(List<Kept<T>> list) {
        return list.get(list.size() - 1).value();
    }

    /** With one more price. */
    public TradeBook withPrice(Kept<Signed<PriceAnnouncement>> price) {
        return new TradeBook(plus(prices, price), books, carry, lastOffered, hashes);
    }

    /** With one more book. */
    public TradeBook withBook(Kept<Signed<TicketBook>> book) {
        Set<Sha256Hash> all = new HashSet<>(hashes);
        book.value().content().tickets().forEach(ticket -> all.add(ticket.hash()));
        return new TradeBook(prices, plus(books, book), carry, lastOffered, all);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** After that unit was offered. */
    public TradeBook offered(UnitNumber unit) {
        return new TradeBook(prices, books, carry, Optional.of(unit), hashes);
    }

    /** After the utility revealed the unit of {@code ticket}. */
    public TradeBook revealed(Ticket ticket) {
        CumulativeRounding next = carry.afterSettling(ticket.price().costOf(ticket.energy()), ticket.amount());
        return new TradeBook(prices, books, next, lastOffered, hashes);
    }

    /** Whether that unit was never offered, nor any after it. */
    public boolean isNew(UnitNumber unit) {
        return lastOffered.isEmpty() || lastOffered.get().isBefore(unit);
    }

    /** The ticket of that unit, if a book that is still known has one. */
    public Optional<Ticket> ticket(UnitNumber unit) {
        for (Kept<Signed<TicketBook>> book : books) {
            List<Ticket> tickets = book.value().content().tickets();
            int place = search(tickets, unit);
            if (place >= 0) {
                return Optional.of(tickets.get(place));
            }
        }
        return Optional.empty();
    }

    /** Unit numbers rise in a book, so a large one need not be read from end to end. */
    private static int search(List<Ticket> tickets, UnitNumber unit) {
        int low = 0;
        int high = tickets.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = tickets.get(middle).unit().compareTo(unit);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Without what can matter no more at that tip. */
    public TradeBook at(BlockHeight tip, ChannelContext context) {
        return new TradeBook(
                keptOf(prices, price -> isOver(price.content(), tip, context)),
                keptOf(books, book -> isOver(book.content(), tip)),
                carry,
                lastOffered,
                hashes);
    }

    private static <T> List<Kept<T>> keptOf(List<Kept<T>> list, Predicate<T> isOver) {
        List<Kept<T>> kept = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (i == list.size() - 1 || !isOver.test(list.get(i).value())) {
                kept.add(list.get(i));
            }
        }
        return kept;
    }

    private static boolean isOver(PriceAnnouncement price, BlockHeight tip, ChannelContext context) {
        return context.terms().schedule().end(price.slot()).isBefore(tip);
    }

    private static boolean isOver(TicketBook book, BlockHeight tip) {
        return book.tickets().stream()
                .allMatch(ticket -> ticket.deadlines().claimableFrom().isBefore(tip));
    }
}
