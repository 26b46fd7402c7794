package org.gridbolt.pricing.market;

import org.gridbolt.pricing.WattHours;

/**
 * Where the energy of a participant's orders went to, or came from.
 *
 * @param withPeers traded with other participants
 * @param withGrid bought from or sold to the grid
 * @param unmatched neither: it stays in the book and is not billed
 */
public record EnergySplit(WattHours withPeers, WattHours withGrid, WattHours unmatched) {

    /** All of it. */
    public WattHours total() {
        return withPeers.plus(withGrid).plus(unmatched);
    }
}
