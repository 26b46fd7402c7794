package org.gridbolt.channel.utility;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.Tag;

/**
 * K_U: what the utility's machine reveals units with. It signs nothing, and neither the seed that it is derived from nor a key
 * of the signer follows from it: who takes a machine over can reveal units, as the machine can, and no more.
 *
 * @param bytes 32 bytes that nobody else can guess
 */
public record PreimageKey(Bytes bytes) {

    private static final Tag KEY = Tag.of("gridbolt/preimage-key/1");
    private static final Tag SALT = Tag.of("gridbolt/ruling-salt/1");

    public PreimageKey {
        if (bytes.size() != Preimages.SIZE) {
            throw new IllegalArgumentException("K_U has 32 bytes, not " + bytes.size());
        }
    }

    /** The one of the utility with that seed, by a hash that no other key is derived by. */
    public static PreimageKey derive(Bytes seed) {
        return new PreimageKey(Bytes.of(KEY.hash(seed).getBytes()));
    }

    /** Every preimage. */
    Preimages preimages() {
        return Preimages.under(bytes);
    }

    /** The salt of the ruling on that evidence: nobody else can compute it, and a restart computes it again. */
    Bytes salt(Sha256Hash evidence, int sequence) {
        CanonicalWriter fields =
                new CanonicalWriter().bytes(bytes).hash(evidence).number(sequence);
        return Bytes.of(SALT.hash(fields.toBytes()).getBytes());
    }

    /** Shows nothing secret. */
    @Override
    public String toString() {
        return "PreimageKey";
    }
}
