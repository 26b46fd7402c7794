package org.gridbolt.channel.message;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.key.Signature;

/**
 * The closer's signature on the cooperative close, which pays the final balances; the closer pays the fee from its own.
 *
 * @param fee taken from the sender's balance
 * @param lockTime a height that both have seen
 * @param signature by the key that the wallet names for this pair
 */
public record ClosingProposed(Coin fee, BlockHeight lockTime, Signature signature) implements PeerMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onClosingProposed(this);
    }
}
