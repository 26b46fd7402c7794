package org.gridbolt.node.demo;

import java.util.Optional;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.LocalSetup;
import org.gridbolt.channel.local.Plant;
import org.gridbolt.channel.local.RegtestNode;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.channel.local.TradeStop;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.node.report.Scenario;
import org.gridbolt.node.terminal.UnusableInput;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * One run of the demo: the channel opens, trades its day, and settles as the scenario wants it.
 *
 * @param plan the day
 * @param setup what the three start from
 * @param scenario what happens
 * @param turning the unit at which it happens: the one that fails, or with whose reading a party goes
 */
record DemoRun(DayPlan plan, LocalSetup setup, Scenario scenario, UnitNumber turning) {

    /** Ten times what others pay: no rival in the race can be cheaper. */
    private static final FeeRate RACE = new FeeRate(20_000);

    /** How much of the unit that turns out short is delivered in the graded scenarios. */
    private static final int DELIVERED_QUARTERS = 3;

    /** Runs it on {@code node}; returns the channel when all of it is mined. */
    LocalChannel on(RegtestNode node, DemoProgress progress) {
        progress.opening();
        LocalChannel channel = LocalChannel.open(node, setup);
        progress.opened(channel);
        if (scenario == Scenario.WALKAWAY || scenario == Scenario.ARBITRATED) {
            progress.atReading(turning, () -> channel.leave(Party.CONSUMER));
        }
        Optional<TradeStop> stopped = channel.trade(plan.trades(), plant(), progress);
        progress.settling(stopped);
        Settlement settlement = settle(channel, stopped, progress);
        if (!settlement.open().isZero()) {
            throw new IllegalStateException("coins are left open: " + settlement);
        }
        progress.paying();
        channel.grid().settleFund();
        return channel;
    }

    private Plant plant() {
        return switch (scenario) {
            case DEFAULT, DEFAULT_RACE -> unit -> isTurning(unit) ? WattHours.ZERO : unit.energy();
            case GRADED, GRADED_PENALTY -> unit -> isTurning(unit) ? most(unit.energy()) : unit.energy();
            default -> Plant.RELIABLE;
        };
    }

    private boolean isTurning(PlannedUnit unit) {
        return unit.number().equals(turning);
    }

    private static WattHours most(WattHours energy) {
        return new WattHours(energy.value() * DELIVERED_QUARTERS / 4);
    }

    private Settlement settle(LocalChannel channel, Optional<TradeStop> stopped, DemoProgress progress) {
        return switch (scenario) {
            case HONEST, WALLET_DRY -> channel.closeTogether();
            case DEFAULT, GRADED, GRADED_PENALTY -> failed(stopped) ? channel.awaitRuling() : channel.closeTogether();
            case DEFAULT_RACE -> {
                require(failed(stopped));
                yield channel.raceRuling(RACE);
            }
            case CHEAT -> channel.publishRevoked(Party.PRODUCER);
            case CHEAT_ASLEEP -> {
                channel.leave(Party.CONSUMER);
                yield channel.publishRevoked(Party.PRODUCER);
            }
            case WALKAWAY -> {
                require(gone(stopped));
                yield channel.closeAlone(Party.PRODUCER);
            }
            case ARBITRATED -> {
                require(gone(stopped));
                yield channel.closeWithout(Party.CONSUMER);
            }
            case EXPIRY -> channel.awaitExpiry();
            case REORG -> reorganised(channel, progress);
        };
    }

    private static Settlement reorganised(LocalChannel channel, DemoProgress progress) {
        Settlement before = channel.closeTogether();
        progress.reorganised(channel.undoSettlement());
        Settlement after = channel.settleAgain();
        if (!after.equals(before)) {
            throw new IllegalStateException("a reorganisation changed " + before + " to " + after);
        }
        return after;
    }

    /** A wallet that ran dry before the unit was due leaves nothing to rule on. */
    private static boolean failed(Optional<TradeStop> stopped) {
        return stopped.filter(TradeStop.NotDelivered.class::isInstance).isPresent();
    }

    private static boolean gone(Optional<TradeStop> stopped) {
        return stopped.filter(TradeStop.Gone.class::isInstance).isPresent();
    }

    private void require(boolean happened) {
        if (!happened) {
            throw new UnusableInput(
                    "--scenario " + scenario,
                    turning + " was never delivered or failed, since the wallet had run dry or its slot was full",
                    "name an earlier one with --fail-unit, or give more coins");
        }
    }
}
