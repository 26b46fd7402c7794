package org.gridbolt.pricing.market.listing;

import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.market.Participant;

/**
 * A consumer or producer of the platform.
 *
 * @param gridId which it is
 * @param name what people call it
 * @param email where it is written to
 * @param balance its coins, not negative
 */
public record Member(Participant gridId, String name, String email, Coin balance) {

    public Member {
        if (balance.isNegative()) {
            throw new IllegalArgumentException(gridId + " has a balance of " + balance.getValue() + " coins");
        }
    }

    /** This member after it paid {@code coins}; was paid, when they are negative. */
    Member paying(Coin coins) {
        return new Member(gridId, name, email, balance.subtract(coins));
    }
}
