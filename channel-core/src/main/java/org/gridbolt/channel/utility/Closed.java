package org.gridbolt.channel.utility;

import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.state.Journal;

/**
 * CLOSED: the spend of the wallet is buried, and nothing is left to guard.
 *
 * @param settled how it ended
 */
public record Closed(Settling settled) implements UtilityState {

    @Override
    public Journal journal() {
        return settled.journal();
    }

    @Override
    public UtilityTransition resume() {
        return stay();
    }

    @Override
    public UtilityTransition onTick(Tick event) {
        return stay();
    }

    @Override
    public UtilityTransition onConfirmed(Confirmed event) {
        return stay();
    }

    @Override
    public UtilityTransition onUnconfirmed(Unconfirmed event) {
        return stay();
    }

    @Override
    public UtilityTransition onSpent(Spent event) {
        return stay();
    }

    @Override
    public UtilityTransition onUnspent(Unspent event) {
        return stay();
    }
}
