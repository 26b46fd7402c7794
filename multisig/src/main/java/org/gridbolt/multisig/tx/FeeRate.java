package org.gridbolt.multisig.tx;

import org.bitcoinj.base.Coin;

/**
 * The price of room in a block.
 *
 * @param coinsPerKvb coins for a thousand virtual bytes, at least 0
 */
public record FeeRate(int coinsPerKvb) implements Comparable<FeeRate> {

    /** Bitcoin Core's least rate of relay before version 30: one coin for a virtual byte. */
    public static final FeeRate RELAY = new FeeRate(1000);

    private static final int KILO = 1000;

    public FeeRate {
        if (coinsPerKvb < 0) {
            throw new IllegalArgumentException("no fee rate: " + coinsPerKvb);
        }
    }

    /** The fee for {@code vsize} virtual bytes, rounded up. */
    public Coin feeFor(int vsize) {
        return Coin.valueOf((Math.multiplyFull(coinsPerKvb, vsize) + KILO - 1) / KILO);
    }

    @Override
    public int compareTo(FeeRate other) {
        return Integer.compare(coinsPerKvb, other.coinsPerKvb);
    }

    @Override
    public String toString() {
        return coinsPerKvb + " coins/kvB";
    }
}
