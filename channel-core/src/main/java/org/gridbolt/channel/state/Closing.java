package org.gridbolt.channel.state;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CloseTx;

/** The cooperative close of a quiet channel. */
final class Closing {

    private Closing() {}

    /** The close that this household proposes: at the fee rate of the terms, the weight of its witness being known. */
    static Optional<CloseTx> cheapest(Channel channel) {
        ChannelContext context = channel.context();
        return as(channel, context.self(), Coin.ZERO, channel.tip())
                .map(free -> context.feeRate().feeFor(signedSize(free, channel)))
                .flatMap(fee -> as(channel, context.self(), fee, channel.tip()));
    }

    /** A signature of the peer's stands in for both: all have the same size, give or take a byte. */
    private static int signedSize(CloseTx close, Channel channel) {
        Signature any = channel.commitments().own().signature();
        return close.signed(any, any).vsize() + 1;
    }

    /** The close with that fee; nothing when the closer cannot pay it. */
    static Optional<CloseTx> as(Channel channel, Party closer, Coin fee, BlockHeight lockTime) {
        Allocation shares = channel.commitments().own().ledger().balances();
        return CloseTx.build(channel.context().wallet(), shares, closer, fee, lockTime);
    }
}
