package org.gridbolt.channel.chain.embedded;

import org.gridbolt.multisig.tx.TxOutput;

/**
 * An output that a transaction may spend.
 *
 * @param output its coins and its script
 * @param height of its block; the next block's while it waits in the mempool
 * @param coinbase whether a block's own reward made it
 */
record UnspentCoin(TxOutput output, int height, boolean coinbase) {}
