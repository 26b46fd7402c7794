package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Party;

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
    public Optional<UtilityTransition> restored() {
        return Optional.of(resume());
    }

    /** Whoever asks late what stood in the chain is told. */
    @Override
    public UtilityTransition wanted(Party from) {
        return new UtilityTransition(this, settled.wanted(from).actions());
    }

    /** Nothing is to be ruled on any more. */
    @Override
    public UtilityTransition silent(Party from, SilenceReported message) {
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
