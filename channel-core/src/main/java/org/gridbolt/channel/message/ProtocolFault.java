package org.gridbolt.channel.message;

/**
 * Tells the other side that its message was refused, and why. It changes nothing.
 *
 * @param reason one sentence
 */
public record ProtocolFault(String reason) implements PeerMessage, HouseholdMessage, UtilityMessage {

    @Override
    public <R> R dispatch(PeerMessage.Handler<R> handler) {
        return handler.onProtocolFault(this);
    }

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onProtocolFault(this);
    }

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onProtocolFault(this);
    }
}
