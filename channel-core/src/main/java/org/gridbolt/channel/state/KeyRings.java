package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PublicKey;

/** The keys of the three in the order of the protocol, whichever household this is. */
final class KeyRings {

    private KeyRings() {}

    /** The ring; every key in it stands once. */
    static ChannelKeyRing of(PartyKeys own, PartyKeys theirs, PartyKeys utility) {
        return own.party() == Party.CONSUMER
                ? new ChannelKeyRing(own, theirs, utility)
                : new ChannelKeyRing(theirs, own, utility);
    }

    /** A key that stands twice, itself or as its negation. */
    static Optional<PublicKey> repeated(PartyKeys own, PartyKeys theirs, PartyKeys utility) {
        return own.party() == Party.CONSUMER
                ? ChannelKeyRing.repeatedKey(own, theirs, utility)
                : ChannelKeyRing.repeatedKey(theirs, own, utility);
    }
}
