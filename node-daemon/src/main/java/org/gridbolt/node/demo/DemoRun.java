package org.gridbolt.node.demo;

import java.util.Optional;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.LocalSetup;
import org.gridbolt.channel.local.Plant;
import org.gridbolt.channel.local.RegtestNode;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.channel.local.TradeStop;
import org.gridbolt.multisig.Party;
import org.gridbolt.node.report.Scenario;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * One run of the demo: the channel opens, trades its day, and settles as the scenario wants it.
 *
 * @param plan the day
 * @param setup what the three start from
 * @param scenario what happens
 * @param failing the unit that fails in the scenario default
 */
record DemoRun(DayPlan plan, LocalSetup setup, Scenario scenario, UnitNumber failing) {

    /** Runs it on {@code node}; returns the channel when all of it is mined. */
    LocalChannel on(RegtestNode node, DemoProgress progress) {
        progress.opening();
        LocalChannel channel = LocalChannel.open(node, setup);
        progress.opened(channel);
        Optional<TradeStop> stopped = channel.trade(plan.trades(), plant(), progress);
        progress.settling(stopped);
        settle(channel, stopped);
        return channel;
    }

    private Plant plant() {
        return scenario == Scenario.DEFAULT
                ? unit -> unit.number().equals(failing) ? WattHours.ZERO : unit.energy()
                : Plant.RELIABLE;
    }

    private void settle(LocalChannel channel, Optional<TradeStop> stopped) {
        // A wallet that ran dry before the unit was due leaves nothing to rule on.
        boolean failed =
                stopped.filter(TradeStop.NotDelivered.class::isInstance).isPresent();
        Settlement settlement = switch (scenario) {
            case HONEST -> channel.closeTogether();
            case DEFAULT -> failed ? channel.awaitRuling() : channel.closeTogether();
            case CHEAT -> channel.publishRevoked(Party.PRODUCER);
        };
        if (!settlement.open().isZero()) {
            throw new IllegalStateException("coins are left open: " + settlement);
        }
    }
}
