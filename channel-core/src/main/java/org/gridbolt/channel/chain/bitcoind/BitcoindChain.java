package org.gridbolt.channel.chain.bitcoind;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.BitcoinNetwork;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.ChainFollower;
import org.gridbolt.channel.chain.ChainIdentity;
import org.gridbolt.channel.chain.ChainOutput;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.chain.FeeEstimate;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/** The chain as a bitcoind sees it, Core or Knots, of version 29 or newer. It needs no wallet and no index there. */
public final class BitcoindChain implements Chain {

    private static final int DECIMALS = 8;

    private final BitcoindRpc rpc;
    private final ChainIdentity identity;
    private final ChainFollower follower;
    private final BitcoindMempool mempool;

    private BitcoindChain(BitcoindRpc rpc, ChainIdentity identity) {
        this.rpc = rpc;
        this.identity = identity;
        this.follower = new ChainFollower(new BitcoindBlocks(rpc));
        this.mempool = new BitcoindMempool(rpc);
    }

    /** A view of {@code network} through the node at {@code address}, or a {@link ChainUnavailable} that says why not. */
    public static BitcoindChain connect(BitcoindAddress address, BitcoinNetwork network) {
        BitcoindRpc rpc = new BitcoindRpc(address);
        new NodeProbe(rpc, network).flaw().ifPresent(flaw -> {
            throw new ChainUnavailable(flaw);
        });
        String version = rpc.call("getnetworkinfo").path("subversion").asText();
        return new BitcoindChain(rpc, new ChainIdentity(ChainIdentity.Kind.BITCOIND, version, network));
    }

    /** The power over this node's chain; only on regtest. */
    public BitcoindMiner miner() {
        return new BitcoindMiner(rpc);
    }

    @Override
    public ChainIdentity identity() {
        return identity;
    }

    @Override
    public ChainTip tip() {
        return follower.tip();
    }

    @Override
    public Optional<ChainOutput> output(Outpoint outpoint) {
        JsonNode found = rpc.call("gettxout", outpoint.txid().toString(), outpoint.index(), true);
        return found.isObject() ? Optional.of(output(found)) : Optional.empty();
    }

    @Override
    public CoinFact fact(Outpoint outpoint) {
        JsonNode inBlock = rpc.call("gettxout", outpoint.txid().toString(), outpoint.index(), false);
        if (inBlock.isObject()) {
            return new CoinFact(confirmations(inBlock), output(outpoint).isPresent());
        }
        return output(outpoint).isPresent() ? new CoinFact(BlockCount.ZERO, true) : spent(outpoint);
    }

    /** Only a node with an index, as {@code -txindex} makes it, finds a transaction none of whose outputs may be left. */
    private CoinFact spent(Outpoint outpoint) {
        if (rpc.ask("getrawtransaction", outpoint.txid().toString(), true) instanceof RpcAnswer.Result found) {
            return new CoinFact(confirmations(found.value()), false);
        }
        return CoinFact.UNKNOWN;
    }

    private static BlockCount confirmations(JsonNode found) {
        return new BlockCount(Math.max(0, found.path("confirmations").asInt()));
    }

    private static ChainOutput output(JsonNode found) {
        Coin value = Coin.ofBtc(found.path("value").decimalValue());
        Bytes script = Bytes.ofHex(found.path("scriptPubKey").path("hex").asText());
        return new ChainOutput(
                new TxOutput(value, script),
                confirmations(found),
                found.path("coinbase").asBoolean());
    }

    @Override
    public Optional<Transaction> coinbase(BlockHeight height) {
        return rpc.ask("getblockhash", height.value()) instanceof RpcAnswer.Result found
                ? new BitcoindBlocks(rpc)
                        .transactions(Sha256Hash.wrap(found.value().asText())).stream()
                                .findFirst()
                : Optional.empty();
    }

    @Override
    public SubmitResult submit(List<Transaction> transactions) {
        return mempool.submit(transactions);
    }

    @Override
    public Optional<Transaction> unconfirmedSpender(Outpoint outpoint) {
        Map<String, Object> asked = Map.of("txid", outpoint.txid().toString(), "vout", outpoint.index());
        String spender = rpc.call("gettxspendingprevout", List.of(asked))
                .path(0)
                .path("spendingtxid")
                .asText();
        return spender.isEmpty()
                ? Optional.empty()
                : Transaction.parse(
                        Bytes.ofHex(rpc.call("getrawtransaction", spender).asText()));
    }

    @Override
    public FeeEstimate estimate(BlockCount target) {
        JsonNode answer = rpc.call("estimatesmartfee", target.value());
        return answer.has("feerate")
                ? judge(answer.path("feerate").decimalValue())
                : new FeeEstimate.Absent(answer.path("errors").path(0).asText("no estimate"));
    }

    static FeeEstimate judge(BigDecimal said) {
        BigDecimal rate = said.movePointRight(DECIMALS).setScale(0, RoundingMode.CEILING);
        BigDecimal believed = BigDecimal.valueOf(FeeEstimate.BELIEVED_MAX.coinsPerKvb());
        return rate.signum() > 0 && rate.compareTo(believed) <= 0
                ? new FeeEstimate.Known(new FeeRate(rate.intValueExact()))
                : new FeeEstimate.Absurd(said.toPlainString());
    }

    @Override
    public void watch(Outpoint outpoint, BlockHeight since) {
        follower.watch(outpoint, since);
    }

    @Override
    public void forget(Outpoint outpoint) {
        follower.forget(outpoint);
    }

    @Override
    public List<ChainEvent> poll() {
        return follower.poll();
    }

    /** Waits until {@link #poll} has something to tell of, {@code limit} at most. */
    public void awaitBlock(Duration limit) {
        boolean behind =
                !rpc.call("getbestblockhash").asText().equals(tip().hash().toString());
        if (!behind) {
            RpcAnswer ignored = rpc.askPatiently(limit, "waitfornewblock", limit.toMillis());
        }
    }
}
