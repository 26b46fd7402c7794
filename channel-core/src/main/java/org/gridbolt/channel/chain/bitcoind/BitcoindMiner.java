package org.gridbolt.channel.chain.bitcoind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainOutput;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.chain.OpenCoin;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;

/**
 * The miner of a bitcoind on regtest. It needs no wallet: its coins are coinbases that anybody can spend, found again by
 * a scan, so that many demos on one node live on one coin although the reward runs dry.
 */
public final class BitcoindMiner implements RegtestMiner {

    private static final int NUMBERS = 1 << 30;

    private final BitcoindRpc rpc;
    private final BitcoindMempool mempool;
    private int number = (int) Math.floorMod(System.nanoTime(), (long) NUMBERS);

    BitcoindMiner(BitcoindRpc rpc) {
        this.rpc = rpc;
        this.mempool = new BitcoindMempool(rpc);
    }

    @Override
    public List<ChainTip> mine(BlockCount blocks) {
        List<ChainTip> mined = new ArrayList<>();
        for (int i = 0; i < blocks.value(); i++) {
            mined.add(mineTo(OpenCoin.scriptOf(nextNumber())));
        }
        return mined;
    }

    @Override
    public ChainTip mineTo(Bytes script) {
        String hash = rpc.call("generatetodescriptor", 1, "raw(" + script + ")")
                .path(0)
                .asText();
        return block(hash);
    }

    @Override
    public ChainTip mineExactly(List<Transaction> transactions) {
        List<String> hex = transactions.stream().map(Transaction::toHex).toList();
        RpcAnswer answer = rpc.ask("generateblock", descriptorOf(nextNumber()), hex);
        if (answer instanceof RpcAnswer.Result result) {
            return block(result.value().path("hash").asText());
        }
        throw new IllegalArgumentException(answer.toString());
    }

    @Override
    public Funded fund(Bytes script, Coin amount) {
        OpenCoin coin = openCoin(amount).or(() -> mineForChange(amount)).orElseGet(() -> mineOpenCoin(amount));
        Transaction payment = coin.pay(script, amount);
        if (mempool.submit(List.of(payment)) instanceof SubmitResult.Rejected rejected) {
            throw rpc.unexpected("sendrawtransaction", rejected.reason());
        }
        List<ChainTip> confirmed = mine(new BlockCount(1));
        return new Funded(payment.outpoint(0), payment, confirmed.get(0));
    }

    /** After a reorg the change may wait in the mempool. */
    private Optional<OpenCoin> mineForChange(Coin amount) {
        mine(new BlockCount(1));
        return openCoin(amount);
    }

    private Optional<OpenCoin> openCoin(Coin amount) {
        JsonNode found = rpc.call("scantxoutset", "start", List.of(descriptorOf(OpenCoin.CHANGE)));
        int tip = found.path("height").asInt();
        return StreamSupport.stream(found.path("unspents").spliterator(), false)
                .filter(coin -> isMature(coin, tip))
                .map(BitcoindMiner::openCoin)
                .filter(coin -> coin.covers(amount) && !isSpentInMempool(coin.outpoint()))
                .findFirst();
    }

    private boolean isSpentInMempool(Outpoint outpoint) {
        return rpc.call("gettxout", outpoint.txid().toString(), outpoint.index(), true)
                .isNull();
    }

    private static boolean isMature(JsonNode coin, int tip) {
        int confirmations = tip - coin.path("height").asInt() + 1;
        return !coin.path("coinbase").asBoolean() || confirmations >= ChainOutput.COINBASE_MATURITY.value();
    }

    private static OpenCoin openCoin(JsonNode found) {
        Sha256Hash txid = Sha256Hash.wrap(found.path("txid").asText());
        Coin value = Coin.ofBtc(found.path("amount").decimalValue());
        return new OpenCoin(new Outpoint(txid, found.path("vout").asInt()), value, OpenCoin.CHANGE);
    }

    private OpenCoin mineOpenCoin(Coin amount) {
        ChainTip block = mineTo(OpenCoin.scriptOf(OpenCoin.CHANGE));
        mine(ChainOutput.COINBASE_MATURITY);
        return openCoin(amount)
                .orElseThrow(() -> new ChainUnavailable(new ChainFlaw.NoCoins(
                        rpc.where(), "the reward at " + block.height() + " is below " + amount.value + " coins")));
    }

    @Override
    public ChainTip reorg(BlockCount depth, List<Transaction> instead) {
        int height = rpc.call("getblockcount").asInt();
        String oldest = rpc.call("getblockhash", height - depth.value() + 1).asText();
        JsonNode ignored = rpc.call("invalidateblock", oldest);
        ChainTip tip = mineExactly(instead);
        for (int i = 0; i < depth.value(); i++) {
            tip = mineExactly(List.of());
        }
        return tip;
    }

    private ChainTip block(String hash) {
        return new BitcoindBlocks(rpc).link(Sha256Hash.wrap(hash)).block();
    }

    private static String descriptorOf(int scriptNumber) {
        return "raw(" + OpenCoin.scriptOf(scriptNumber) + ")";
    }

    /** Never {@link OpenCoin#CHANGE}. A block made again at once on the same parent must have another script. */
    private int nextNumber() {
        number = number % NUMBERS + 1;
        return number;
    }
}
