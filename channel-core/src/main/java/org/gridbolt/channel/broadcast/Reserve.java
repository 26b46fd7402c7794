package org.gridbolt.channel.broadcast;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;

/** The confirmed coins that a party keeps to pay for transactions that pay no fee themselves. */
public interface Reserve {

    /**
     * The child that brings {@code parent} and itself to {@code rate}, signed, for at most {@code mostCoins}; nothing when no coin
     * is large enough. It may spend the coin of an earlier child of the same parent, which it then replaces.
     */
    Optional<Transaction> child(Transaction parent, FeeRate rate, Coin mostCoins);

    /** Something else spends {@code coin}: it pays for nothing any more. */
    void gone(Outpoint coin);

    /** The mempool took {@code child}, in the place of every earlier child of the same parent. */
    void sent(Transaction child);
}
