package org.gridbolt.channel.broadcast;

import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;

class BroadcasterOnEmbeddedTest extends BroadcasterContract {

    private final EmbeddedRegtest regtest = new EmbeddedRegtest(7);

    @Override
    Chain chain() {
        return regtest.connect();
    }

    @Override
    RegtestMiner miner() {
        return regtest;
    }
}
