package org.gridbolt.channel.signing;

import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PublicKey;

/**
 * What a machine may know of its own party's keys in one channel: nothing by which it could sign or revoke. What it says
 * depends on the key id alone and never changes.
 */
public interface PublicSide {

    /** The static keys. */
    PartyKeys keys();

    /** The point of an own version. */
    PublicKey pointAt(CommitmentNumber number);

    /** Where the public side of each of a party's channels is found. */
    @FunctionalInterface
    interface Source {

        /** The public side of the channel of that key id. */
        PublicSide of(KeyId keyId);
    }
}
