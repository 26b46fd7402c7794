package org.gridbolt.channel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress;
import org.gridbolt.channel.chain.bitcoind.BitcoindChain;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

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

    @Test
    void waiting_ends_with_a_block_or_in_time() {
        BitcoindChain chain = chain();
        chain.awaitBlock(Duration.ofMillis(1));
        assertThat(chain.poll()).isEmpty();
        bitcoind.mine(1);
        chain.awaitBlock(Duration.ofMinutes(5));
        assertThat(chain.poll()).hasSize(1);
    }

    @Test
    void a_block_ends_the_wait() throws InterruptedException {
        BitcoindChain chain = chain();
        Thread waiting = new Thread(() -> chain.awaitBlock(Duration.ofMinutes(5)));
        waiting.start();
        while (waiting.isAlive()) {
            bitcoind.mine(1);
            waiting.join(100);
        }
        assertThat(chain.poll()).isNotEmpty();
    }
}
