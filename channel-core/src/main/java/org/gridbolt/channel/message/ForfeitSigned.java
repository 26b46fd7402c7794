package org.gridbolt.channel.message;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;

/**
 * The consumer's signature on the spend of the producer's confirmed balance, when a commitment confirmed before the penalty.
 *
 * @param ruling the hash of the ruling
 * @param txid the spend that it signs
 * @param point the point of the version that confirmed: where it was on the way to the next state, the utility was not told
 * @param signature by the consumer's arbitration key
 */
public record ForfeitSigned(Sha256Hash ruling, Sha256Hash txid, PublicKey point, Signature signature)
        implements HouseholdMessage {

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onForfeitSigned(this);
    }
}
