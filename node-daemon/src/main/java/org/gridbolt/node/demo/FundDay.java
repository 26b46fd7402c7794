package org.gridbolt.node.demo;

import java.util.List;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.local.GridSetup;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.LocalGrid;
import org.gridbolt.channel.local.LocalSetup;
import org.gridbolt.channel.local.Plant;
import org.gridbolt.channel.local.RegtestNode;
import org.gridbolt.channel.local.TradeObserver;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.policy.ForfeitAll;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PenaltyPolicy;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.WattHours;

/**
 * A day of three channels of one utility, in each of which a producer fails: one in an hour of its own, and two in one hour, of
 * which one by the policy GRADED costs a fifth to its consumer and one in part only.
 *
 * @param seed all keys are derived from it
 * @param pairs the channels
 */
record FundDay(long seed, List<Pair> pairs) {

    private static final Allocation CONTRIBUTIONS =
            new Allocation(Coin.valueOf(100_000), Coin.valueOf(80_000), Coin.valueOf(15_000));

    private static final PenaltyPolicy SHARED = new Graded(Fraction.WHOLE, 0, new PerMille(200));

    /** The one whose hour is alone comes first. */
    static FundDay of(long seed) {
        return new FundDay(
                seed,
                List.of(
                        Pair.of(8, 11, 11, ForfeitAll.WITHOUT_CONSUMER_SHARE, 0),
                        Pair.of(2, 10, 13, SHARED, 0),
                        Pair.of(13, 16, 13, SHARED, 3)));
    }

    /**
     * A channel, and how its producer fails.
     *
     * @param consumer the home that buys
     * @param producer the home that sells
     * @param plan what they trade
     * @param failed the unit that is not delivered, the first of its hour
     * @param policy what that costs
     * @param quarters how much of it is delivered all the same
     */
    record Pair(int consumer, int producer, TradePlan plan, PlannedUnit failed, PenaltyPolicy policy, int quarters) {

        static Pair of(int consumer, int producer, int hour, PenaltyPolicy policy, int quarters) {
            DemoOptions.Trade options = new DemoOptions.Trade();
            options.consumer = consumer;
            options.producer = producer;
            TradePlan plan = DayPlan.of(options).trades();
            PlannedUnit failed = plan.units().stream()
                    .filter(unit -> unit.slot().equals(new Slot(hour)))
                    .findFirst()
                    .orElseThrow();
            return new Pair(consumer, producer, plan, failed, policy, quarters);
        }

        private WattHours injected(PlannedUnit unit) {
            return unit.number().equals(failed.number())
                    ? new WattHours(unit.energy().value() * quarters / 4)
                    : unit.energy();
        }

        private LocalGrid.Day day(LocalChannel channel) {
            Plant plant = this::injected;
            return new LocalGrid.Day(channel, plan, plant, TradeObserver.NONE);
        }
    }

    /** Opens the channels, trades the day, carries the rulings out and pays the miners. */
    LocalGrid on(RegtestNode node) {
        List<LocalSetup> setups = IntStream.range(0, pairs.size())
                .mapToObj(place -> new LocalSetup(CONTRIBUTIONS, seed + place)
                        .with(pairs.get(place).policy()))
                .toList();
        LocalGrid grid = LocalGrid.open(node, GridSetup.of(seed), setups);
        grid.trade(IntStream.range(0, pairs.size())
                .mapToObj(place -> pairs.get(place).day(grid.channels().get(place)))
                .toList());
        grid.channels().forEach(channel -> {
            var ignored = channel.awaitRuling();
        });
        grid.settleFund();
        return grid;
    }
}
