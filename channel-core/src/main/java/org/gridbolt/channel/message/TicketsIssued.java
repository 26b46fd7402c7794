package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.TicketBook;

/**
 * The units of a slot that may be offered.
 *
 * @param book the tickets
 */
public record TicketsIssued(Signed<TicketBook> book) implements UtilityMessage {

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onTicketsIssued(this);
    }
}
