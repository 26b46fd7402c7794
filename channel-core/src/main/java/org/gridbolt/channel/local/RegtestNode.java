package org.gridbolt.channel.local;

import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.RegtestMiner;

/** A regtest chain to run channels on: a view of it for each who needs one, and the power over its blocks. */
public interface RegtestNode extends AutoCloseable {

    /** A view that belongs to whoever asked for it. */
    Chain view();

    /** Mines blocks and hands out coins. */
    RegtestMiner miner();

    /** Ends what was started for this chain, and nothing else. */
    @Override
    void close();
}
