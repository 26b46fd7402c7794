package org.gridbolt.channel.utility;

import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.penalty.contract.ChainId;

/**
 * Who the utility is, the same in all its channels. Kept apart from the state of a channel: a stored channel holds no key.
 *
 * @param keys the public side of its keys in each channel: the signer has the other
 * @param preimageKey K_U, by which units are revealed: the one secret here besides the node key
 * @param nodeKey signs contracts
 * @param payoutScript where the utility's coins go
 * @param chain the chain that it settles on
 * @param feeRate what justice pays for its room in a block
 * @param sponsorship how far it goes to bring a household's close into the chain
 */
public record UtilityProfile(
        PublicSide.Source keys,
        PreimageKey preimageKey,
        PrivateKey nodeKey,
        Bytes payoutScript,
        ChainId chain,
        FeeRate feeRate,
        Sponsorship sponsorship) {

    /** One that pays for nobody's close. */
    public UtilityProfile(
            PublicSide.Source keys,
            PreimageKey preimageKey,
            PrivateKey nodeKey,
            Bytes payoutScript,
            ChainId chain,
            FeeRate feeRate) {
        this(keys, preimageKey, nodeKey, payoutScript, chain, feeRate, Sponsorship.NONE);
    }

    /** The key id of the channel whose terms have that nonce: the utility draws no other bytes for it. */
    public static KeyId keyId(Bytes nonce) {
        return new KeyId(nonce.slice(0, KeyId.SIZE));
    }

    /** The utility's static keys in the channel whose terms have that nonce. */
    public PartyKeys keys(Bytes nonce) {
        return keys.of(keyId(nonce)).keys();
    }

    /** Shows nothing secret. */
    @Override
    public String toString() {
        return "UtilityProfile[" + nodeKey.publicKey() + "]";
    }
}
