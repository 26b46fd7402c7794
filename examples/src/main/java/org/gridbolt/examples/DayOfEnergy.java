package org.gridbolt.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.local.EmbeddedNode;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.LocalSetup;
import org.gridbolt.channel.local.Plant;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.channel.local.TradeObserver;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.rule.QuadraticPrice;

/** Three sunny hours between two homes, paid unit by unit through one channel and settled on a chain inside this process. */
public final class DayOfEnergy {

    private DayOfEnergy() {}

    /** Trades and settles, and prints who has what. */
    public static void main(String[] arguments) {
        Settlement settlement = run(System.out);
        System.out.println(settlement.paid() + ", fees " + settlement.fees().value);
    }

    static Settlement run(PrintStream out) {
        LocalSetup setup = new LocalSetup(new Allocation(Coin.valueOf(60_000), Coin.valueOf(20_000), Coin.ZERO), 42);
        LocalChannel channel = LocalChannel.open(new EmbeddedNode(42), setup);
        TradePlan plan = plan(QuadraticPrice.of("10", "100", "5000"));

        channel.trade(plan, Plant.RELIABLE, TradeObserver.NONE).ifPresent(stop -> out.println(stop.sentence()));
        Settlement settlement = channel.closeTogether();

        plan.units().stream().map(channel::traded).forEach(out::println);
        channel.transactions()
                .forEach(mined ->
                        out.println(mined.purpose() + " " + mined.transaction().txid()));
        return settlement;
    }

    /** In slots 1, 2 and 3 the neighbourhood needs 12 kWh, and the producer has 1,100 Wh to spare. */
    private static TradePlan plan(QuadraticPrice rule) {
        WattHours demand = new WattHours(12_000);
        Price price = rule.quote(demand).orElseThrow();
        List<SlotTrade> slots = new ArrayList<>();
        UnitNumber next = UnitNumber.FIRST;
        for (int number = 1; number <= 3; number++) {
            SlotTrade slot = UnitCutting.DEFAULT.cut(new Slot(number), demand, price, new WattHours(1_100), next);
            slots.add(slot);
            next = slot.units().get(slot.units().size() - 1).number().next();
        }
        return new TradePlan(slots);
    }
}
