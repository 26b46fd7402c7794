package org.gridbolt.channel.event;

import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.multisig.Party;

/**
 * A party of the channel said something. The connection has proved who it is.
 *
 * @param from the party
 * @param message what it said
 */
public record MessageReceived(Party from, ChannelMessage message) implements ChannelEvent {

    @Override
    public <R> R dispatch(Handler<R> handler) {
        return handler.onMessage(this);
    }
}
