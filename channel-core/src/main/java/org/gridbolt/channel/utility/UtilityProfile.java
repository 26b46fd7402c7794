package org.gridbolt.channel.utility;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.Tag;

/**
 * Who the utility is, the same in all its channels. Kept apart from the state of a channel: a stored channel holds no key.
 *
 * @param keys the public side of its keys in each channel: the signer has the other
 * @param seed 32 bytes that nobody else can guess: preimages and salts are derived from it
 * @param nodeKey signs contracts
 * @param payoutScript where the utility's coins go
 * @param chain the chain that it settles on
 * @param feeRate what justice pays for its room in a block
 * @param sponsorship how far it goes to bring a household's close into the chain
 */
public record UtilityProfile(
        PublicSide.Source keys,
        Bytes seed,
        PrivateKey nodeKey,
        Bytes payoutScript,
        ChainId chain,
        FeeRate feeRate,
        Sponsorship sponsorship) {

    private static final Tag PREIMAGE_KEY = Tag.of("gridbolt/preimage-key/1");
    private static final Tag SALT = Tag.of("gridbolt/ruling-salt/1");

    /** One that pays for nobody's close. */
    public UtilityProfile(
            PublicSide.Source keys,
            Bytes seed,
            PrivateKey nodeKey,
            Bytes payoutScript,
            ChainId chain,
            FeeRate feeRate) {
        this(keys, seed, nodeKey, payoutScript, chain, feeRate, Sponsorship.NONE);
    }

    /** The key id of the channel whose terms have that nonce: the utility draws no other bytes for it. */
    public static KeyId keyId(Bytes nonce) {
        return new KeyId(nonce.slice(0, KeyId.SIZE));
    }

    /** The utility's static keys in the channel whose terms have that nonce. */
    public PartyKeys keys(Bytes nonce) {
        return keys.of(keyId(nonce)).keys();
    }

    /** K_U: computes every preimage. */
    public Preimages preimages() {
        return Preimages.under(Bytes.of(PREIMAGE_KEY.hash(seed).getBytes()));
    }

    /** The salt of the ruling on that evidence: nobody else can compute it, and a restart computes it again. */
    public Bytes salt(Sha256Hash evidence, int sequence) {
        CanonicalWriter fields =
                new CanonicalWriter().bytes(seed).hash(evidence).number(sequence);
        return Bytes.of(SALT.hash(fields.toBytes()).getBytes());
    }

    /** Shows nothing secret. */
    @Override
    public String toString() {
        return "UtilityProfile[" + nodeKey.publicKey() + "]";
    }
}
