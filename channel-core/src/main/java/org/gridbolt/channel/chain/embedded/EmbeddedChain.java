package org.gridbolt.channel.chain.embedded;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.BitcoinNetwork;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.ChainFollower;
import org.gridbolt.channel.chain.ChainIdentity;
import org.gridbolt.channel.chain.ChainOutput;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.FeeEstimate;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.Transaction;

/** One party's view of an {@link EmbeddedRegtest}. */
public final class EmbeddedChain implements Chain {

    private static final ChainIdentity IDENTITY = new ChainIdentity(
            ChainIdentity.Kind.EMBEDDED, "embedded regtest, scripts judged by bitcoin-kmp", BitcoinNetwork.REGTEST);

    private final EmbeddedRegtest regtest;
    private final ChainFollower follower;

    EmbeddedChain(EmbeddedRegtest regtest, ChainFollower follower) {
        this.regtest = regtest;
        this.follower = follower;
    }

    @Override
    public ChainIdentity identity() {
        return IDENTITY;
    }

    @Override
    public ChainTip tip() {
        return follower.tip();
    }

    @Override
    public Optional<ChainOutput> output(Outpoint outpoint) {
        return regtest.output(outpoint);
    }

    @Override
    public CoinFact fact(Outpoint outpoint) {
        return regtest.fact(outpoint);
    }

    @Override
    public Optional<Transaction> coinbase(BlockHeight height) {
        return regtest.coinbase(height);
    }

    @Override
    public SubmitResult submit(List<Transaction> transactions) {
        return regtest.submit(transactions);
    }

    @Override
    public Optional<Transaction> unconfirmedSpender(Outpoint outpoint) {
        return regtest.unconfirmedSpender(outpoint);
    }

    /** Always absent, as on any chain whose blocks have no market. */
    @Override
    public FeeEstimate estimate(BlockCount target) {
        return new FeeEstimate.Absent("no market for room in blocks");
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
}
