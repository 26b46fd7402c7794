package org.gridbolt.channel.message;

import java.util.List;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.PendingUnit;

/**
 * What it takes to read the version that stands in the chain, for a household that went on with a backup. It needs no signature: a
 * wrong answer rebuilds nothing.
 *
 * @param point the per-commitment point of the version's owner
 * @param units that the version holds, in any order
 */
@SuppressWarnings("overloads") // no handler is of two kinds of sender: javac 21 and later ask
public record VersionTold(PublicKey point, List<PendingUnit> units) implements PeerMessage, UtilityMessage {

    public VersionTold {
        units = List.copyOf(units);
    }

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onVersionTold(this);
    }

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onVersionTold(this);
    }
}
