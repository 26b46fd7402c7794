package org.gridbolt.penalty.contract;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;

/**
 * The units that the utility offers to one channel, under one signature. Books are numbered from 0 and chained by hash; unit
 * numbers rise strictly over all of them.
 *
 * <p>Tag: {@code gridbolt/ticket-book/1}. Encoding: channel reference (96), book number (4), previous book's hash (32), carry in
 * pico-coins (8, two's complement), count (4), tickets.
 *
 * @param channel the channel
 * @param number the book's number, from 0
 * @param previous the hash of the book before, or {@link Sha256Hash#ZERO_HASH} for the first
 * @param carry exact cost of the settled units less what was paid for them
 * @param tickets at least one
 */
public record TicketBook(
        ChannelRef channel, int number, Sha256Hash previous, CumulativeRounding carry, List<Ticket> tickets)
        implements Contract {

    /** The most tickets of one book. */
    public static final int TICKETS_MAX = 1024;

    private static final Tag TAG = Tag.of("gridbolt/ticket-book/1");

    public TicketBook {
        tickets = List.copyOf(tickets);
        if (number < 0 || tickets.isEmpty() || tickets.size() > TICKETS_MAX) {
            throw new IllegalArgumentException("no book: number " + number + ", " + tickets.size() + " tickets");
        }
        if (carry.carry().picoCoins().bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("a carry of millions of coins: " + carry.carry());
        }
    }

    /** The ticket of {@code unit}, if it is in this book. */
    public Optional<Ticket> ticket(UnitNumber unit) {
        return tickets.stream().filter(ticket -> ticket.unit().equals(unit)).findFirst();
    }

    /** The number of the last unit. */
    public UnitNumber lastUnit() {
        return tickets.get(tickets.size() - 1).unit();
    }

    /** Why this is not the channel's first book, if it is not. */
    public Optional<TicketFlaw> checkFirst(TicketRules rules) {
        return TicketCheck.of(this, rules).first();
    }

    /** Why this is not the book that comes after {@code earlier}, if it is not. */
    public Optional<TicketFlaw> checkAfter(TicketBook earlier, TicketRules rules) {
        return TicketCheck.of(this, rules).after(earlier);
    }

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        channel.writeTo(writer);
        writer.number(number)
                .hash(previous)
                .signed(carry.carry().picoCoins().longValueExact())
                .list(tickets, (out, ticket) -> ticket.writeTo(out));
    }

    /** Reads the fields. */
    public static TicketBook readFrom(CanonicalReader reader) {
        return new TicketBook(
                ChannelRef.readFrom(reader),
                reader.number(),
                reader.hash(),
                new CumulativeRounding(new ExactCoins(BigInteger.valueOf(reader.signed()))),
                reader.list(TICKETS_MAX, Ticket::readFrom));
    }

    /** The book that {@code encoding} spells. */
    public static Outcome<TicketBook, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, TicketBook::readFrom);
    }
}
