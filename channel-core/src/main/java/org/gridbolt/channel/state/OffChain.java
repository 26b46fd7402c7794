package org.gridbolt.channel.state;

import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Refused;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;

/** A state in which nothing of this channel is on chain, or nothing of it can change any more: the chain has nothing to say. */
public sealed interface OffChain extends ChannelState
        permits New, AwaitingTerms, Negotiating, SignedZero, Aborted, Closed, FundingLost {

    @Override
    default Transition onTick(Tick event) {
        return stay();
    }

    @Override
    default Transition onConfirmed(Confirmed event) {
        return stay();
    }

    @Override
    default Transition onUnconfirmed(Unconfirmed event) {
        return stay();
    }

    @Override
    default Transition onSpent(Spent event) {
        return stay();
    }

    @Override
    default Transition onUnspent(Unspent event) {
        return stay();
    }

    @Override
    default Transition onCoinsFound(CoinsFound event) {
        return stay();
    }

    @Override
    default Transition onRefused(Refused event) {
        return stay();
    }
}
