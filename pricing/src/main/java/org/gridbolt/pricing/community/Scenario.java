package org.gridbolt.pricing.community;

import org.gridbolt.pricing.battery.BatteryType;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.rule.MarketRule;

/**
 * How a community lives. The three scenarios of Boumaiza and Sanfilippo, section V and table 1, are {@link #baseline},
 * {@link #withoutExport} and {@link #withMoreSun}; how they are read is in docs/community.md.
 *
 * @param battery what battery every home with sun has
 * @param tariff at what the grid sells and buys
 * @param rule how peers trade: one that leaves no order unmatched, but gives what peers do not take to the grid
 * @param bidding the limits of orders, for a rule that takes them
 * @param export whether the grid takes energy, and batteries keep theirs for their own homes; otherwise what nobody takes is
 *     curtailed, and batteries also serve peers
 * @param sunTimes by how much every home's sun is multiplied, at least 0
 */
public record Scenario(
        BatteryType battery, GridTariff tariff, MarketRule rule, Bidding bidding, boolean export, int sunTimes) {

    /** The plants of the measured homes have 4 or 5 kW: twice as much makes the larger ones 10 kW. */
    private static final int TEN_KILOWATTS = 2;

    public Scenario {
        if (sunTimes < 0) {
            throw new IllegalArgumentException("no sun is less than none: " + sunTimes);
        }
    }

    /** S1: what peers leave is sold to the grid. */
    public static Scenario baseline(GridTariff tariff, MarketRule rule) {
        return new Scenario(BatteryType.HOME, tariff, rule, Bidding.NONE, true, 1);
    }

    /** S2: nothing is sold to the grid, and batteries sell to peers. */
    public static Scenario withoutExport(GridTariff tariff, MarketRule rule) {
        return new Scenario(BatteryType.HOME, tariff, rule, Bidding.NONE, false, 1);
    }

    /** S3: the plants have 10 kW. */
    public static Scenario withMoreSun(GridTariff tariff, MarketRule rule) {
        return new Scenario(BatteryType.HOME, tariff, rule, Bidding.NONE, true, TEN_KILOWATTS);
    }

    /** This scenario with homes that give limits. */
    public Scenario with(Bidding other) {
        return new Scenario(battery, tariff, rule, other, export, sunTimes);
    }
}
