package org.gridbolt.channel.state;

import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.ChainId;

/**
 * Who a household is, the same in all its channels of one role. Kept apart from the state of a channel: a stored channel
 * holds no key.
 *
 * @param role consumer or producer
 * @param keys the public side of its keys in each channel: the signer has the other
 * @param nodeKey signs contracts
 * @param meterKey the key of its registered meter
 * @param payoutScript where its coins go
 * @param utility the utility's node key
 * @param chain the chain that it pays on
 * @param acceptable what it accepts of terms
 */
public record HouseholdProfile(
        Party role,
        PublicSide.Source keys,
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
            PublicSide.Source keys,
            PrivateKey nodeKey,
            PublicKey meterKey,
            Bytes payoutScript,
            PublicKey utility,
            ChainId chain) {
        this(role, keys, nodeKey, meterKey, payoutScript, utility, chain, Acceptable.DEFAULT);
    }

    /** Shows nothing secret. */
    @Override
    public String toString() {
        return "HouseholdProfile[" + role + "]";
    }
}
