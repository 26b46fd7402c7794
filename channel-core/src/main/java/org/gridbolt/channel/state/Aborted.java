package org.gridbolt.channel.state;

import org.gridbolt.multisig.Party;

/**
 * ABORTED: the opening was given up before this household had signed anything of value.
 *
 * @param self consumer or producer
 * @param why one sentence
 */
public record Aborted(Party self, String why) implements OffChain {

    private static final int SENTENCE_MAX = 300;

    /** Cuts a long sentence: it quotes what others sent, and has to be stored. */
    public Aborted {
        why = why.substring(0, Math.min(why.length(), SENTENCE_MAX));
    }

    @Override
    public Transition resume() {
        return stay();
    }
}
