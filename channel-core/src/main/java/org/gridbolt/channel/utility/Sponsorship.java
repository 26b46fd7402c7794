package org.gridbolt.channel.utility;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.FeeRate;

/**
 * How far the utility goes to bring a household's close into the chain when the household cannot pay for it.
 *
 * @param cap the most that it pays for one channel; of all children of versions of a channel one can confirm
 * @param rateMax the most that it pays for a virtual byte of version and child together
 */
public record Sponsorship(Coin cap, FeeRate rateMax) {

    /** Nothing is paid for anybody. */
    public static final Sponsorship NONE = new Sponsorship(Coin.ZERO, new FeeRate(0));
}
