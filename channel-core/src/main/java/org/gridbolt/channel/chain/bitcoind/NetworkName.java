package org.gridbolt.channel.chain.bitcoind;

import org.bitcoinj.base.BitcoinNetwork;

/** How bitcoind calls the networks. */
final class NetworkName {

    private NetworkName() {}

    /** Whether {@code chain}, from {@code getblockchaininfo}, is {@code network}. */
    static boolean matches(String chain, BitcoinNetwork network) {
        return switch (network) {
            case MAINNET -> chain.equals("main");
            case TESTNET -> chain.equals("test") || chain.equals("testnet4");
            case SIGNET -> chain.equals("signet");
            case REGTEST -> chain.equals("regtest");
        };
    }

    /** The folder inside the data folder. */
    static String folderOf(BitcoinNetwork network) {
        return switch (network) {
            case MAINNET -> "";
            case TESTNET -> "testnet3";
            case SIGNET -> "signet";
            case REGTEST -> "regtest";
        };
    }
}
