package org.gridbolt.node.simulate;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.gridbolt.node.terminal.UnusableInput;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.battery.BatteryType;
import org.gridbolt.pricing.community.CommunityRun;
import org.gridbolt.pricing.community.Resampling;
import org.gridbolt.pricing.community.Scenario;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.rule.MarketRule;
import org.gridbolt.pricing.profile.LoadProfile;

/**
 * A community, and how it lives.
 *
 * @param homes the number of homes: the measured ones, or that many drawn from them
 * @param from the first day
 * @param days how many days
 * @param seed where all chance comes from
 * @param rule how peers trade
 * @param tariff the grid's prices
 * @param battery what battery a home with sun has
 */
record Experiment(
        int homes, LocalDate from, int days, long seed, MarketRule rule, GridTariff tariff, BatteryType battery) {

    /** The most homes: as many hours of homes fit into memory for a year. */
    static final int HOMES_MAX = 10_000;

    /** The most hours of homes that are simulated at once. */
    static final long HOME_HOURS_MAX = 5_000_000;

    private static final int HOURS = 24;

    /** What comes of it on those measured homes. */
    Outcome<CommunityRun, MarketFlaw> run(LoadProfile measured) {
        SplittableRandom chance = new SplittableRandom(seed);
        LoadProfile lived = lived(span(measured), chance.split());
        SeededBidding bidding = SeededBidding.of(homes, tariff, chance.split());
        return CommunityRun.of(lived, new Scenario(battery, tariff, rule, bidding, true, 1));
    }

    private LoadProfile lived(LoadProfile span, SplittableRandom chance) {
        return homes == span.homes() ? span : Resampling.of(span, homes, chance);
    }

    private LoadProfile span(LoadProfile measured) {
        if ((long) homes * days * HOURS > HOME_HOURS_MAX) {
            throw new UnusableInput(
                    "--homes " + homes + " --days " + days,
                    "more than " + HOME_HOURS_MAX + " hours of homes",
                    "ask for fewer homes or days");
        }
        return measured.days(from, days)
                .value()
                .orElseThrow(() -> new UnusableInput(
                        "--from " + from + " --days " + days,
                        "the homes were measured from " + measured.firstHour() + " to " + measured.lastHour(),
                        "choose days in between"));
    }
}
