package org.gridbolt.channel.message;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.key.Signature;

/**
 * The consumer's signature on the penalty that carries a ruling out on the wallet. Its sender has marked the channel terminal.
 *
 * @param ruling the hash of the ruling
 * @param txid the penalty that it signs
 * @param signature by the key that the wallet names for the pair A, U
 */
public record PenaltySigned(Sha256Hash ruling, Sha256Hash txid, Signature signature) implements HouseholdMessage {

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onPenaltySigned(this);
    }
}
