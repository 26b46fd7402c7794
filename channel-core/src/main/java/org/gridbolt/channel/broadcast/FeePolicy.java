package org.gridbolt.channel.broadcast;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.FeeEstimate;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.tx.FeeRate;

/**
 * What a party is ready to pay to have a transaction confirmed.
 *
 * @param least the rate to begin with when the node has no estimate, and never to go below
 * @param most the rate never to go above, whatever a node says and however long it takes
 * @param mostCoins the fee of one child never to go above
 * @param target within how many blocks a transaction is wanted, 1 to 1008
 * @param patience after how many blocks without a confirmation the offer is doubled, at least 1
 */
public record FeePolicy(FeeRate least, FeeRate most, Coin mostCoins, BlockCount target, BlockCount patience) {

    /** Two coins a virtual byte at least, two hundred at most, and never more than 100,000 coins a child. */
    public static final FeePolicy DEFAULT = new FeePolicy(
            new FeeRate(2 * FeeRate.RELAY.coinsPerKvb()),
            new FeeRate(200_000),
            Coin.valueOf(100_000),
            new BlockCount(3),
            new BlockCount(3));

    public FeePolicy {
        if (least.compareTo(most) > 0 || patience.value() < 1 || target.value() < 1) {
            throw new IllegalArgumentException("no fee policy: " + least + " to " + most + ", patience " + patience);
        }
    }

    /** The rate after {@code waited} blocks. What a node estimates counts only between the bounds. */
    public FeeRate rate(FeeEstimate estimate, int waited) {
        FeeRate rate = within(estimate.orElse(least).coinsPerKvb());
        for (int step = patience.value(); step <= waited && rate.compareTo(most) < 0; step += patience.value()) {
            rate = raised(rate);
        }
        return rate;
    }

    /** The next higher offer: twice as much, which always pays for the relay of what it replaces. */
    FeeRate raised(FeeRate rate) {
        return within(2L * Math.max(rate.coinsPerKvb(), FeeRate.RELAY.coinsPerKvb()));
    }

    private FeeRate within(long coinsPerKvb) {
        return new FeeRate((int) Math.max(least.coinsPerKvb(), Math.min(most.coinsPerKvb(), coinsPerKvb)));
    }
}
