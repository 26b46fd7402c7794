package org.gridbolt.node.demo;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.node.report.Scenario;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.node.terminal.UnusableInput;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.pricing.PlannedUnit;

/** What the three put into the wallet: enough, at least, for the day to begin. */
final class WalletPlan {

    /** As many coins as there will ever be. */
    private static final long COINS_MAX = Coin.COIN.multiply(21_000_000).getValue();

    private WalletPlan() {}

    /**
     * The contributions that the options ask for; an {@link UnusableInput} when they are too small for the first unit of the
     * day. A wallet that runs dry later is no error: then the day settles what was delivered.
     */
    static Allocation of(DemoOptions.Contributions options, DayPlan plan, Scenario scenario) {
        long consumer = options.consumer == null ? usual(scenario) : options.consumer;
        Allocation contributions = new Allocation(
                coins("--consumer-coins", consumer),
                coins("--producer-coins", options.producer),
                coins("--utility-coins", options.utility));
        requireReserves(contributions);
        plan.trades().units().stream().findFirst().ifPresent(unit -> requireFirstUnit(contributions, unit));
        if (scenario == Scenario.WALLET_DRY) {
            requireTooFew(contributions, plan);
        }
        return contributions;
    }

    private static long usual(Scenario scenario) {
        return scenario == Scenario.WALLET_DRY ? 100_000 : 200_000;
    }

    private static void requireTooFew(Allocation contributions, DayPlan plan) {
        Coin lasting = Limits.defaults(contributions)
                .consumerReserve()
                .add(plan.trades().cost().floorCoins());
        if (!contributions.consumer().isLessThan(lasting)) {
            throw new UnusableInput(
                    "--scenario wallet-dry",
                    Figures.counted(contributions.consumer().getValue(), "coin") + " last for that day",
                    "give --consumer-coins below " + Figures.grouped(lasting.getValue()));
        }
    }

    private static Coin coins(String option, long value) {
        if (value < 0 || value > COINS_MAX) {
            throw new UnusableInput(
                    option, value + " coins are no contribution", "give 0 to " + Figures.grouped(COINS_MAX));
        }
        return Coin.valueOf(value);
    }

    private static void requireReserves(Allocation contributions) {
        Limits limits = Limits.defaults(contributions);
        requireAtLeast("--producer-coins", contributions.producer(), limits.producerReserve(), "its reserve is");
        requireAtLeast("--consumer-coins", contributions.consumer(), limits.consumerReserve(), "its reserve is");
        if (contributions.utility().isGreaterThan(limits.utilityCoinsMax())) {
            throw new UnusableInput(
                    "--utility-coins",
                    "the utility may hold a tenth of the wallet, "
                            + Figures.counted(limits.utilityCoinsMax().getValue(), "coin"),
                    "give less, or the others more");
        }
    }

    private static void requireFirstUnit(Allocation contributions, PlannedUnit unit) {
        Limits limits = Limits.defaults(contributions);
        Coin cost = unit.cost().ceilCoins();
        String first = "the day's first unit costs " + Figures.counted(cost.getValue(), "coin");
        requireAtLeast(
                "--consumer-coins",
                contributions.consumer(),
                limits.consumerReserve().add(cost),
                first + ", and with the reserve it takes");
        if (cost.isGreaterThan(limits.pendingCoinsMax())) {
            throw new UnusableInput(
                    "--consumer-coins",
                    first + ", more than the quarter of the wallet that may be pending",
                    "give more");
        }
    }

    private static void requireAtLeast(String option, Coin given, Coin needed, String why) {
        if (given.isLessThan(needed)) {
            throw new UnusableInput(
                    option,
                    Figures.counted(given.getValue(), "coin") + " are too few: " + why + " "
                            + Figures.grouped(needed.getValue()),
                    "give more");
        }
    }
}
