package org.gridbolt.channel.event;

/** Something that happened, as a value: the only input of a channel's state machine. */
public sealed interface ChannelEvent permits MessageReceived, ConnectionEvent, ChainNews, WalletEvent, Command {

    /** Calls the one method of {@code handler} that is for this kind of event. */
    <R> R dispatch(Handler<R> handler);

    /**
     * One method for each event. What the chain says has no default, so every state answers a spent wallet and a reorg.
     *
     * @param <R> what comes of an event
     */
    interface Handler<R>
            extends ConnectionEvent.Handler<R>, ChainNews.Handler<R>, WalletEvent.Handler<R>, Command.Handler<R> {

        /** A party said something. */
        R onMessage(MessageReceived event);
    }
}
