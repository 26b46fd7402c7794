package org.gridbolt.channel.broadcast;

import java.net.URI;
import org.bitcoinj.base.BitcoinNetwork;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress;
import org.gridbolt.channel.chain.bitcoind.BitcoindChain;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;

@OnBitcoind
class BroadcasterOnBitcoindTest extends BroadcasterContract {

    private final BitcoindChain chain;

    BroadcasterOnBitcoindTest(Bitcoind bitcoind) {
        this.chain = BitcoindChain.connect(
                new BitcoindAddress(URI.create(bitcoind.url() + "/"), new BitcoindAddress.Cookie(bitcoind.cookie())),
                BitcoinNetwork.REGTEST);
    }

    @Override
    Chain chain() {
        return chain;
    }

    @Override
    RegtestMiner miner() {
        return chain.miner();
    }
}
