package org.gridbolt.channel.state;

import org.gridbolt.multisig.Party;

/**
 * CLOSED: every output is buried. Nothing can be undone and nothing is left to claim.
 *
 * @param self consumer or producer
 * @param journal what is remembered for ever
 */
public record Closed(Party self, Journal journal) implements OffChain {

    @Override
    public Transition resume() {
        return stay();
    }
}
