package org.gridbolt.multisig.script;

import java.util.Optional;
import org.bitcoinj.base.Network;
import org.gridbolt.multisig.Bytes;

/** The script of an output that this protocol makes. */
public sealed interface OutputScript permits SpendableScript, AnchorScript, OpReturnScript {

    /** The bytes that stand in the output. */
    Bytes scriptPubKey();

    /** The descriptor without a checksum, as Bitcoin Core reads it. */
    String descriptor();

    /** The address, where the script has one: an {@code OP_RETURN} has none. */
    Optional<String> address(Network network);
}
