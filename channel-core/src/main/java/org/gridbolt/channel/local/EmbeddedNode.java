package org.gridbolt.channel.local;

import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;

/** A regtest chain inside this process. */
public final class EmbeddedNode implements RegtestNode {

    private final EmbeddedRegtest regtest;

    /** A chain of its own: from the same seed and the same calls come the same blocks. */
    public EmbeddedNode(long seed) {
        this.regtest = new EmbeddedRegtest(seed);
    }

    @Override
    public Chain view() {
        return regtest.connect();
    }

    @Override
    public RegtestMiner miner() {
        return regtest;
    }

    @Override
    public void close() {
        // Nothing was started.
    }
}
