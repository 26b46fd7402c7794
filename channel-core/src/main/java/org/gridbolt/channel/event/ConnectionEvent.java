package org.gridbolt.channel.event;

import org.gridbolt.multisig.Party;

/** A connection to another party came or went. Messages on one connection arrive in order, or the connection ends. */
public sealed interface ConnectionEvent extends ChannelEvent {

    /** Calls the method for this kind. */
    <R> R dispatch(ConnectionEvent.Handler<R> handler);

    @Override
    default <R> R dispatch(ChannelEvent.Handler<R> handler) {
        return dispatch((ConnectionEvent.Handler<R>) handler);
    }

    /**
     * One method for each kind.
     *
     * @param <R> what comes of it
     */
    interface Handler<R> {

        /** A party can be reached. */
        R onConnected(Connected event);

        /** A party cannot be reached any more; messages under way may be lost. */
        R onDisconnected(Disconnected event);
    }

    /**
     * A party can be reached, and has proved who it is.
     *
     * @param party who
     */
    record Connected(Party party) implements ConnectionEvent {
        @Override
        public <R> R dispatch(ConnectionEvent.Handler<R> handler) {
            return handler.onConnected(this);
        }
    }

    /**
     * A party cannot be reached any more.
     *
     * @param party who
     */
    record Disconnected(Party party) implements ConnectionEvent {
        @Override
        public <R> R dispatch(ConnectionEvent.Handler<R> handler) {
            return handler.onDisconnected(this);
        }
    }
}
