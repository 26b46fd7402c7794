package org.gridbolt.channel.message;

import java.util.Optional;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;

/**
 * What a household learned of the newest states: its own next receipt, or the secret that the peer revealed next with the receipt
 * that the peer gave for it. Every receipt and every secret is reported, in order, so that the utility can guard both households;
 * the peer's receipts, so that neither keeps from the utility what it signed.
 *
 * @param receipt of a new version of the sender
 * @param peerSecret of a version that the peer revoked
 * @param peerReceipt of a new version of the peer, as the peer gave it
 */
public record StateReported(
        Optional<Signed<StateReceipt>> receipt,
        Optional<RevealedSecret> peerSecret,
        Optional<Signed<StateReceipt>> peerReceipt)
        implements HouseholdMessage {

    /** Without a receipt of the peer. */
    public StateReported(Optional<Signed<StateReceipt>> receipt, Optional<RevealedSecret> peerSecret) {
        this(receipt, peerSecret, Optional.empty());
    }

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onStateReported(this);
    }
}
