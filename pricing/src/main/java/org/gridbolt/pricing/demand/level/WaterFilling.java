package org.gridbolt.pricing.demand.level;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.PlanDay;

/**
 * A first guess in whole watt-hours: one appliance after another, those with the shortest windows first, fills the lowest slots of
 * its window up to a common level. The guess is feasible and often nearly level; nothing but speed depends on how good it is.
 */
final class WaterFilling {

    private final PlanDay day;
    private final List<Appliance> appliances;
    private final long[] loads;
    private final long[][] amounts;

    private WaterFilling(DemandPlan plan) {
        this.day = plan.day();
        this.appliances = plan.appliances();
        this.loads = plan.baseLoad().stream().mapToLong(WattHours::value).toArray();
        this.amounts = appliances.stream()
                .map(appliance -> new long[appliance.window().length(day)])
                .toArray(long[][]::new);
    }

    /** What each appliance takes at each place of its window. */
    static long[][] of(DemandPlan plan) {
        WaterFilling filling = new WaterFilling(plan);
        IntStream.range(0, filling.amounts.length)
                .boxed()
                .sorted(Comparator.comparingInt(each -> filling.amounts[each].length))
                .forEach(filling::fill);
        return filling.amounts;
    }

    private void fill(int each) {
        Appliance appliance = appliances.get(each);
        int[] slots = IntStream.range(0, amounts[each].length)
                .map(place -> appliance.window().slot(place, day))
                .toArray();
        long cap = appliance.cap().value();
        long energy = appliance.energy().value();
        long level = level(slots, cap, energy);
        long surplus = taken(slots, cap, level) - energy;
        for (int place = 0; place < slots.length; place++) {
            long taken = taken(slots[place], cap, level);
            // One watt-hour less where the level decides, until the sum is right.
            boolean decides = surplus > 0 && taken > taken(slots[place], cap, level - 1);
            amounts[each][place] = decides ? taken - 1 : taken;
            surplus -= decides ? 1 : 0;
            loads[slots[place]] += amounts[each][place];
        }
    }

    /** The lowest level up to which the slots hold at least that energy. */
    private long level(int[] slots, long cap, long energy) {
        long low = Long.MAX_VALUE;
        long high = 0;
        for (int slot : slots) {
            low = Math.min(low, loads[slot]);
            high = Math.max(high, loads[slot]);
        }
        high += energy;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (taken(slots, cap, middle) >= energy) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long taken(int[] slots, long cap, long level) {
        long taken = 0;
        for (int slot : slots) {
            taken += taken(slot, cap, level);
        }
        return taken;
    }

    private long taken(int slot, long cap, long level) {
        return Math.max(0, Math.min(cap, level - loads[slot]));
    }
}
