package org.gridbolt.channel.chain.embedded;

import java.util.Optional;
import org.gridbolt.multisig.Outpoint;

/** What there is to spend. */
@FunctionalInterface
interface Coins {

    /** The output at {@code outpoint}, if it exists and no block spends it. */
    Optional<UnspentCoin> coin(Outpoint outpoint);
}
