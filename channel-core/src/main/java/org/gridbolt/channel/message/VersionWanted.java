package org.gridbolt.channel.message;

/**
 * A household that went on with a backup sees a version in the chain of which it does not know the point, or not the units:
 * whoever knows tells it.
 */
@SuppressWarnings("overloads") // no handler is of two kinds of sender: javac 21 and later ask
public record VersionWanted() implements PeerMessage, HouseholdMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onVersionWanted(this);
    }

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onVersionWanted(this);
    }
}
