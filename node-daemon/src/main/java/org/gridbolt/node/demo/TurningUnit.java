package org.gridbolt.node.demo;

import org.gridbolt.node.report.Scenario;
import org.gridbolt.node.terminal.UnusableInput;
import org.gridbolt.pricing.UnitNumber;
import org.jspecify.annotations.Nullable;

/**
 * The unit at which a scenario turns.
 *
 * @param scenario what happens
 * @param wanted what {@code --fail-unit} says; null when it was not given
 */
record TurningUnit(Scenario scenario, @Nullable Integer wanted) {

    private static final int USUAL = 40;

    /** Early enough that the channel has a day left after it. */
    private static final int OUTLIVED = 20;

    /** The unit, which is one of the day's; an {@link UnusableInput} when there is none, or when the scenario needs none. */
    UnitNumber in(DayPlan plan) {
        if (wanted != null && !turns()) {
            throw new UnusableInput(
                    "--fail-unit",
                    "only the scenarios default, default-race, graded, graded-penalty, walkaway and arbitrated have one",
                    "add --scenario default");
        }
        int units = plan.trades().units().size();
        if (units == 0 && scenario != Scenario.HONEST) {
            throw new UnusableInput(
                    "--scenario " + scenario,
                    "every slot of that day is worth less than the dust limit, so that no unit is traded",
                    "raise the price, or choose honest");
        }
        int turning = wanted == null ? Math.max(1, Math.min(usual(), units)) : wanted;
        if (turns() && (turning < 1 || turning > units)) {
            throw new UnusableInput(
                    "--fail-unit", "there is no unit " + turning + " on that day", "give one from 1 to " + units);
        }
        return new UnitNumber(turning);
    }

    private int usual() {
        return scenario == Scenario.GRADED ? OUTLIVED : USUAL;
    }

    private boolean turns() {
        return switch (scenario) {
            case DEFAULT, DEFAULT_RACE, GRADED, GRADED_PENALTY, WALKAWAY, ARBITRATED -> true;
            case HONEST, CHEAT, CHEAT_ASLEEP, EXPIRY, WALLET_DRY, REORG -> false;
        };
    }
}
