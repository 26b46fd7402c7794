package org.gridbolt.pricing.demand;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gridbolt.pricing.WattHours;

/** Looks for what is wrong with a plan, from the day down to single appliances. */
final class PlanCheck {

    private PlanCheck() {}

    static Optional<PlanFlaw> flaw(PlanDay day, List<WattHours> baseLoad, List<Household> households) {
        return first(List.of(
                () -> ofDay(day, baseLoad),
                () -> ofNames(households),
                () -> ofAppliances(day, households),
                () -> ofSums(baseLoad, households),
                () -> infeasible(day, households)));
    }

    private static Optional<PlanFlaw> first(List<Supplier<Optional<PlanFlaw>>> checks) {
        return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<PlanFlaw> ofDay(PlanDay day, List<WattHours> baseLoad) {
        if (!day.isSound()) {
            return Optional.of(new PlanFlaw.NoSuchDay(day.slots(), day.slotMinutes()));
        }
        return baseLoad.size() == day.slots()
                ? Optional.empty()
                : Optional.of(new PlanFlaw.BaseLoadMisfits(baseLoad.size(), day.slots()));
    }

    private static Optional<PlanFlaw> ofNames(List<Household> households) {
        Set<String> seen = new HashSet<>();
        for (Household household : households) {
            if (!seen.add(household.name())) {
                return Optional.of(new PlanFlaw.HouseholdTwice(household.name()));
            }
            Set<String> own = new HashSet<>();
            for (Appliance appliance : household.appliances()) {
                if (!own.add(appliance.name())) {
                    return Optional.of(new PlanFlaw.ApplianceTwice(household.name(), appliance.name()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<PlanFlaw> ofAppliances(PlanDay day, List<Household> households) {
        return households.stream()
                .flatMap(household -> household.appliances().stream()
                        .flatMap(appliance -> ofAppliance(day, household.name(), appliance).stream()))
                .findFirst();
    }

    private static Optional<PlanFlaw> ofAppliance(PlanDay day, String household, Appliance appliance) {
        Window window = appliance.window();
        if (appliance.energy().equals(WattHours.ZERO)) {
            return Optional.of(new PlanFlaw.NeedsNothing(household, appliance.name()));
        }
        if (appliance.cap().equals(WattHours.ZERO)) {
            return Optional.of(new PlanFlaw.TakesNothing(household, appliance.name()));
        }
        if (!day.has(window.first()) || !day.has(window.last())) {
            return Optional.of(new PlanFlaw.OutsideDay(household, appliance.name(), window, day.slots()));
        }
        return window.passesMidnight() && !day.cyclic()
                ? Optional.of(new PlanFlaw.EmptyWindow(household, appliance.name(), window))
                : Optional.empty();
    }

    private static Optional<PlanFlaw> ofSums(List<WattHours> baseLoad, List<Household> households) {
        long room = DemandPlan.ENERGY_MAX.value();
        for (WattHours part : Stream.concat(
                        baseLoad.stream(),
                        households.stream()
                                .flatMap(household ->
                                        household.appliances().stream().map(Appliance::energy)))
                .toList()) {
            if (part.value() > room) {
                return Optional.of(new PlanFlaw.TooMuchEnergy());
            }
            room -= part.value();
        }
        return room == DemandPlan.ENERGY_MAX.value() ? Optional.of(new PlanFlaw.NoEnergy()) : Optional.empty();
    }

    private static Optional<PlanFlaw> infeasible(PlanDay day, List<Household> households) {
        List<PlanFlaw.Unserved> all = households.stream()
                .flatMap(household -> household.appliances().stream()
                        .map(appliance -> new PlanFlaw.Unserved(
                                household.name(), appliance.name(), appliance.energy(), appliance.possible(day))))
                .filter(appliance -> !appliance.missing().equals(WattHours.ZERO))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new PlanFlaw.Infeasible(all));
    }
}
