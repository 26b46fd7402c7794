package org.gridbolt.channel.chain;

import org.bitcoinj.base.BitcoinNetwork;

/**
 * What a view of the chain is a view of, for reports.
 *
 * @param kind what judges the transactions
 * @param version of it, as it names itself
 * @param network the network
 */
public record ChainIdentity(Kind kind, String version, BitcoinNetwork network) {

    /** Who judges. */
    public enum Kind {
        /** A bitcoind, Core or Knots. */
        BITCOIND,
        /** The regtest inside this process. */
        EMBEDDED
    }
}
