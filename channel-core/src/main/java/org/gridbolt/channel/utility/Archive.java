package org.gridbolt.channel.utility;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.UnitNumber;

/**
 * A history opened to look things up in: what is stored of a channel names by number and place what the history has anyway.
 *
 * @param entries in their order
 * @param tickets all that were ever issued, by their units
 */
record Archive(List<HistoryEntry> entries, Map<UnitNumber, Ticket> tickets) {

    Archive {
        entries = List.copyOf(entries);
        tickets = Map.copyOf(tickets);
    }

    static Archive of(History history) {
        List<HistoryEntry> entries = history.entries();
        Map<UnitNumber, Ticket> tickets = new HashMap<>();
        for (HistoryEntry entry : entries) {
            if (entry instanceof HistoryEntry.Booked booked) {
                booked.book().content().tickets().forEach(ticket -> tickets.put(ticket.unit(), ticket));
            }
        }
        return new Archive(entries, tickets);
    }

    /** The entry at that place; an {@link IllegalArgumentException} when there is none of that kind. */
    <E extends HistoryEntry> E at(int place, Class<E> kind) {
        if (place >= entries.size() || !kind.isInstance(entries.get(place))) {
            throw new IllegalArgumentException("no " + kind.getSimpleName() + " at " + place);
        }
        return kind.cast(entries.get(place));
    }

    /** The ticket of that unit; an {@link IllegalArgumentException} when none was issued. */
    Ticket ticket(UnitNumber unit) {
        return Optional.ofNullable(tickets.get(unit))
                .orElseThrow(() -> new IllegalArgumentException("no ticket for " + unit));
    }
}
