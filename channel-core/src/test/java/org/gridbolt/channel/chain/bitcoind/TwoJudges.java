package org.gridbolt.channel.chain.bitcoind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.RegtestMiner.Funded;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.chain.SubmitResult.Rejected;
import org.gridbolt.channel.chain.embedded.EmbeddedChain;
import org.gridbolt.channel.chain.embedded.EmbeddedRegtest;
import org.gridbolt.channel.chain.embedded.RelayPolicy;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;

/**
 * A bitcoind and an embedded regtest with the same blocks and the same rates, asked the same questions. The embedded one
 * mines; bitcoind is given its blocks, and so judges them too.
 */
final class TwoJudges implements AutoCloseable {

    private final BitcoindProcess process;
    private final BitcoindRpc rpc;
    private final BitcoindMempool real;
    private final EmbeddedRegtest regtest;
    private final EmbeddedChain embedded;
    private int height;

    TwoJudges(Path program, Path folder) {
        this.process = BitcoindProcess.start(BitcoindProgram.at(program).orElseThrow(), folder);
        this.rpc = new BitcoindRpc(process.address());
        this.real = new BitcoindMempool(rpc);
        this.regtest = new EmbeddedRegtest(7, policy());
        this.embedded = regtest.connect();
        hand();
    }

    private RelayPolicy policy() {
        JsonNode info = rpc.call("getmempoolinfo");
        return new RelayPolicy(
                rate(info.path("minrelaytxfee")), rate(info.path("incrementalrelayfee")), RelayPolicy.CORE_29.dust());
    }

    private static FeeRate rate(JsonNode coinsPerKvb) {
        return new FeeRate(coinsPerKvb.decimalValue().movePointRight(8).intValueExact());
    }

    FeeRate relayRate() {
        return policy().relay();
    }

    int height() {
        return height;
    }

    Funded fund(Bytes script, Coin amount) {
        Funded funded = regtest.fund(script, amount);
        hand();
        return funded;
    }

    void mine(int blocks) {
        regtest.mine(new BlockCount(blocks));
        hand();
        assertThat(realMempool()).as("all that waited is mined").isEqualTo(regtest.mempool());
    }

    void mineExactly(Transaction... transactions) {
        regtest.mineExactly(List.of(transactions));
        hand();
    }

    /** Hands bitcoind the blocks that it does not have. */
    private void hand() {
        List<Bytes> blocks = regtest.blocks();
        for (Bytes block : blocks.subList(height, blocks.size())) {
            assertThat(rpc.call("submitblock", block.toHex()).isNull())
                    .as("bitcoind takes the block")
                    .isTrue();
        }
        height = blocks.size();
        assertThat(rpc.call("getblockcount").asInt()).isEqualTo(height);
    }

    /** Offers the same to both, and returns the answer, which must be the same. */
    SubmitResult submit(Transaction... transactions) {
        List<Transaction> offered = List.of(transactions);
        SubmitResult theirs = real.submit(offered);
        SubmitResult ours = embedded.submit(offered);
        String case_ = theirs + "\nby bitcoind,\n" + ours + "\nby the embedded chain, of\n"
                + offered.stream().map(Transaction::toHex).collect(Collectors.joining("\n"));
        assertThat(ours.getClass()).as(case_).isEqualTo(theirs.getClass());
        if (ours instanceof Rejected own && theirs instanceof Rejected other) {
            assertThat(own.cause()).as(case_).isEqualTo(other.cause());
        }
        assertThat(regtest.mempool()).as(case_).isEqualTo(realMempool());
        return ours;
    }

    private Set<Sha256Hash> realMempool() {
        return StreamSupport.stream(rpc.call("getrawmempool").spliterator(), false)
                .map(txid -> Sha256Hash.wrap(txid.asText()))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        process.close();
    }
}
