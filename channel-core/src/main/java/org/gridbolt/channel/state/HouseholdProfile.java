package org.gridbolt.channel.state;

import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.ChainId;

/**
 * Who a household is, the same in all its channels of one role. Kept apart from the state of a channel: a stored channel
 * holds no key.
 *
 * @param role consumer or producer
 * @param seed 32 bytes that nobody else can guess; the keys of each channel are derived from it and the channel's key id
 * @param nodeKey signs contracts
 * @param meterKey the key of its registered meter
 * @param payoutScript where its coins go
 * @param utility the utility's node key
 * @param chain the chain that it pays on
 * @param acceptable what it accepts of terms
 */
public record HouseholdProfile(
        Party role,
        Bytes seed,
        PrivateKey nodeKey,
        PublicKey meterKey,
        Bytes payoutScript,
        PublicKey utility,
        ChainId chain,
        Acceptable acceptable) {

    public HouseholdProfile {
        if (role == Party.UTILITY) {
            throw new IllegalArgumentException("the utility is no household");
        }
    }

    /** A household that accepts what most would. */
    public HouseholdProfile(
            Party role,
            Bytes seed,
            PrivateKey nodeKey,
            PublicKey meterKey,
            Bytes payoutScript,
            PublicKey utility,
            ChainId chain) {
        this(role, seed, nodeKey, meterKey, payoutScript, utility, chain, Acceptable.DEFAULT);
    }

    /** The secrets of the channel of that key id. */
    public ChannelSecrets secrets(KeyId keyId) {
        return ChannelSecrets.derive(seed, role, keyId);
    }

    /** Shows nothing secret. */
    @Override
    public String toString() {
        return "HouseholdProfile[" + role + "]";
    }
}
