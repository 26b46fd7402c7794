package org.gridbolt.pricing.demand.paper;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Household;
import org.gridbolt.pricing.demand.PlanDay;
import org.gridbolt.pricing.demand.Window;

/**
 * A random set of prosumers, as in Tharun and Parvez 2021, section 5.E, where energy, start and end of each appliance "where
 * generated randomly" and no distribution is given. The reading here: energy uniform in whole watt-hours, windows by a named
 * {@link WindowReading}, no cap.
 *
 * @param prosumers how many, at least 1
 * @param appliancesEach how many appliances each has, at least 1
 * @param day the slots
 * @param leastEnergy the least energy of an appliance, at least 1 Wh
 * @param mostEnergy the most energy of an appliance
 * @param windows how windows are drawn
 */
public record Experiment(
        int prosumers,
        int appliancesEach,
        PlanDay day,
        WattHours leastEnergy,
        WattHours mostEnergy,
        WindowReading windows) {

    /** The paper's first set: 100 prosumers with 5 appliances of 100 to 1,000 Wh. */
    public static final Experiment PROSUMERS_100 = paper(100);

    /** The paper's second set: 60 prosumers with 5 appliances of 100 to 1,000 Wh. */
    public static final Experiment PROSUMERS_60 = paper(60);

    private static Experiment paper(int prosumers) {
        return new Experiment(
                prosumers,
                5,
                PlanDay.HOURS,
                new WattHours(100),
                new WattHours(1_000),
                WindowReading.TWO_SLOTS_IN_ORDER);
    }

    /** The same experiment with windows read otherwise. */
    public Experiment with(WindowReading reading) {
        return new Experiment(prosumers, appliancesEach, day, leastEnergy, mostEnergy, reading);
    }

    /** The next set that the generator gives. */
    public DemandPlan draw(RandomGenerator random) {
        List<Household> households = IntStream.rangeClosed(1, prosumers)
                .mapToObj(number -> new Household("prosumer " + number, appliances(random)))
                .toList();
        return DemandPlan.of(day, households).orElseThrow();
    }

    private List<Appliance> appliances(RandomGenerator random) {
        return Stream.iterate(1, number -> number + 1)
                .limit(appliancesEach)
                .map(number -> appliance(number, random))
                .toList();
    }

    private Appliance appliance(int number, RandomGenerator random) {
        long energy = random.nextLong(leastEnergy.value(), mostEnergy.value() + 1);
        Window window = windows.draw(random, day);
        return Appliance.uncapped("appliance " + number, new WattHours(energy), window);
    }
}
