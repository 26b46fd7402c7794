package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;

/**
 * A household asks the utility to settle the channel without its peer, which does not answer it.
 *
 * @param absence its signed word on that
 */
public record AbsenceReported(Signed<PeerAbsence> absence) implements HouseholdMessage {

    @Override
    public <R> R dispatch(Handler<R> handler) {
        return handler.onAbsenceReported(this);
    }
}
