package org.gridbolt.channel.message;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.tx.FundingContribution;

/**
 * A household's side of a channel under terms that both have: its static keys, its first two points and the inputs it funds with.
 *
 * @param termsHash the terms it speaks of
 * @param keys the sender's static keys
 * @param firstPoint 33 bytes: the point of its version 0, as yet unchecked
 * @param secondPoint 33 bytes: the point of its version 1, as yet unchecked
 * @param contribution its inputs with their full previous transactions, and its change
 */
public record OpenChannel(
        Sha256Hash termsHash, PartyKeys keys, Bytes firstPoint, Bytes secondPoint, FundingContribution contribution)
        implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onOpenChannel(this);
    }
}
