package org.gridbolt.pricing.demand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;

/** Plans for tests, and schedules of them that are sound but not clever. */
public final class Plans {

    private Plans() {}

    /** A plan of one household without a base load, on a cyclic day. */
    public static DemandPlan of(int slots, Appliance... appliances) {
        return DemandPlan.of(new PlanDay(slots, 60, true), List.of(new Household("home", List.of(appliances))))
                .orElseThrow();
    }

    public static Appliance appliance(String name, long energy, int first, int last, long cap) {
        return new Appliance(name, new WattHours(energy), new Window(first, last), new WattHours(cap));
    }

    /** A sound plan with up to 12 slots and 9 appliances, windows past midnight, tight caps and a base load in half of them. */
    public static DemandPlan small(RandomGenerator random) {
        PlanDay day = new PlanDay(1 + random.nextInt(12), 60, true);
        List<WattHours> baseLoad = random.nextBoolean()
                ? Collections.nCopies(day.slots(), WattHours.ZERO)
                : Stream.generate(() -> new WattHours(random.nextInt(500)))
                        .limit(day.slots())
                        .toList();
        List<Household> households = IntStream.range(0, 3)
                .mapToObj(number -> new Household("home " + number, appliances(random, day, number == 0 ? 1 : 0)))
                .toList();
        return new DemandPlan(day, baseLoad, households);
    }

    private static List<Appliance> appliances(RandomGenerator random, PlanDay day, int least) {
        return IntStream.range(0, least + random.nextInt(3))
                .mapToObj(number -> appliance(random, day, number))
                .toList();
    }

    private static Appliance appliance(RandomGenerator random, PlanDay day, int number) {
        Window window = new Window(random.nextInt(day.slots()), random.nextInt(day.slots()));
        long energy = 1 + random.nextLong(random.nextBoolean() ? 20 : 1_000);
        int length = window.length(day);
        long leastCap = (energy + length - 1) / length;
        long cap = random.nextInt(4) == 0 ? leastCap : leastCap + random.nextLong(energy + 1);
        return new Appliance("appliance " + number, new WattHours(energy), window, new WattHours(cap));
    }

    /** A random sound schedule in whole watt-hours: each appliance's energy goes in random portions to random places. */
    public static Schedule anySchedule(DemandPlan plan, RandomGenerator random) {
        return Schedule.whole(
                plan,
                plan.appliances().stream()
                        .map(appliance -> portions(appliance, appliance.window().length(plan.day()), random))
                        .toArray(long[][]::new));
    }

    private static long[] portions(Appliance appliance, int length, RandomGenerator random) {
        long[] taken = new long[length];
        long left = appliance.energy().value();
        while (left > 0) {
            int place = random.nextInt(length);
            long room = Math.min(left, appliance.cap().value() - taken[place]);
            long portion = room == 0 ? 0 : 1 + random.nextLong(room);
            taken[place] += portion;
            left -= portion;
        }
        return taken;
    }

    /** The sum of squares of a demand. */
    public static BigFraction squares(List<BigFraction> demand) {
        return demand.stream().map(each -> each.pow(2)).reduce(BigFraction.ZERO, BigFraction::add);
    }

    /** The energy of each appliance in a schedule. */
    public static List<BigFraction> energies(Schedule schedule) {
        List<BigFraction> energies = new ArrayList<>();
        List<Appliance> appliances = schedule.plan().appliances();
        PlanDay day = schedule.plan().day();
        for (int each = 0; each < appliances.size(); each++) {
            BigFraction sum = BigFraction.ZERO;
            Window window = appliances.get(each).window();
            for (int place = 0; place < window.length(day); place++) {
                sum = sum.add(
                        BigFraction.of(schedule.part(each, place), schedule.denominator(window.slot(place, day))));
            }
            energies.add(sum);
        }
        return energies;
    }
}
