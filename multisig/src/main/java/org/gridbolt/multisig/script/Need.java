package org.gridbolt.multisig.script;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;

/** One thing that a branch asks of its spender. */
public sealed interface Need {

    /** A signature by {@code key}. */
    record SignatureOf(PublicKey key) implements Need {}

    /** Signatures by {@code threshold} of {@code keys}. */
    record SignaturesOf(int threshold, List<PublicKey> keys) implements Need {
        public SignaturesOf {
            keys = List.copyOf(keys);
        }
    }

    /** The 32 bytes whose SHA-256 {@code hash} is. */
    record PreimageOf(Sha256Hash hash) implements Need {}

    /** Bytes that stand in the witness whoever spends: the side of a choice, a key. */
    record Fixed(Bytes element) implements Need {}

    /** The output is so old: no element of the witness, but of the input's sequence. */
    record Age(BlockCount blocks) implements Need {}

    /** The chain is so high: no element of the witness, but of the transaction's lock time. */
    record Height(BlockHeight height) implements Need {}
}
