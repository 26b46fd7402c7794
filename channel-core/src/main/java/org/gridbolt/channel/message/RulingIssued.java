package org.gridbolt.channel.message;

import org.gridbolt.penalty.ruling.RulingFile;

/**
 * The utility's verdict on every pending unit, with what it rests on. It asks the consumer for its signature on the penalty.
 *
 * @param file the ruling and its evidence, which the consumer checks for itself before it signs
 */
public record RulingIssued(RulingFile file) implements UtilityMessage {

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onRulingIssued(this);
    }
}
