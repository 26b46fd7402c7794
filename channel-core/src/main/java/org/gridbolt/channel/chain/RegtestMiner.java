package org.gridbolt.channel.chain;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;

/** The power over a regtest chain, for demos and tests: blocks on demand, coins for anybody, another past. */
public interface RegtestMiner {

    /** Mines blocks with what the mempool holds; no two coinbases are alike. Returns them, oldest first. */
    @CanIgnoreReturnValue
    List<ChainTip> mine(BlockCount blocks);

    /** Mines one block with what the mempool holds, whose reward goes to {@code script}. */
    @CanIgnoreReturnValue
    ChainTip mineTo(Bytes script);

    /**
     * Mines one block with exactly these transactions, parents first, which no policy judges but consensus does: an {@link
     * IllegalArgumentException} when no block may have them.
     */
    @CanIgnoreReturnValue
    ChainTip mineExactly(List<Transaction> transactions);

    /** Pays {@code amount}, not below dust, to an output script and mines it. */
    Funded fund(Bytes script, Coin amount);

    /**
     * Rewrites the past: the newest {@code depth} blocks are undone, at least one, and one more block than that takes their
     * place. The first has exactly the transactions of {@code instead}, the others none. What the undone blocks had goes
     * back to the mempool, unless it conflicts. Returns the new tip.
     */
    @CanIgnoreReturnValue
    ChainTip reorg(BlockCount depth, List<Transaction> instead);

    /**
     * Coins that were handed out.
     *
     * @param outpoint where they are
     * @param transaction that pays them
     * @param block that has it
     */
    record Funded(Outpoint outpoint, Transaction transaction, ChainTip block) {}
}
