package org.gridbolt.channel.chain;

import java.util.List;
import java.util.Optional;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.Transaction;

/**
 * One party's view of the chain: a port of the channel, which never asks itself but is told through events.
 *
 * <p>A view follows the tip only when {@link #poll} is called, so between two polls it stands still; {@link #tip} is
 * where it stands. The other questions are answered as of now. A view belongs to one thread. What cannot be asked, since
 * the node is gone or wrong, ends in {@link ChainUnavailable}, and can be tried again.
 */
public interface Chain {

    /** What this is a view of. */
    ChainIdentity identity();

    /** Where this view stands: the newest block that was told. */
    ChainTip tip();

    /**
     * The output, if it exists, is confirmed or in the mempool, and neither a block nor the mempool spends it. Nothing for
     * one that never was and for one that is spent.
     */
    Optional<ChainOutput> output(Outpoint outpoint);

    /**
     * What this view knows of a coin that somebody wants to bring: its age in blocks, and whether a block or the mempool spends
     * it. Of one that a block has spent, a node without an index of transactions knows no more than of one that never was.
     */
    CoinFact fact(Outpoint outpoint);

    /** The transaction that paid who mined the block at {@code height}; nothing above the newest block. */
    Optional<Transaction> coinbase(BlockHeight height);

    /**
     * Offers transactions to the mempool: one, or a parent and then the child that pays for it. What the chain has
     * already is passed over. Offering something twice does no harm.
     */
    SubmitResult submit(List<Transaction> transactions);

    /** What spends {@code outpoint} in the mempool and in no block yet, if something does. */
    Optional<Transaction> unconfirmedSpender(Outpoint outpoint);

    /** What a virtual byte costs for a confirmation within {@code target} blocks, 1 to 1008. */
    FeeEstimate estimate(BlockCount target);

    /**
     * From now on {@link #poll} tells who makes and who spends {@code outpoint}; the next poll also tells it of the blocks
     * from {@code since} to the tip, so nothing is missed by watching late. Watching twice does no harm.
     */
    void watch(Outpoint outpoint, BlockHeight since);

    /** Ends {@link #watch}. */
    void forget(Outpoint outpoint);

    /**
     * Moves on to the newest block and tells what happened on the way, in the order in which it counts: first what watched
     * outpoints missed, then blocks that were undone, newest first, then new ones, oldest first.
     */
    List<ChainEvent> poll();
}
