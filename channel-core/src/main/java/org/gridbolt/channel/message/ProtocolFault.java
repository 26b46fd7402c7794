package org.gridbolt.channel.message;

import org.gridbolt.pricing.Flaw;

/**
 * Tells the other side that its message was refused, and why. It changes nothing.
 *
 * @param reason one sentence
 */
@SuppressWarnings("overloads") // no handler is of two kinds of sender: javac 21 and later ask
public record ProtocolFault(String reason) implements PeerMessage, HouseholdMessage, UtilityMessage {

    /** The longest sentence, in characters. */
    public static final int SENTENCE_MAX = 120;

    /** The fault that says {@code flaw}, cut where it is too long: flaws quote what others sent. */
    public static ProtocolFault of(Flaw flaw) {
        String sentence = flaw.message();
        return new ProtocolFault(sentence.substring(0, Math.min(sentence.length(), SENTENCE_MAX)));
    }

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
