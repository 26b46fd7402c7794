package org.gridbolt.channel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.junit.jupiter.api.Test;

class EmbeddedChainTest extends ChainContract {

    private final EmbeddedRegtest regtest = new EmbeddedRegtest(1);

    @Override
    Chain chain() {
        return regtest.connect();
    }

    @Override
    RegtestMiner miner() {
        return regtest;
    }

    @Override
    Outpoint coinbaseOf(ChainTip block) {
        Bytes bytes = regtest.blocks().get(block.height().value() - 1);
        fr.acinq.bitcoin.Transaction coinbase =
                fr.acinq.bitcoin.Block.read(bytes.toArray()).tx.get(0);
        return new Outpoint(Sha256Hash.wrap(coinbase.txid.toString()), 0);
    }

    @Test
    void a_quiet_chain_has_no_estimate() {
        assertThat(chain().estimate(new BlockCount(6))).isInstanceOf(FeeEstimate.Absent.class);
    }
}
