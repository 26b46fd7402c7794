package org.gridbolt.channel.state;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;

/** What the utility issues, checked and kept. */
final class Issues {

    private Issues() {}

    /** The channel with one more price, or why it is none; one that is told again changes nothing. */
    static Outcome<Channel, Flaw> price(Channel channel, Signed<PriceAnnouncement> announcement) {
        if (channel.book().has(announcement)) {
            return Outcome.of(channel);
        }
        PriceAnnouncement content = announcement.content();
        boolean next = content.chain().equals(channel.context().ref().chain())
                && channel.book().continues(content)
                && !channel.book().isFull();
        if (!next || !announcement.isSignedBy(utility(channel))) {
            return Outcome.flawed(new StateFlaw.NotGenuine("a price"));
        }
        Journal journal = channel.journal().plus(new JournalEntry.Announced(announcement).encode());
        return Outcome.of(channel.with(journal)
                .with(channel.book().withPrice(new Kept<>(channel.journal().size(), announcement))));
    }

    /** The channel with one more ticket book, or why it is none; one that is told again changes nothing. */
    static Outcome<Channel, Flaw> book(Channel channel, Signed<TicketBook> book) {
        if (channel.book().hasBook(book)) {
            return Outcome.of(channel);
        }
        if (channel.book().isFull() || !book.isSignedBy(utility(channel))) {
            return Outcome.flawed(new StateFlaw.NotGenuine("a ticket book"));
        }
        return channel.book()
                .flawOf(book.content(), channel.context())
                .<Flaw>map(flaw -> flaw)
                .or(() -> unwanted(channel, book.content()))
                .<Outcome<Channel, Flaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(keep(channel, book)));
    }

    /**
     * A hash that was ever issued before may have a known preimage, which would pay for a unit that nobody delivers; a unit
     * that the grid eats up pays for nothing.
     */
    private static Optional<UnitFlaw> unwanted(Channel channel, TicketBook book) {
        Coin gridFee = channel.context().terms().clauses().gridFee();
        for (Ticket ticket : book.tickets()) {
            if (channel.book().hashes().contains(ticket.hash())) {
                return Optional.of(new UnitFlaw.OldHash(ticket.unit()));
            }
            if (!ticket.amount().isGreaterThan(gridFee)) {
                return Optional.of(new UnitFlaw.EatenUp(ticket.unit(), ticket.amount(), gridFee));
            }
        }
        return Optional.empty();
    }

    private static Channel keep(Channel channel, Signed<TicketBook> book) {
        Journal journal = channel.journal().plus(new JournalEntry.Issued(book).encode());
        return channel.with(journal)
                .with(channel.book().withBook(new Kept<>(channel.journal().size(), book)));
    }

    private static PublicKey utility(Channel channel) {
        return channel.context().terms().identity().utilityNodeKey();
    }
}
