package org.gridbolt.channel.utility;

import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.pricing.UnitNumber;

/** One thing that the utility remembers of a channel for ever, in the order in which it happened. */
public sealed interface HistoryEntry {

    /**
     * A price was announced.
     *
     * @param price the announcement
     */
    record Priced(Signed<PriceAnnouncement> price) implements HistoryEntry {}

    /**
     * Tickets were issued.
     *
     * @param book the book
     */
    record Booked(Signed<TicketBook> book) implements HistoryEntry {}

    /**
     * A unit was delivered and its preimage given out.
     *
     * @param unit which
     * @param book the number of its book
     */
    record Revealed(UnitNumber unit, int book) implements HistoryEntry {}

    /**
     * A unit ended.
     *
     * @param unit which
     * @param outcome how
     */
    record Ended(UnitNumber unit, UnitOutcome outcome) implements HistoryEntry {}
}
