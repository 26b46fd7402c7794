package org.gridbolt.channel.chain;

import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * An output that nothing spends yet.
 *
 * @param output its coins and its script
 * @param confirmations blocks from the one that has it to the tip, both counted; none while it waits in the mempool
 * @param coinbase whether a block's own reward made it
 */
public record ChainOutput(TxOutput output, BlockCount confirmations, boolean coinbase) {

    /** The confirmations from which on the next block may spend a coinbase. */
    public static final BlockCount COINBASE_MATURITY = new BlockCount(100);

    /** Whether a block has it. */
    public boolean isConfirmed() {
        return confirmations.value() > 0;
    }

    /** Whether the next block may spend it, as far as its age goes. */
    public boolean isMature() {
        return !coinbase || confirmations.compareTo(COINBASE_MATURITY) >= 0;
    }
}
