package org.gridbolt.node.demo;

import java.net.URI;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress;
import org.gridbolt.channel.local.BitcoindNode;
import org.gridbolt.channel.local.RegtestNode;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;

@OnBitcoind
class BitcoindFundTest extends FundContract {

    private final Bitcoind bitcoind;

    BitcoindFundTest(Bitcoind bitcoind) {
        this.bitcoind = bitcoind;
    }

    @Override
    RegtestNode open() {
        return BitcoindNode.running(
                new BitcoindAddress(URI.create(bitcoind.url() + "/"), new BitcoindAddress.Cookie(bitcoind.cookie())));
    }
}
