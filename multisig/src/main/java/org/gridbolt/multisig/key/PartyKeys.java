package org.gridbolt.multisig.key;

import java.util.List;
import org.gridbolt.multisig.Party;

/**
 * The static public keys of one party in one channel: one key for each role, since a sane script names each key once.
 *
 * @param party whose keys they are
 * @param walletFirst the key of the wallet's branch with the first of the other two, in the order A, B, U
 * @param walletSecond the key of the wallet's branch with the second of the other two
 * @param arbitration takes the producer's balance after a default: Aa with Ua
 * @param balance takes the party's own balance
 * @param justice punishes a revoked state, together with its revealed secret
 * @param unit takes the party's branch of a pending unit
 */
public record PartyKeys(
        Party party,
        PublicKey walletFirst,
        PublicKey walletSecond,
        PublicKey arbitration,
        PublicKey balance,
        PublicKey justice,
        PublicKey unit) {

    /** The key of the wallet's branch that this party shares with {@code other}. */
    public PublicKey walletWith(Party other) {
        return WalletPair.isFirst(party, other) ? walletFirst : walletSecond;
    }

    /** All keys, in the order of the components. */
    public List<PublicKey> all() {
        return List.of(walletFirst, walletSecond, arbitration, balance, justice, unit);
    }
}
