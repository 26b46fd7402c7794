package org.gridbolt.channel.message;

import org.bitcoinj.base.Sha256Hash;

/**
 * The consumer removes the defaulted units of a ruling that it has waived, and divides coins as the ruling says. An update like
 * any other: it counts, waits in the log, and rides along with the next signature.
 *
 * @param ruling the hash of the ruling
 */
public record UnitsReplaced(Sha256Hash ruling) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onUnitsReplaced(this);
    }
}
