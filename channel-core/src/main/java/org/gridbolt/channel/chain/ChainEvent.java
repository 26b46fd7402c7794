package org.gridbolt.channel.chain;

import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/** What happened on the chain, as {@link Chain#poll} tells it. */
public sealed interface ChainEvent {

    /** The block it happened in. */
    ChainTip block();

    /**
     * A block stands on top of the one told before. What it did to watched outpoints is told right before it.
     *
     * @param block the new tip
     */
    record BlockConnected(ChainTip block) implements ChainEvent {}

    /**
     * The newest block is undone. What that takes back is told right before it.
     *
     * @param block that is no longer part of the chain
     */
    record BlockDisconnected(ChainTip block) implements ChainEvent {}

    /**
     * A watched output stands in the chain.
     *
     * @param outpoint the one watched
     * @param output what it is
     * @param block that has it; the depth is the number of blocks from this one to the tip, both counted
     */
    record Confirmed(Outpoint outpoint, TxOutput output, ChainTip block) implements ChainEvent {}

    /**
     * A watched output no longer stands in the chain.
     *
     * @param outpoint the one watched
     * @param block that had it
     */
    record Unconfirmed(Outpoint outpoint, ChainTip block) implements ChainEvent {}

    /**
     * A watched output is spent in the chain.
     *
     * @param outpoint the one watched
     * @param spender the transaction that did it, with its witnesses
     * @param block that has the spender
     */
    record Spent(Outpoint outpoint, Transaction spender, ChainTip block) implements ChainEvent {}

    /**
     * A watched output is no longer spent in the chain.
     *
     * @param outpoint the one watched
     * @param block that had the spender
     */
    record Unspent(Outpoint outpoint, ChainTip block) implements ChainEvent {}
}
