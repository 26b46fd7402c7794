package org.gridbolt.multisig.tx;

import org.gridbolt.multisig.BlockCount;

/**
 * What the chain says about a coin.
 *
 * @param confirmations the blocks that confirm it, 1 for one in the newest block, 0 for one in none
 * @param unspent whether nothing spends it, neither on chain nor waiting
 */
public record CoinFact(BlockCount confirmations, boolean unspent) {

    /** Of a coin that the chain does not know. */
    public static final CoinFact UNKNOWN = new CoinFact(BlockCount.ZERO, false);
}
