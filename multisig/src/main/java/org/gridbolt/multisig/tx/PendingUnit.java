package org.gridbolt.multisig.tx;

import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;

/**
 * A unit of energy that is promised and not yet settled, as the script sees it.
 *
 * @param amount its coins, at least the dust limit of its channel
 * @param hash of the preimage that the utility reveals on delivery
 * @param claimableFrom when U, and after it A, may begin to take it (d1), at least 1: no script holds a lock until height 0
 */
public record PendingUnit(Coin amount, Sha256Hash hash, BlockHeight claimableFrom) {

    public PendingUnit {
        if (claimableFrom.value() < 1) {
            throw new IllegalArgumentException("a unit that may be taken from " + claimableFrom);
        }
    }
}
