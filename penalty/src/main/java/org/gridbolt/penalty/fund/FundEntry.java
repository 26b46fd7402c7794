package org.gridbolt.penalty.fund;

import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Slot;

/**
 * Coins that an account gained or gave.
 *
 * @param slot whose page has it
 * @param account who
 * @param coins gained, or given when negative; never 0
 * @param reason why, in a few words
 */
public record FundEntry(Slot slot, FundAccount account, Coin coins, String reason) {

    public FundEntry {
        if (coins.isZero()) {
            throw new IllegalArgumentException("nothing moved for " + account.name());
        }
    }
}
