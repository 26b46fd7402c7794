package org.gridbolt.channel.chain;

import java.net.URI;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress;
import org.gridbolt.channel.chain.bitcoind.BitcoindChain;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;

@OnBitcoind
class BitcoindChainTest extends ChainContract {

    private final Bitcoind bitcoind;
    private final BitcoindAddress address;

    BitcoindChainTest(Bitcoind bitcoind) {
        this.bitcoind = bitcoind;
        this.address =
                new BitcoindAddress(URI.create(bitcoind.url() + "/"), new BitcoindAddress.Cookie(bitcoind.cookie()));
    }

    @Override
    BitcoindChain chain() {
        return BitcoindChain.connect(address, BitcoinNetwork.REGTEST);
    }

    @Override
    RegtestMiner miner() {
        return chain().miner();
    }

    @Override
    Outpoint coinbaseOf(ChainTip block) {
        String txid = bitcoind.call("getblock", block.hash().toString())
                .path("tx")
                .path(0)
                .asText();
        return new Outpoint(Sha256Hash.wrap(txid), 0);
    }
}
