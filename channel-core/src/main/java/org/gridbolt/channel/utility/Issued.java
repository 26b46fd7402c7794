package org.gridbolt.channel.utility;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.UnitNumber;

/**
 * What the utility has announced and issued, as far as it still matters.
 *
 * @param prices of slots that are not over, and always the newest, with their places in the history
 * @param books with units that have not ended, and always the newest, with their places in the history
 * @param carry the rounding after what was revealed: the next book starts from it
 */
public record Issued(
        List<Kept<Signed<PriceAnnouncement>>> prices, List<Kept<Signed<TicketBook>>> books, CumulativeRounding carry) {

    /** Nothing yet. */
    public static final Issued NOTHING = new Issued(List.of(), List.of(), CumulativeRounding.START);

    public Issued {
        prices = List.copyOf(prices);
        books = List.copyOf(books);
    }

    Optional<PriceAnnouncement> newestPrice() {
        return newest(prices).map(Kept::value).map(Signed::content);
    }

    /** The newest ticket book, if there is one. */
    public Optional<TicketBook> newestBook() {
        return newest(books).map(Kept::value).map(Signed::content);
    }

    /** The announcements themselves. */
    List<PriceAnnouncement> announcements() {
        return prices.stream().map(kept -> kept.value().content()).toList();
    }

    /** The books themselves. */
    List<Signed<TicketBook>> signedBooks() {
        return books.stream().map(Kept::value).toList();
    }

    /** The place in the history of a book that is here. */
    int placeOf(int book) {
        return books.stream()
                .filter(kept -> kept.value().content().number() == book)
                .findFirst()
                .orElseThrow()
                .place();
    }

    private static <T> Optional<T> newest(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    /** The number of the next book. */
    int nextNumber() {
        return newestBook().map(book -> book.number() + 1).orElse(0);
    }

    /** What the next book names as the book before it. */
    Sha256Hash previousHash() {
        return newestBook().map(TicketBook::hash).orElse(Sha256Hash.ZERO_HASH);
    }

    Optional<UnitNumber> lastUnit() {
        return newestBook().map(TicketBook::lastUnit);
    }

    Issued plus(Kept<Signed<PriceAnnouncement>> price) {
        return new Issued(appended(prices, price), books, carry);
    }

    Issued plusBook(Kept<Signed<TicketBook>> book) {
        return new Issued(prices, appended(books, book), carry);
    }

    /** After the unit of {@code ticket} was revealed: it is certain to be paid. */
    Issued revealed(Ticket ticket) {
        Coin paid = ticket.amount();
        CumulativeRounding next = carry.afterSettling(ticket.price().costOf(ticket.energy()), paid);
        return new Issued(prices, books, next);
    }

    /** Without what can matter no more. */
    Issued at(BlockHeight tip, SlotSchedule schedule, UnitFiles open) {
        return new Issued(
                kept(
                        prices,
                        price -> !schedule.end(price.value().content().slot()).isBefore(tip)),
                kept(
                        books,
                        book -> open.list().stream()
                                .anyMatch(file ->
                                        file.book() == book.value().content().number())),
                carry);
    }

    private static <T> List<T> kept(List<T> list, java.util.function.Predicate<T> condition) {
        if (list.isEmpty()) {
            return list;
        }
        T last = list.get(list.size() - 1);
        List<T> before = list.subList(0, list.size() - 1);
        return appended(before.stream().filter(condition).toList(), last);
    }

    private static <T> List<T> appended(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
