package org.gridbolt.pricing.demand;

import java.util.List;
import java.util.stream.Collectors;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.WattHours;

/** What is wrong with a plan of demand response. */
public sealed interface PlanFlaw extends Flaw {

    /**
     * There is no such day.
     *
     * @param slots how many slots it should have
     * @param slotMinutes how long each should be
     */
    record NoSuchDay(int slots, int slotMinutes) implements PlanFlaw {
        @Override
        public String message() {
            return "a day of %d slots of %d minutes: give 1 to %d slots of at least 1 minute"
                    .formatted(slots, slotMinutes, PlanDay.SLOTS_MAX);
        }
    }

    /**
     * The base load does not have one value for each slot.
     *
     * @param values how many it has
     * @param slots how many slots there are
     */
    record BaseLoadMisfits(int values, int slots) implements PlanFlaw {
        @Override
        public String message() {
            return "the base load has %d values for %d slots; give one for each slot".formatted(values, slots);
        }
    }

    /**
     * Two households have one name.
     *
     * @param household the name
     */
    record HouseholdTwice(String household) implements PlanFlaw {
        @Override
        public String message() {
            return "household \"%s\" is there twice; give each household a name of its own".formatted(household);
        }
    }

    /**
     * Two appliances of a household have one name.
     *
     * @param household the household
     * @param appliance the name
     */
    record ApplianceTwice(String household, String appliance) implements PlanFlaw {
        @Override
        public String message() {
            return "household \"%s\" has appliance \"%s\" twice; give each appliance a name of its own"
                    .formatted(household, appliance);
        }
    }

    /**
     * An appliance needs no energy.
     *
     * @param household its household
     * @param appliance the appliance
     */
    record NeedsNothing(String household, String appliance) implements PlanFlaw {
        @Override
        public String message() {
            return "household \"%s\", appliance \"%s\" needs no energy; leave it out or give at least 1 Wh"
                    .formatted(household, appliance);
        }
    }

    /**
     * An appliance may take no energy in a slot.
     *
     * @param household its household
     * @param appliance the appliance
     */
    record TakesNothing(String household, String appliance) implements PlanFlaw {
        @Override
        public String message() {
            return "household \"%s\", appliance \"%s\" has a cap of 0 Wh per slot; give at least 1 Wh"
                    .formatted(household, appliance);
        }
    }

    /**
     * A window names slots that the day does not have.
     *
     * @param household the appliance's household
     * @param appliance the appliance
     * @param window its window
     * @param slots how many slots the day has
     */
    record OutsideDay(String household, String appliance, Window window, int slots) implements PlanFlaw {
        @Override
        public String message() {
            return "household \"%s\", appliance \"%s\": the window %s is not in the day; give slots from 0 to %d"
                    .formatted(household, appliance, window, slots - 1);
        }
    }

    /**
     * A window ends before it begins, on a day that does not come again.
     *
     * @param household the appliance's household
     * @param appliance the appliance
     * @param window its window
     */
    record EmptyWindow(String household, String appliance, Window window) implements PlanFlaw {
        @Override
        public String message() {
            return ("household \"%s\", appliance \"%s\": the window %s has no slot; let it end in its first slot or later, "
                            + "or plan a cyclic day")
                    .formatted(household, appliance, window);
        }
    }

    /** Nobody needs anything. */
    record NoEnergy() implements PlanFlaw {
        @Override
        public String message() {
            return "the plan has no energy at all; give at least one appliance or a base load";
        }
    }

    /** The plan's energy is above what sums can hold. */
    record TooMuchEnergy() implements PlanFlaw {
        @Override
        public String message() {
            return "the plan's energy is above %s; plan fewer households at once".formatted(DemandPlan.ENERGY_MAX);
        }
    }

    /**
     * Appliances need more energy than their caps let through in their windows.
     *
     * @param appliances all of them, in the order of the plan
     */
    record Infeasible(List<Unserved> appliances) implements PlanFlaw {

        public Infeasible {
            appliances = List.copyOf(appliances);
        }

        @Override
        public String message() {
            return "too little time for %s; give longer windows, higher caps or less energy"
                    .formatted(appliances.stream().map(Unserved::toString).collect(Collectors.joining(", ")));
        }
    }

    /**
     * An appliance that cannot get its energy.
     *
     * @param household its household
     * @param appliance its name
     * @param energy what it needs
     * @param possible what its cap lets through in its window
     */
    record Unserved(String household, String appliance, WattHours energy, WattHours possible) {

        /** What it would lack. */
        public WattHours missing() {
            return energy.excessOver(possible);
        }

        @Override
        public String toString() {
            return "household \"%s\", appliance \"%s\" (%s of %s missing)"
                    .formatted(household, appliance, missing(), energy);
        }
    }
}
