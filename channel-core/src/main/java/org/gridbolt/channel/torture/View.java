package org.gridbolt.channel.torture;

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

/** One party's node: it may not answer for a while, and its mempool asks what the climate asks. */
final class View implements Chain {

    private final Chain chain;
    private final Climate climate;
    private boolean silent;

    View(Chain chain, Climate climate) {
        this.chain = chain;
        this.climate = climate;
    }

    /** Whether it answers from now on. */
    void fallSilent(boolean next) {
        silent = next;
    }

    boolean isSilent() {
        return silent;
    }

    private Chain asked() {
        if (silent) {
            throw new ChainUnavailable(new ChainFlaw.Unreachable("this process", "it is silent for a while"));
        }
        return chain;
    }

    @Override
    public ChainIdentity identity() {
        return chain.identity();
    }

    @Override
    public ChainTip tip() {
        return chain.tip();
    }

    @Override
    public Optional<ChainOutput> output(Outpoint outpoint) {
        return asked().output(outpoint);
    }

    @Override
    public CoinFact fact(Outpoint outpoint) {
        return asked().fact(outpoint);
    }

    @Override
    public SubmitResult submit(List<Transaction> transactions) {
        Chain open = asked();
        return climate.refusal(transactions).orElseGet(() -> open.submit(transactions));
    }

    @Override
    public Optional<Transaction> unconfirmedSpender(Outpoint outpoint) {
        return asked().unconfirmedSpender(outpoint);
    }

    @Override
    public FeeEstimate estimate(BlockCount target) {
        Chain unused = asked();
        return climate.estimate();
    }

    @Override
    public void watch(Outpoint outpoint, BlockHeight since) {
        chain.watch(outpoint, since);
    }

    @Override
    public void forget(Outpoint outpoint) {
        chain.forget(outpoint);
    }

    @Override
    public List<ChainEvent> poll() {
        return asked().poll();
    }

    @Override
    public Optional<Transaction> coinbase(BlockHeight height) {
        return asked().coinbase(height);
    }
}
