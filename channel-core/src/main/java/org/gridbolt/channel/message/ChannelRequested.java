package org.gridbolt.channel.message;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PublicKey;

/**
 * Asks the utility for a channel: what a household brings into it. The key id is fresh and comes back in the terms.
 *
 * @param role consumer or producer
 * @param nodeKey signs this household's contracts
 * @param meterKey signs its meter's readings
 * @param keyId 16 bytes drawn for this channel and for no other
 * @param contribution what the household puts into the wallet
 * @param payoutScript the registered script to which its coins go
 */
public record ChannelRequested(
        Party role, PublicKey nodeKey, PublicKey meterKey, KeyId keyId, Coin contribution, Bytes payoutScript)
        implements HouseholdMessage {

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onChannelRequested(this);
    }
}
