package org.gridbolt.channel.broadcast;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainIdentity;
import org.gridbolt.channel.chain.ChainOutput;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.chain.FeeEstimate;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.Transaction;

/** A chain that answers nothing, whatever it is asked. */
final class SilentChain implements Chain {

    private static ChainUnavailable silent() {
        return new ChainUnavailable(new ChainFlaw.Unreachable("http://127.0.0.1:1", "connection refused"));
    }

    @Override
    public ChainIdentity identity() {
        throw silent();
    }

    @Override
    public ChainTip tip() {
        throw silent();
    }

    @Override
    public Optional<ChainOutput> output(Outpoint outpoint) {
        throw silent();
    }

    @Override
    public CoinFact fact(Outpoint outpoint) {
        throw silent();
    }

    @Override
    public Optional<Transaction> coinbase(BlockHeight height) {
        throw silent();
    }

    @Override
    public SubmitResult submit(List<Transaction> transactions) {
        throw silent();
    }

    @Override
    public Optional<Transaction> unconfirmedSpender(Outpoint outpoint) {
        throw silent();
    }

    @Override
    public FeeEstimate estimate(BlockCount target) {
        throw silent();
    }

    @Override
    public void watch(Outpoint outpoint, BlockHeight since) {
        throw silent();
    }

    @Override
    public void forget(Outpoint outpoint) {
        throw silent();
    }

    @Override
    public List<ChainEvent> poll() {
        throw silent();
    }
}
