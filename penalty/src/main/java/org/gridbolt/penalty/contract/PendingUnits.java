package org.gridbolt.penalty.contract;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.UnitNumber;

/**
 * The tickets of the units pending in one state, by rising number. A receipt names only their root, so that it stays small;
 * who has the ticket books can open it.
 *
 * @param tickets at most {@link Limits#PENDING_UNITS_BOUND}, by strictly rising unit number
 */
public record PendingUnits(List<Ticket> tickets) {

    /** No unit. */
    public static final PendingUnits NONE = new PendingUnits(List.of());

    private static final Tag TAG = Tag.of("gridbolt/pending-units/1");

    public PendingUnits {
        tickets = List.copyOf(tickets);
        if (tickets.size() > Limits.PENDING_UNITS_BOUND) {
            throw new IllegalArgumentException("too many pending units: " + tickets.size());
        }
        for (int i = 1; i < tickets.size(); i++) {
            if (!tickets.get(i - 1).unit().isBefore(tickets.get(i).unit())) {
                throw new IllegalArgumentException(
                        "unit numbers rise strictly, not " + tickets.get(i).unit());
            }
        }
    }

    /** The tagged hash {@code gridbolt/pending-units/1} of the count (4) and the tickets. */
    public Sha256Hash root() {
        CanonicalWriter fields = new CanonicalWriter().list(tickets, (out, ticket) -> ticket.writeTo(out));
        return TAG.hash(fields.toBytes());
    }

    /** All their coins. */
    public Coin total() {
        return tickets.stream().map(Ticket::amount).reduce(Coin.ZERO, Coin::add);
    }

    /** The ticket of {@code unit}, if it is pending. */
    public Optional<Ticket> ticket(UnitNumber unit) {
        return unit.findIn(tickets, Ticket::unit);
    }

    /** Their numbers, rising. */
    public List<UnitNumber> numbers() {
        return tickets.stream().map(Ticket::unit).toList();
    }
}
