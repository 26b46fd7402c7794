package org.gridbolt.channel.message;

import org.gridbolt.penalty.contract.ReceiptAck;

/**
 * The utility holds, durably, the receipts of both sides up to these and every secret below them: to here the households are safe to sleep.
 *
 * @param ack the newest receipts that are covered, by their hashes
 */
public record ReceiptsAcknowledged(ReceiptAck ack) implements UtilityMessage {

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onReceiptsAcknowledged(this);
    }
}
