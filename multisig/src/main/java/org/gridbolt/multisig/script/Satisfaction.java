package org.gridbolt.multisig.script;

import java.util.Map;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;

/**
 * What a spender has gathered for one input.
 *
 * @param signatures of the input, by the key that made each
 * @param preimages by their hash
 */
public record Satisfaction(Map<PublicKey, Signature> signatures, Map<Sha256Hash, Bytes> preimages) {

    public Satisfaction {
        signatures = Map.copyOf(signatures);
        preimages = Map.copyOf(preimages);
    }

    /** Of signatures alone. */
    public static Satisfaction of(Map<PublicKey, Signature> signatures) {
        return new Satisfaction(signatures, Map.of());
    }
}
