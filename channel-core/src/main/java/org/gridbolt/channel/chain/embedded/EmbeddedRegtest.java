package org.gridbolt.channel.chain.embedded;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainFollower;
import org.gridbolt.channel.chain.ChainOutput;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.chain.OpenCoin;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.Transaction;

/**
 * A regtest chain inside this process, for machines without a bitcoind and for fast tests. From the same seed and the same
 * calls come the same blocks, byte for byte. Its blocks are ones that bitcoind takes, too.
 *
 * <p>It begins with 101 blocks, so that the first reward can be handed out. It belongs to one thread, and so do its views.
 */
public final class EmbeddedRegtest implements RegtestMiner {

    private static final int WEIGHT_MAX = 3_900_000;

    private final ActiveChain chain = new ActiveChain(BlockMaker.first());
    private final BlockMaker maker;
    private final Mempool mempool;
    private int blocksMade;

    /** A chain with the policy of Bitcoin Core 29. */
    public EmbeddedRegtest(long seed) {
        this(seed, RelayPolicy.CORE_29);
    }

    /** A chain with another policy. */
    public EmbeddedRegtest(long seed, RelayPolicy policy) {
        this.maker = new BlockMaker(seed);
        this.mempool = new Mempool(policy, chain.unspent(), chain::nextLocks);
        mineTo(OpenCoin.scriptOf(OpenCoin.CHANGE), List.of());
        mine(ChainOutput.COINBASE_MATURITY);
    }

    /** A new view, which stands at the newest block. */
    public EmbeddedChain connect() {
        return new EmbeddedChain(this, new ChainFollower(chain));
    }

    /** The blocks as nodes send them, from the one above the first to the tip. */
    public List<Bytes> blocks() {
        return chain.blocks().stream().skip(1).map(MinedBlock::bytes).toList();
    }

    /** What stands in the blocks, coinbases aside, oldest first. */
    public List<Transaction> confirmed() {
        return chain.blocks().stream()
                .flatMap(block -> block.payments().stream())
                .toList();
    }

    /** The ids of what waits for a block. */
    public Set<Sha256Hash> mempool() {
        return mempool.pool().all().stream().map(Candidate::txid).collect(Collectors.toUnmodifiableSet());
    }

    SubmitResult submit(List<Transaction> transactions) {
        return mempool.submit(transactions);
    }

    Optional<ChainOutput> output(Outpoint outpoint) {
        if (mempool.pool().isSpent(outpoint)) {
            return Optional.empty();
        }
        return chain.unspent()
                .coin(outpoint)
                .map(this::confirmed)
                .or(() ->
                        mempool.pool().output(outpoint).map(output -> new ChainOutput(output, BlockCount.ZERO, false)));
    }

    CoinFact fact(Outpoint outpoint) {
        boolean unspent = output(outpoint).isPresent();
        return chain.heightOf(outpoint)
                .map(height -> new CoinFact(new BlockCount(chain.tip().height() - height + 1), unspent))
                .orElse(unspent ? new CoinFact(BlockCount.ZERO, true) : CoinFact.UNKNOWN);
    }

    Optional<Transaction> coinbase(BlockHeight height) {
        return height.isAfter(chain.tip().link().block().height())
                ? Optional.empty()
                : Optional.of(chain.blocks().get(height.value()).transactions().get(0));
    }

    Optional<Transaction> unconfirmedSpender(Outpoint outpoint) {
        return mempool.pool().spender(outpoint).map(Candidate::transaction);
    }

    private ChainOutput confirmed(UnspentCoin coin) {
        BlockCount confirmations = new BlockCount(chain.tip().height() - coin.height() + 1);
        return new ChainOutput(coin.output(), confirmations, coin.coinbase());
    }

    @Override
    public List<ChainTip> mine(BlockCount blocks) {
        List<ChainTip> mined = new ArrayList<>();
        for (int i = 0; i < blocks.value(); i++) {
            mined.add(mineExactly(waiting()));
        }
        return mined;
    }

    /** What the mempool holds, as far as it fits into one block. */
    private List<Transaction> waiting() {
        List<Transaction> chosen = new ArrayList<>();
        int weight = 0;
        for (Candidate candidate : mempool.pool().all()) {
            weight += candidate.transaction().weight();
            if (weight > WEIGHT_MAX) {
                break;
            }
            chosen.add(candidate.transaction());
        }
        return chosen;
    }

    @Override
    public ChainTip mineTo(Bytes script) {
        return mineTo(script, waiting());
    }

    @Override
    public ChainTip mineExactly(List<Transaction> transactions) {
        return mineTo(OpenCoin.scriptOf(blocksMade + 1), transactions);
    }

    @CanIgnoreReturnValue
    private ChainTip mineTo(Bytes script, List<Transaction> transactions) {
        MinedBlock block = maker.make(chain.tip(), transactions, chain.fees(transactions), script, blocksMade);
        chain.connect(block);
        blocksMade++;
        transactions.forEach(mempool.pool()::confirm);
        return block.link().block();
    }

    @Override
    public Funded fund(Bytes script, Coin amount) {
        OpenCoin coin = openCoin(amount).or(() -> mineForChange(amount)).orElseThrow(() -> noCoins(amount));
        Transaction payment = coin.pay(script, amount);
        if (submit(List.of(payment)) instanceof SubmitResult.Rejected rejected) {
            throw new IllegalArgumentException("it cannot be paid: " + rejected.reason());
        }
        ChainTip block = mine(new BlockCount(1)).get(0);
        return new Funded(payment.outpoint(0), payment, block);
    }

    private Optional<OpenCoin> openCoin(Coin amount) {
        return chain.unspent()
                .first((outpoint, coin) -> isOpen(outpoint, coin, amount))
                .map(outpoint ->
                        openCoin(outpoint, chain.unspent().coin(outpoint).orElseThrow()));
    }

    private boolean isOpen(Outpoint outpoint, UnspentCoin coin, Coin amount) {
        return coin.output().script().equals(OpenCoin.scriptOf(OpenCoin.CHANGE))
                && confirmed(coin).isMature()
                && !mempool.pool().isSpent(outpoint)
                && openCoin(outpoint, coin).covers(amount);
    }

    private static OpenCoin openCoin(Outpoint outpoint, UnspentCoin coin) {
        return new OpenCoin(outpoint, coin.output().value(), OpenCoin.CHANGE);
    }

    /** After a reorg the change may wait in the mempool. */
    private Optional<OpenCoin> mineForChange(Coin amount) {
        mine(new BlockCount(1));
        return openCoin(amount);
    }

    private static ChainUnavailable noCoins(Coin amount) {
        return new ChainUnavailable(
                new ChainFlaw.NoCoins("this process", "none of " + amount.value + " coins is left"));
    }

    @Override
    public ChainTip reorg(BlockCount depth, List<Transaction> instead) {
        if (depth.equals(BlockCount.ZERO) || depth.value() >= chain.tip().height()) {
            throw new IllegalArgumentException("no reorg of " + depth);
        }
        List<Transaction> returned = new ArrayList<>();
        for (int i = 0; i < depth.value(); i++) {
            returned.addAll(0, chain.disconnect().payments());
        }
        mempool.resettle(returned);
        ChainTip tip = mineExactly(instead);
        for (int i = 0; i < depth.value(); i++) {
            tip = mineExactly(List.of());
        }
        return tip;
    }
}
