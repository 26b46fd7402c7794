package org.gridbolt.penalty.contract;

import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * The heights of one unit.
 *
 * <p>Encoding: each component, in order, as four bytes.
 *
 * @param offerBy the last height at which the consumer may offer it
 * @param acceptBy the height before which the producer accepts it
 * @param deliverBy the last height of delivery
 * @param claimableFrom d1: the height from which its coins can be claimed on chain by time, at least 1
 */
public record Deadlines(BlockHeight offerBy, BlockHeight acceptBy, BlockHeight deliverBy, BlockHeight claimableFrom) {

    public Deadlines {
        if (claimableFrom.value() == 0) {
            throw new IllegalArgumentException("no script waits for height 0");
        }
    }

    void writeTo(CanonicalWriter writer) {
        writer.height(offerBy).height(acceptBy).height(deliverBy).height(claimableFrom);
    }

    static Deadlines readFrom(CanonicalReader reader) {
        return new Deadlines(reader.height(), reader.height(), reader.height(), reader.height());
    }
}
