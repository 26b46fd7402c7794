package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;

/**
 * PENDING: the wallet is known and not as deep in the chain as the terms ask.
 *
 * @param channel the channel
 * @param confirmed the block that made the wallet, once there is one
 */
public record Funding(UtilityChannel channel, Optional<BlockHeight> confirmed) implements OpenState {

    @Override
    public Funding with(UtilityChannel next) {
        return new Funding(next, confirmed);
    }

    @Override
    public UtilityTransition proceed(UtilityChannel next) {
        boolean deep = confirmed.filter(height -> isDeep(height, next)).isPresent();
        return deep
                ? UtilityTransition.to(new Trading(next), new Report(new Notice.Active()))
                : UtilityTransition.to(with(next));
    }

    /** The block that made the wallet counts as the first confirmation. */
    private static boolean isDeep(BlockHeight height, UtilityChannel channel) {
        BlockCount least = channel.context().terms().depths().minDepth();
        return channel.tip().value() - height.value() + 1 >= least.value();
    }

    @Override
    public UtilityTransition onConfirmed(Confirmed event) {
        boolean wallet = event.outpoint().equals(channel.context().wallet().outpoint());
        return wallet ? new Funding(channel, Optional.of(event.height())).change(channel) : stay();
    }

    @Override
    public UtilityTransition onUnconfirmed(Unconfirmed event) {
        boolean wallet = event.outpoint().equals(channel.context().wallet().outpoint());
        return wallet ? UtilityTransition.to(new Funding(channel, Optional.empty())) : stay();
    }
}
