package org.gridbolt.multisig.script;

import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;

/** The form of the wallet's script, which the signed terms name. */
public enum WalletTemplate {
    /** Any two of three, with a key for each pair: the witness proves which pair spent, and nobody else can complete it. */
    ROLE_KEYS,
    /**
     * Any two of three, with one key each: {@code sortedmulti(2,A,B,U)}, the form of Tharun and Parvez (2021). What A signs for B
     * anybody with U's key can complete, so that a leaked commitment signature lets U publish a revoked state; and no witness proves
     * by its form which pair spent. The key is a party's first wallet key; the second is not used.
     */
    PLAIN;

    /** The key with which the owner of {@code keys} spends the wallet together with {@code other}. */
    public PublicKey keyOf(PartyKeys keys, Party other) {
        return this == PLAIN ? keys.walletFirst() : keys.walletWith(other);
    }

    /** The private side of {@link #keyOf(PartyKeys, Party)}. */
    public PrivateKey keyOf(ChannelSecrets secrets, Party other) {
        return this == PLAIN ? secrets.walletKey() : secrets.walletKeyWith(other);
    }
}
