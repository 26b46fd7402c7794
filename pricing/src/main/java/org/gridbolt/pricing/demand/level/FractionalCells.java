package org.gridbolt.pricing.demand.level;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.Schedule;

/** The cells of a schedule that are not whole watt-hours, and for each whether it goes up to the next. */
final class FractionalCells {

    private final Schedule exact;
    private final long[][] parts;
    private final int[] classes;
    private final int[] starts;
    private final int[] slots;
    private final long[] fractions;

    FractionalCells(Schedule exact) {
        this.exact = exact;
        this.parts = exact.parts();
        this.classes = classes(exact);
        this.starts = new int[parts.length + 1];
        int[] allSlots =
                new int[Arrays.stream(parts).mapToInt(row -> row.length).sum()];
        long[] allFractions = new long[allSlots.length];
        List<Appliance> appliances = exact.plan().appliances();
        int next = 0;
        for (int each = 0; each < parts.length; each++) {
            for (int place = 0; place < parts[each].length; place++) {
                int slot =
                        appliances.get(each).window().slot(place, exact.plan().day());
                allSlots[next] = slot;
                allFractions[next] = parts[each][place] % exact.denominator(slot);
                next += allFractions[next] == 0 ? 0 : 1;
            }
            starts[each + 1] = next;
        }
        this.slots = Arrays.copyOf(allSlots, next);
        this.fractions = Arrays.copyOf(allFractions, next);
    }

    /** For each slot the first one with the same denominator. */
    private static int[] classes(Schedule exact) {
        int count = exact.plan().day().slots();
        return IntStream.range(0, count)
                .map(slot -> IntStream.range(0, count)
                        .filter(other -> exact.denominator(other) == exact.denominator(slot))
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    /** The table of ups, 1 or 0, in which running sums of each appliance are rounded down. */
    Cells guess() {
        long[] ups = new long[slots.length];
        long[] rests = new long[classes.length];
        for (int each = 0; each < parts.length; each++) {
            for (int cell = starts[each]; cell < starts[each + 1]; cell++) {
                long denominator = exact.denominator(slots[cell]);
                long sum = rests[classes[slots[cell]]] + fractions[cell];
                ups[cell] = sum / denominator;
                rests[classes[slots[cell]]] = sum % denominator;
            }
            if (Arrays.stream(rests).anyMatch(rest -> rest != 0)) {
                throw new IllegalArgumentException(
                        "the energy of appliance " + each + " is not whole in slots of one denominator");
            }
        }
        long[] caps = new long[parts.length];
        Arrays.fill(caps, 1);
        return new Cells(classes.length, starts, slots, caps, ups);
    }

    /** How many cells of each slot go up at the least: the floor of their fractions' sum. */
    long[] floors() {
        long[] sums = sums();
        Arrays.setAll(sums, slot -> sums[slot] / exact.denominator(slot));
        return sums;
    }

    /** How many cells of each slot go up at the most: the ceiling of their fractions' sum. */
    long[] ceilings() {
        long[] sums = sums();
        Arrays.setAll(sums, slot -> (sums[slot] + exact.denominator(slot) - 1) / exact.denominator(slot));
        return sums;
    }

    /** How many cells of each slot are not whole. */
    long[] counts() {
        long[] counts = new long[classes.length];
        Arrays.stream(slots).forEach(slot -> counts[slot]++);
        return counts;
    }

    private long[] sums() {
        long[] sums = new long[classes.length];
        for (int cell = 0; cell < slots.length; cell++) {
            sums[slots[cell]] += fractions[cell];
        }
        return sums;
    }

    /** The schedule in whole watt-hours with these ups. */
    Schedule rounded(Cells ups) {
        List<Appliance> appliances = exact.plan().appliances();
        int next = 0;
        for (int each = 0; each < parts.length; each++) {
            for (int place = 0; place < parts[each].length; place++) {
                long denominator = exact.denominator(
                        appliances.get(each).window().slot(place, exact.plan().day()));
                boolean whole = parts[each][place] % denominator == 0;
                parts[each][place] = parts[each][place] / denominator + (whole ? 0 : ups.amounts[next++]);
            }
        }
        return Schedule.whole(exact.plan(), parts);
    }
}
