package org.gridbolt.channel.message;

import java.util.List;
import java.util.Optional;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.pricing.UnitNumber;

/**
 * What a household learned of the newest states: its own next receipt, or the secret that the peer revealed next with the receipt
 * that the peer gave for it. Every receipt and every secret is reported, in order, so that the utility can guard both households;
 * the peer's receipts, so that neither keeps from the utility what it signed.
 *
 * @param receipt of a new version of the sender
 * @param units the units of that version: the receipt names only their root
 * @param peerSecret of a version that the peer revoked
 * @param peerReceipt of a new version of the peer, as the peer gave it
 * @param peerUnits the units of the peer's version
 */
public record StateReported(
        Optional<Signed<StateReceipt>> receipt,
        List<UnitNumber> units,
        Optional<RevealedSecret> peerSecret,
        Optional<Signed<StateReceipt>> peerReceipt,
        List<UnitNumber> peerUnits)
        implements HouseholdMessage {

    public StateReported {
        units = List.copyOf(units);
        peerUnits = List.copyOf(peerUnits);
    }

    /** Of a version without units, and without a receipt of the peer. */
    public StateReported(Optional<Signed<StateReceipt>> receipt, Optional<RevealedSecret> peerSecret) {
        this(receipt, List.of(), peerSecret, Optional.empty(), List.of());
    }

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onStateReported(this);
    }
}
