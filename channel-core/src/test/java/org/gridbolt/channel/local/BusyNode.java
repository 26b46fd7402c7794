package org.gridbolt.channel.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.testing.Bitcoind;

/** A bitcoind whose miner has fuller blocks at will: it mines nothing that pays less, alone or by a child, than the market asks. */
final class BusyNode implements RegtestNode, RegtestMiner {

    private final Bitcoind bitcoind;
    private final BitcoindNode node;
    private FeeRate market = FeeRate.RELAY;

    BusyNode(Bitcoind bitcoind) {
        this.bitcoind = bitcoind;
        this.node = BitcoindNode.running(
                new BitcoindAddress(URI.create(bitcoind.url() + "/"), new BitcoindAddress.Cookie(bitcoind.cookie())));
    }

    /** From now on room in a block costs so much. */
    void asks(FeeRate rate) {
        market = rate;
    }

    @Override
    public Chain view() {
        return node.view();
    }

    @Override
    public RegtestMiner miner() {
        return this;
    }

    @Override
    public List<ChainTip> mine(BlockCount blocks) {
        List<ChainTip> mined = new ArrayList<>();
        for (int block = 0; block < blocks.value(); block++) {
            mined.add(mineExactly(worthIt()));
        }
        return mined;
    }

    @Override
    public ChainTip mineTo(Bytes script) {
        List<String> hex = worthIt().stream().map(Transaction::toHex).toList();
        JsonNode block = bitcoind.call("generateblock", "raw(" + script + ")", hex);
        return new ChainTip(
                new BlockHeight(bitcoind.height()),
                Sha256Hash.wrap(block.path("hash").asText()));
    }

    /** Parents before their children. */
    private List<Transaction> worthIt() {
        JsonNode mempool = bitcoind.call("getrawmempool", true);
        Set<String> chosen = new LinkedHashSet<>();
        mempool.properties().forEach(entry -> {
            if (paysEnough(entry.getValue())) {
                entry.getValue().path("depends").forEach(parent -> chosen.add(parent.asText()));
                chosen.add(entry.getKey());
            }
        });
        return chosen.stream()
                .map(txid -> Transaction.ofHex(
                        bitcoind.call("getrawtransaction", txid).asText()))
                .toList();
    }

    private boolean paysEnough(JsonNode entry) {
        Coin paid = Coin.ofBtc(entry.path("fees").path("ancestor").decimalValue());
        return !paid.isLessThan(market.feeFor(entry.path("ancestorsize").asInt()));
    }

    @Override
    public ChainTip mineExactly(List<Transaction> transactions) {
        return node.miner().mineExactly(transactions);
    }

    @Override
    public Funded fund(Bytes script, Coin amount) {
        return node.miner().fund(script, amount);
    }

    @Override
    public ChainTip reorg(BlockCount depth, List<Transaction> instead) {
        return node.miner().reorg(depth, instead);
    }

    /** The node is everybody's. */
    @Override
    public void close() {
        node.close();
    }
}
