package org.gridbolt.channel.state;

import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Refused;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;

/** A state with a wallet that nothing in the chain has spent. */
public sealed interface Funded extends ChannelState permits Pending, Running, Terminal {

    /** The channel. */
    Channel channel();

    /** The same state with another channel. */
    Funded with(Channel next);

    @Override
    default Party self() {
        return channel().context().self();
    }

    @Override
    default Journal journal() {
        return channel().journal();
    }

    /** Whether {@code outpoint} is the wallet. */
    default boolean isWallet(Outpoint outpoint) {
        return channel().context().outpoint().equals(outpoint);
    }

    /** The wallet is spent: by whom and with what decides what is to be done, whatever the state was. */
    @Override
    default Transition onSpent(Spent event) {
        return isWallet(event.outpoint()) ? Resolving.of(this, event) : stay();
    }

    @Override
    default Transition onUnspent(Unspent event) {
        return stay();
    }

    @Override
    default Transition onConfirmed(Confirmed event) {
        return stay();
    }

    @Override
    default Transition onCoinsFound(CoinsFound event) {
        return stay();
    }

    @Override
    default Transition onRefused(Refused event) {
        Notice notice = new Notice.PublicationRefused(event.transaction().txid(), event.reason());
        return Transition.to(this, new Report(notice));
    }
}
