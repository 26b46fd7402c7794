package org.gridbolt.channel.event;

import java.time.Instant;
import java.util.Map;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.Transaction;

/**
 * What the chain says of the tip and of watched outputs. Confirmations arrive before the tick of the block that holds
 * them, and a reorganisation takes back what its blocks had brought before it brings anything new.
 */
public sealed interface ChainNews extends ChannelEvent {

    /** Calls the method for this kind. */
    <R> R dispatch(ChainNews.Handler<R> handler);

    @Override
    default <R> R dispatch(ChannelEvent.Handler<R> handler) {
        return dispatch((ChainNews.Handler<R>) handler);
    }

    /**
     * One method for each kind, none with a default.
     *
     * @param <R> what comes of it
     */
    interface Handler<R> {

        /** The tip moved. */
        R onTick(Tick event);

        /** A watched output stands in the chain. */
        R onConfirmed(Confirmed event);

        /** A watched output does not stand in the chain any more. */
        R onUnconfirmed(Unconfirmed event);

        /** A watched output was spent in the chain. */
        R onSpent(Spent event);

        /** The spend of a watched output does not stand in the chain any more. */
        R onUnspent(Unspent event);

        /** The answer to a look-up. */
        R onCoinsFound(CoinsFound event);

        /** A transaction was refused by the node. */
        R onRefused(Refused event);
    }

    /**
     * The tip moved: also the only clock that a channel has.
     *
     * @param tip the height of the newest block
     * @param time when the tip moved, for reports
     */
    record Tick(BlockHeight tip, Instant time) implements ChainNews {
        @Override
        public <R> R dispatch(ChainNews.Handler<R> handler) {
            return handler.onTick(this);
        }
    }

    /**
     * A watched output stands in the chain.
     *
     * @param outpoint the output
     * @param height the block that made it
     */
    record Confirmed(Outpoint outpoint, BlockHeight height) implements ChainNews {
        @Override
        public <R> R dispatch(ChainNews.Handler<R> handler) {
            return handler.onConfirmed(this);
        }
    }

    /**
     * A reorganisation removed a watched output.
     *
     * @param outpoint the output
     */
    record Unconfirmed(Outpoint outpoint) implements ChainNews {
        @Override
        public <R> R dispatch(ChainNews.Handler<R> handler) {
            return handler.onUnconfirmed(this);
        }
    }

    /**
     * A watched output was spent in the chain.
     *
     * @param outpoint the output
     * @param spender what spends it
     * @param height the block that holds the spender
     */
    record Spent(Outpoint outpoint, Transaction spender, BlockHeight height) implements ChainNews {
        @Override
        public <R> R dispatch(ChainNews.Handler<R> handler) {
            return handler.onSpent(this);
        }
    }

    /**
     * A reorganisation removed the spend of a watched output.
     *
     * @param outpoint the output
     */
    record Unspent(Outpoint outpoint) implements ChainNews {
        @Override
        public <R> R dispatch(ChainNews.Handler<R> handler) {
            return handler.onUnspent(this);
        }
    }

    /**
     * The answer to a look-up.
     *
     * @param facts what the chain knows of the coins that were asked for; one that is missing is unknown
     */
    record CoinsFound(Map<Outpoint, CoinFact> facts) implements ChainNews {

        public CoinsFound {
            facts = Map.copyOf(facts);
        }

        @Override
        public <R> R dispatch(ChainNews.Handler<R> handler) {
            return handler.onCoinsFound(this);
        }
    }

    /**
     * A transaction was refused by the node, and is not in its pool.
     *
     * @param transaction what was submitted
     * @param reason the node's own words
     */
    record Refused(Transaction transaction, String reason) implements ChainNews {
        @Override
        public <R> R dispatch(ChainNews.Handler<R> handler) {
            return handler.onRefused(this);
        }
    }
}
