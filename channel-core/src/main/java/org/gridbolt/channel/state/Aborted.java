package org.gridbolt.channel.state;

import org.gridbolt.multisig.Party;

/**
 * ABORTED: the opening was given up before this household had signed anything of value.
 *
 * @param self consumer or producer
 * @param why one sentence
 */
public record Aborted(Party self, String why) implements OffChain {

    @Override
    public Transition resume() {
        return stay();
    }
}
