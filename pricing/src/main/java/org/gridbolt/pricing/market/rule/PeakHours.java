package org.gridbolt.pricing.market.rule;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridbolt.pricing.Slot;

/**
 * Which slots of a day are peak and which off peak; the others are neither. Slot 0 begins a day.
 *
 * @param slotsADay how many slots a day has, at least 1
 * @param peak the slots of a day that are peak, from 0
 * @param offPeak the slots of a day that are off peak, from 0; none of them peak
 */
public record PeakHours(int slotsADay, Set<Integer> peak, Set<Integer> offPeak) {

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,5})(?:-([0-9]{1,5}))?");

    /** The most slots that a day has: one a second. */
    private static final int SLOTS_A_DAY_MAX = 86_400;

    public PeakHours {
        peak = Set.copyOf(peak);
        offPeak = Set.copyOf(offPeak);
        int slots = slotsADay;
        boolean fits = slots >= 1 && slots <= SLOTS_A_DAY_MAX;
        boolean inside = peak.stream().allMatch(slot -> slot >= 0 && slot < slots)
                && offPeak.stream().allMatch(slot -> slot >= 0 && slot < slots);
        if (!fits || !inside || peak.stream().anyMatch(offPeak::contains)) {
            throw new IllegalArgumentException(
                    "no day of %d slots: peak %s, off peak %s".formatted(slotsADay, peak, offPeak));
        }
    }

    /**
     * The hours of ranges such as {@code 13-22} or {@code 0-5+23}, each end included, or {@code none}; off-peak hours may
     * also be {@code rest}, all that are not peak. Empty when the text is none or hours are both.
     */
    static Optional<PeakHours> parse(int slotsADay, String peak, String offPeak) {
        if (slotsADay < 1 || slotsADay > SLOTS_A_DAY_MAX) {
            return Optional.empty();
        }
        Optional<Set<Integer>> high = slots(slotsADay, peak);
        Optional<Set<Integer>> low =
                "rest".equals(offPeak) ? high.map(taken -> others(slotsADay, taken)) : slots(slotsADay, offPeak);
        return high.flatMap(one -> low.filter(other -> other.stream().noneMatch(one::contains))
                .map(other -> new PeakHours(slotsADay, one, other)));
    }

    /** Whether {@code slot} is peak. */
    public boolean isPeak(Slot slot) {
        return peak.contains(slot.number() % slotsADay);
    }

    /** Whether {@code slot} is off peak. */
    public boolean isOffPeak(Slot slot) {
        return offPeak.contains(slot.number() % slotsADay);
    }

    private static Set<Integer> others(int slotsADay, Set<Integer> taken) {
        Set<Integer> others = range(0, slotsADay - 1);
        others.removeAll(taken);
        return others;
    }

    private static Optional<Set<Integer>> slots(int slotsADay, String text) {
        Set<Integer> slots = new HashSet<>();
        if ("none".equals(text)) {
            return Optional.of(slots);
        }
        for (String part : text.split("\\+", -1)) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(range.group(1));
            int last =
                    Optional.ofNullable(range.group(2)).map(Integer::parseInt).orElse(first);
            if (first > last || last >= slotsADay) {
                return Optional.empty();
            }
            slots.addAll(range(first, last));
        }
        return Optional.of(slots);
    }

    private static Set<Integer> range(int first, int last) {
        Set<Integer> range = new HashSet<>();
        for (int slot = first; slot <= last; slot++) {
            range.add(slot);
        }
        return range;
    }
}
