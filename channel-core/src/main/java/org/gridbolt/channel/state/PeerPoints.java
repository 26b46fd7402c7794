package org.gridbolt.channel.state;

import org.gridbolt.multisig.key.PublicKey;

/**
 * The two live points of the peer, both checked.
 *
 * @param current of its newest version
 * @param next of the version after it
 */
public record PeerPoints(PublicKey current, PublicKey next) {

    /** After the peer moved to its next version and gave the point of the one after. */
    public PeerPoints advanced(PublicKey afterNext) {
        return new PeerPoints(next, afterNext);
    }
}
