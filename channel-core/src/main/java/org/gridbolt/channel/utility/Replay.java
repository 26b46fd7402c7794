package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.message.PriceAnnounced;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.message.UtilityMessage;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;

/**
 * Tells a household again what it may have missed, in the order in which it was said: a book's carry counts what was revealed
 * before it and nothing after.
 */
final class Replay {

    private Replay() {}

    /** What {@code party} may have missed, when it can be reached again. */
    static List<ChannelAction> to(Party party, UtilityChannel channel) {
        List<ChannelAction> actions = new ArrayList<>();
        for (HistoryEntry entry :
                channel.history().since(channel.sides().of(party).told())) {
            message(entry, channel).ifPresent(message -> actions.add(new Send(party, message)));
        }
        channel.sides().ack().ifPresent(ack -> actions.add(new Send(party, new ReceiptsAcknowledged(ack))));
        return actions;
    }

    /** Of that, the preimages. */
    static List<ChannelAction> revealed(Party party, UtilityChannel channel) {
        return channel.history().since(channel.sides().of(party).told()).stream()
                .filter(HistoryEntry.Revealed.class::isInstance)
                .flatMap(entry -> message(entry, channel).stream())
                .<ChannelAction>map(message -> new Send(party, message))
                .toList();
    }

    /** The channel, whose {@code party} has dealt with a unit of that file: it has all that was said up to its book. */
    static UtilityChannel told(Party party, UnitFile file, UtilityChannel channel) {
        Sides sides = channel.sides();
        int entries = channel.issued().placeOf(file.book()) + 1;
        return channel.with(sides.with(party, sides.of(party).told(entries)));
    }

    /** What the households were told at that entry. */
    static Optional<UtilityMessage> message(HistoryEntry entry, UtilityChannel channel) {
        if (entry instanceof HistoryEntry.Priced priced) {
            return Optional.of(new PriceAnnounced(priced.price()));
        }
        if (entry instanceof HistoryEntry.Booked booked) {
            return Optional.of(new TicketsIssued(booked.book()));
        }
        return entry instanceof HistoryEntry.Revealed revealed
                ? Optional.of(reveal(revealed, channel))
                : Optional.empty();
    }

    private static UtilityMessage reveal(HistoryEntry.Revealed revealed, UtilityChannel channel) {
        Ticket ticket = channel.files()
                .find(revealed.unit())
                .map(UnitFile::ticket)
                .orElseGet(() -> ticketEverIssued(revealed, channel));
        return new UnitDelivered(revealed.unit(), channel.context().preimage(revealed.book(), ticket));
    }

    private static Ticket ticketEverIssued(HistoryEntry.Revealed revealed, UtilityChannel channel) {
        return channel.history().entries().stream()
                .flatMap(entry -> entry instanceof HistoryEntry.Booked booked
                        ? Optional.of(booked.book().content()).stream()
                        : Optional.<TicketBook>empty().stream())
                .filter(book -> book.number() == revealed.book())
                .findFirst()
                .flatMap(book -> book.ticket(revealed.unit()))
                .orElseThrow();
    }
}
