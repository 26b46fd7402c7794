package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;

/**
 * The notice to a household of which its peer says that it does not answer: unless the utility hears from it, the channel is
 * settled without it. Any message is an answer; the newest receipt is the useful one.
 *
 * @param absence the peer's signed word
 */
public record AbsenceClaimed(Signed<PeerAbsence> absence) implements UtilityMessage {

    @Override
    public <R> R dispatch(Handler<R> handler) {
        return handler.onAbsenceClaimed(this);
    }
}
