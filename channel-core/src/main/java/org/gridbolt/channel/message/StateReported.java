package org.gridbolt.channel.message;

import java.util.Optional;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;

/**
 * What a household learned of the newest states: its own next receipt, the secret that the peer revealed next, or both. Every receipt and every secret is reported, in order, so that the utility can guard both households.
 *
 * @param receipt of a new version of the sender
 * @param peerSecret of a version that the peer revoked
 */
public record StateReported(Optional<Signed<StateReceipt>> receipt, Optional<RevealedSecret> peerSecret)
        implements HouseholdMessage {

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onStateReported(this);
    }
}
