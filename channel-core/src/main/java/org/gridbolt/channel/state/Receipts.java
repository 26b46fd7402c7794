package org.gridbolt.channel.state;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;

/**
 * The newest receipt of each household.
 *
 * @param own this household's
 * @param peer the other's, checked; none before it is ready
 */
public record Receipts(KnownReceipt own, Optional<KnownReceipt> peer) {

    /** What the peer's next receipt must name as the one before. */
    Sha256Hash peerHash() {
        return peer.map(KnownReceipt::hash).orElse(Sha256Hash.ZERO_HASH);
    }
}
