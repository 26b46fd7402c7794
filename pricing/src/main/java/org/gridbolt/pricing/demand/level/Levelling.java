package org.gridbolt.pricing.demand.level;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Schedule;

/**
 * The exact schedule of least cost for every price that is the same rising function of the demand in each slot: the demand is as
 * level as windows and caps allow.
 *
 * <h2>What is solved</h2>
 *
 * Tharun and Parvez 2021, Algorithm 1, minimise the sum over all slots of D p(D), with p quadratic. The demands that windows and
 * caps allow are the bases of a polymatroid, since what appliances can take in a set S of slots is at most the sum of
 * min(energy, cap |S n window|), which is submodular in S. On such bases one vector is least for every symmetric convex cost at
 * the same time: the lexicographically optimal base (Fujishige 1980). So the price's coefficients do not matter.
 *
 * <h2>How</h2>
 *
 * By decomposition (Fujishige 1980, Groenevelt 1991). A group of n slots, at first all of them, is to be brought to its mean
 * demand, with all amounts in n-ths of a watt-hour, so the mean is whole: a flow problem ({@link SlotFlow}). If the flow gets
 * there the group is done. If not, it leaves slots above the mean from which no energy can move to the others: the group falls
 * into two, and each goes on alone. A side's final level lies on its side of the mean, so what could not move cannot ever, and
 * the whole is optimal. Of an appliance with energy on the high side all cells on the low side are at their cap, so each
 * side has whole watt-hours of each appliance, and is again a problem of the same kind.
 *
 * <p>Every split leaves two smaller groups, so there are fewer flows than twice the slots; each begins with the amounts that the
 * one before left. The first begins with a {@link WaterFilling} guess. All arithmetic is in 64 bits, within
 * {@link DemandPlan#ENERGY_MAX}.
 *
 * <p>No result needs to be believed: {@code org.gridbolt.pricing.demand.proof.OptimalityCheck} tests it from the schedule alone.
 */
public final class Levelling {

    private Levelling() {}

    /** The levelled schedule, in fractions of a watt-hour: a slot's denominator is the number of slots that share its level. */
    public static Schedule exact(DemandPlan plan) {
        long[] denominators = new long[plan.day().slots()];
        long[][] parts = WaterFilling.of(plan);
        Deque<LevelGroup> open = new ArrayDeque<>(List.of(LevelGroup.all(plan, parts)));
        Arrays.stream(parts).forEach(row -> Arrays.fill(row, 0));
        while (!open.isEmpty()) {
            LevelGroup group = open.pop();
            List<LevelGroup> sides = group.level();
            if (sides.isEmpty()) {
                group.writeTo(denominators, parts);
            }
            sides.forEach(open::push);
        }
        return Schedule.of(plan, denominators, parts);
    }
}
