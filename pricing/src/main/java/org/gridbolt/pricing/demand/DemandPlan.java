package org.gridbolt.pricing.demand;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;

/**
 * A problem of demand response: who needs how much energy, within which windows, beside a load that nobody can move. Whatever
 * exists as a plan has a schedule: every flaw is found when it is made.
 *
 * @param day the slots
 * @param baseLoad the load of each slot that does not move
 * @param households who has something to move
 */
public record DemandPlan(PlanDay day, List<WattHours> baseLoad, List<Household> households) {

    /** The most energy of a day, base load included: with it, all sums of the exact schedule fit in 64 bits. */
    public static final WattHours ENERGY_MAX = new WattHours(1_000_000_000_000L);

    public DemandPlan {
        baseLoad = List.copyOf(baseLoad);
        households = List.copyOf(households);
        PlanCheck.flaw(day, baseLoad, households).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw.message());
        });
    }

    /** The plan, or the first flaw of it; appliances that cannot get their energy are found last and named all together. */
    public static Outcome<DemandPlan, PlanFlaw> of(PlanDay day, List<WattHours> baseLoad, List<Household> households) {
        return PlanCheck.flaw(day, baseLoad, households)
                .map(Outcome::<DemandPlan, PlanFlaw>flawed)
                .orElseGet(() -> Outcome.of(new DemandPlan(day, baseLoad, households)));
    }

    /** The plan without a base load, or its flaw. */
    public static Outcome<DemandPlan, PlanFlaw> of(PlanDay day, List<Household> households) {
        return of(
                day,
                Collections.nCopies(Math.max(0, Math.min(day.slots(), PlanDay.SLOTS_MAX)), WattHours.ZERO),
                households);
    }

    /** All appliances, household by household; a schedule counts them in this order, from 0. */
    public List<Appliance> appliances() {
        return households.stream()
                .flatMap(household -> household.appliances().stream())
                .toList();
    }

    /** The energy of all appliances and of the base load. */
    public WattHours energy() {
        return WattHours.sum(
                Stream.concat(baseLoad.stream(), appliances().stream().map(Appliance::energy))
                        .toList());
    }

    /** The same plan with each appliance changed; an {@link IllegalArgumentException} when that makes it flawed. */
    public DemandPlan withAppliances(UnaryOperator<Appliance> change) {
        return new DemandPlan(
                day,
                baseLoad,
                households.stream()
                        .map(household -> new Household(
                                household.name(),
                                household.appliances().stream().map(change).toList()))
                        .toList());
    }
}
