package org.gridbolt.pricing.market;

import org.gridbolt.pricing.WattHours;

/**
 * All that one participant asks of a slot.
 *
 * @param participant who
 * @param side on which side it stands
 * @param energy the energy of all its orders
 */
public record Position(Participant participant, Side side, WattHours energy) {

    /** This position with {@code more} energy. */
    Position plus(WattHours more) {
        return new Position(participant, side, energy.plus(more));
    }
}
