package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Sha256Hash;

/**
 * Which chain a contract is about.
 *
 * @param genesis the hash of its first block, as users read it
 */
public record ChainId(Sha256Hash genesis) {

    /** Bitcoin's regression test chain. */
    public static final ChainId REGTEST =
            new ChainId(Sha256Hash.wrap("0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206"));

    /** Bitcoin's main chain. */
    public static final ChainId MAINNET =
            new ChainId(Sha256Hash.wrap("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f"));

    @Override
    public String toString() {
        return genesis.toString();
    }
}
