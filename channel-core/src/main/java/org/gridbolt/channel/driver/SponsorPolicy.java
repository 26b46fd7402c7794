package org.gridbolt.channel.driver;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.broadcast.FeePolicy;
import org.gridbolt.channel.utility.Sponsorship;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.tx.FeeRate;

/**
 * When a utility pays of its own accord for a household's version that no block takes.
 *
 * @param delay after how many blocks in which the version waited: longer than a household takes to offer more itself, since the
 *     utility does not see into its purse
 * @param fees what it offers first, when it offers more, and what it never goes above, for one channel
 */
public record SponsorPolicy(BlockCount delay, FeePolicy fees) {

    /** After a slot of waiting, up to twenty coins a virtual byte and 10,000 coins a channel. */
    public static final SponsorPolicy DEFAULT = new SponsorPolicy(
            new BlockCount(6),
            new FeePolicy(
                    FeePolicy.DEFAULT.least(),
                    new FeeRate(20_000),
                    Coin.valueOf(10_000),
                    FeePolicy.DEFAULT.target(),
                    FeePolicy.DEFAULT.patience()));

    public SponsorPolicy {
        if (delay.value() < 1) {
            throw new IllegalArgumentException("a version has to wait at least a block: " + delay);
        }
    }

    /** The same limits as the utility's machine holds every such order to. */
    public Sponsorship limits() {
        return new Sponsorship(fees.mostCoins(), fees.most());
    }
}
