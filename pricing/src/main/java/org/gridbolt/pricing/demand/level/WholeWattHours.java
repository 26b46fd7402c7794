package org.gridbolt.pricing.demand.level;

import java.util.Arrays;
import org.gridbolt.pricing.demand.Schedule;

/**
 * Rounds a schedule to whole watt-hours, once: every appliance keeps its energy, every amount becomes its floor or its ceiling, and
 * so does the demand of every slot. So caps and windows are kept, and no slot is off by 1 Wh or more.
 *
 * <p>Which amounts go up is a flow of zeros and ones through the cells that are not whole. One exists, because the fractions
 * themselves are a flow, and a flow between whole bounds can be made whole. The first guess rounds running sums of each appliance
 * down; then slots above their ceiling hand on, and slots below their floor are handed to.
 */
public final class WholeWattHours {

    private WholeWattHours() {}

    /**
     * The rounded schedule. Each appliance's energy must be whole over all slots of one denominator, as it is in a levelled
     * schedule; an {@link IllegalArgumentException} otherwise.
     */
    public static Schedule round(Schedule exact) {
        FractionalCells fractional = new FractionalCells(exact);
        Cells ups = fractional.guess();
        settle(ups, fractional.ceilings());
        // What a slot below its floor lacks is too much of what does not go up: the same flow, of the complement.
        invert(ups);
        long[] most = fractional.counts();
        long[] floors = fractional.floors();
        Arrays.setAll(most, slot -> most[slot] - floors[slot]);
        settle(ups, most);
        invert(ups);
        return fractional.rounded(ups);
    }

    private static void settle(Cells ups, long[] limits) {
        if (!SlotFlow.settle(ups, limits).isWithinLimits()) {
            throw new IllegalStateException("fractions that are a flow have no whole flow beside them");
        }
    }

    private static void invert(Cells ups) {
        Arrays.setAll(ups.amounts, cell -> 1 - ups.amounts[cell]);
    }
}
