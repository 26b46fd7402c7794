package org.gridbolt.pricing.demand.level;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Window;

/**
 * Some slots of a plan, with what each appliance takes in them: energy moves within the group only. All amounts are in parts of a
 * watt-hour by the number of slots, so the group's mean demand is a whole number of parts, and so is every amount of some
 * schedule that reaches the mean where one does.
 */
final class LevelGroup {

    private final int[] slots;
    private final long[] baseLoad;
    private final int[] appliances;
    private final int[] places;
    private final Cells cells;

    private LevelGroup(int[] slots, long[] baseLoad, int[] appliances, int[] places, Cells cells) {
        this.slots = slots;
        this.baseLoad = baseLoad;
        this.appliances = appliances;
        this.places = places;
        this.cells = cells;
    }

    /** All slots of the plan, with these whole watt-hours by appliance and place. */
    static LevelGroup all(DemandPlan plan, long[][] wattHours) {
        int count = plan.day().slots();
        Cells cells = cells(plan, wattHours);
        return new LevelGroup(
                IntStream.range(0, count).toArray(),
                plan.baseLoad().stream().mapToLong(WattHours::value).toArray(),
                IntStream.range(0, wattHours.length).toArray(),
                Arrays.stream(wattHours)
                        .flatMapToInt(row -> IntStream.range(0, row.length))
                        .toArray(),
                cells);
    }

    private static Cells cells(DemandPlan plan, long[][] wattHours) {
        int count = plan.day().slots();
        List<Appliance> appliances = plan.appliances();
        int[] starts = new int[wattHours.length + 1];
        for (int row = 0; row < wattHours.length; row++) {
            starts[row + 1] = starts[row] + wattHours[row].length;
        }
        int[] column = new int[starts[wattHours.length]];
        for (int row = 0; row < wattHours.length; row++) {
            Window window = appliances.get(row).window();
            for (int place = 0; place < wattHours[row].length; place++) {
                column[starts[row] + place] = window.slot(place, plan.day());
            }
        }
        return new Cells(
                count,
                starts,
                column,
                appliances.stream()
                        .mapToLong(each -> each.cap().min(each.energy()).value() * count)
                        .toArray(),
                Arrays.stream(wattHours)
                        .flatMapToLong(Arrays::stream)
                        .map(amount -> amount * count)
                        .toArray());
    }

    /** Levels the group if it can be done; what is then level, and what is left to level. */
    List<LevelGroup> level() {
        SlotFlow flow = SlotFlow.settle(cells, limits());
        return flow.isWithinLimits()
                ? List.of()
                : List.of(part(flow::reachesRoom), part(column -> !flow.reachesRoom(column)));
    }

    /** In each slot, the mean demand of the group less the slot's base load. */
    private long[] limits() {
        long mean = Arrays.stream(cells.amounts).sum() / slots.length
                + Arrays.stream(baseLoad).sum();
        return Arrays.stream(baseLoad).map(load -> mean - load * slots.length).toArray();
    }

    /** The group of those columns, with the energy that the appliances take there now. */
    private LevelGroup part(IntPredicate kept) {
        Selection part = Selection.of(cells, kept);
        return new LevelGroup(
                part.columnsOf(slots),
                part.columnsOf(baseLoad),
                part.rowsOf(appliances),
                part.cellsOf(places),
                part.rescaled());
    }

    /** Writes the amounts and their denominator where the plan has them. */
    void writeTo(long[] denominators, long[][] parts) {
        for (int slot : slots) {
            denominators[slot] = slots.length;
        }
        for (int row = 0; row < appliances.length; row++) {
            for (int cell = cells.starts[row]; cell < cells.starts[row + 1]; cell++) {
                parts[appliances[row]][places[cell]] = cells.amounts[cell];
            }
        }
    }
}
