package org.gridbolt.pricing.community;

import org.gridbolt.pricing.WattHours;

/**
 * Energy that crosses a home's fence, or would have to.
 *
 * @param fromPeers bought from peers
 * @param fromGrid bought from the grid
 * @param toPeers sold to peers
 * @param toGrid sold to the grid
 * @param curtailed made by nobody: what the plant could have made, had anybody taken it
 */
public record Flows(WattHours fromPeers, WattHours fromGrid, WattHours toPeers, WattHours toGrid, WattHours curtailed) {

    /** Nothing at all. */
    public static final Flows NONE =
            new Flows(WattHours.ZERO, WattHours.ZERO, WattHours.ZERO, WattHours.ZERO, WattHours.ZERO);

    /** A purchase. */
    static Flows bought(WattHours fromPeers, WattHours fromGrid) {
        return new Flows(fromPeers, fromGrid, WattHours.ZERO, WattHours.ZERO, WattHours.ZERO);
    }

    /** A sale. */
    static Flows sold(WattHours toPeers, WattHours toGrid) {
        return new Flows(WattHours.ZERO, WattHours.ZERO, toPeers, toGrid, WattHours.ZERO);
    }

    /** The same, and that much curtailed. */
    Flows curtailing(WattHours energy) {
        return new Flows(fromPeers, fromGrid, toPeers, toGrid, curtailed.plus(energy));
    }

    /** The sums. */
    public Flows plus(Flows other) {
        return new Flows(
                fromPeers.plus(other.fromPeers),
                fromGrid.plus(other.fromGrid),
                toPeers.plus(other.toPeers),
                toGrid.plus(other.toGrid),
                curtailed.plus(other.curtailed));
    }

    /** What comes in. */
    public WattHours in() {
        return fromPeers.plus(fromGrid);
    }

    /** What goes out, what was curtailed included. */
    public WattHours out() {
        return toPeers.plus(toGrid).plus(curtailed);
    }
}
