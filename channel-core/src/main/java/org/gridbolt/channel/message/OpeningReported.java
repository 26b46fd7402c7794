package org.gridbolt.channel.message;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PublicKey;

/**
 * Tells the utility what the wallet became, once both hold the other's signature on commitment 0. The utility watches only what both households report alike.
 *
 * @param termsHash the terms it speaks of
 * @param consumer the static keys of A
 * @param producer the static keys of B
 * @param consumerPoint the point of A's version 0
 * @param producerPoint the point of B's version 0
 * @param wallet the output that holds all coins of the channel
 */
public record OpeningReported(
        Sha256Hash termsHash,
        PartyKeys consumer,
        PartyKeys producer,
        PublicKey consumerPoint,
        PublicKey producerPoint,
        Outpoint wallet)
        implements HouseholdMessage {

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onOpeningReported(this);
    }
}
