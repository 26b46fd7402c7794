package org.gridbolt.node.reproduce;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.BatteryType;
import org.gridbolt.pricing.community.CommunityRun;
import org.gridbolt.pricing.community.HomeTotal;
import org.gridbolt.pricing.community.Scenario;
import org.gridbolt.pricing.market.Area;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.rule.MarketRule;
import org.gridbolt.pricing.profile.HomeHour;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileHour;

/**
 * A month of the hybrid market of Khalid et al.: neighbours first, then the grid. Homes are of three groups in turn and in three areas.
 *
 * @param alone how it is when everybody buys everything from the grid
 * @param together how it is with own sun, batteries and neighbours
 */
record HybridMarket(CommunityRun alone, CommunityRun together) {

    private static final GridTariff TARIFF = new GridTariff(new Price(250_000_000_000L), new Price(80_000_000_000L));
    private static final List<Area> AREAS = List.of(new Area("A"), new Area("B"), new Area("C"));

    /** Asks are spread over this many steps above what the grid pays. */
    private static final int ASKS = 7;

    private static final long ASK_STEP = 20_000_000_000L;

    /** The paper's kinds of homes. */
    enum Group {
        FAMILY("families"),
        SINGLE("single homes"),
        STUDENT("students");

        private final String words;

        Group(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** Homes, counted from 1, are of the groups in turn. */
        static Group of(int home) {
            return List.of(values()).get((home - 1) % values().length);
        }
    }

    /** August 2016. */
    static LoadProfile month(LoadProfile year) {
        return year.days(LocalDate.of(2016, 8, 1), 31).orElseThrow();
    }

    /** All hours of the profile by that rule. */
    static HybridMarket of(LoadProfile profile, MarketRule rule) {
        return new HybridMarket(
                alone(profile, rule).orElseThrow(),
                CommunityRun.of(lived(profile), scenario(rule)).orElseThrow());
    }

    /** What is wrong with the first hour that the rule refuses. */
    static Optional<String> firstFlaw(LoadProfile profile, MarketRule rule) {
        return alone(profile, rule).flaw().map(MarketFlaw::message);
    }

    /** Without any sun nobody has a battery or sells. */
    private static Outcome<CommunityRun, MarketFlaw> alone(LoadProfile profile, MarketRule rule) {
        return CommunityRun.of(
                with(profile, (home, hour) -> new HomeHour(hour.load(), WattHours.ZERO)), scenario(rule));
    }

    private static LoadProfile lived(LoadProfile profile) {
        return with(
                profile,
                (home, hour) -> Group.of(home) == Group.FAMILY ? hour : new HomeHour(hour.load(), WattHours.ZERO));
    }

    private static Scenario scenario(MarketRule rule) {
        return new Scenario(BatteryType.HOME, TARIFF, rule, HybridMarket::order, true, 1);
    }

    private static Order order(int home, Order plain) {
        Order placed = plain.in(AREAS.get((home - 1) / Group.values().length % AREAS.size()));
        Price ask = new Price(TARIFF.feedIn().nanoCoinsPerKwh() + ASK_STEP * (1 + home % ASKS));
        return placed.buys() ? placed : placed.at(ask);
    }

    /** What becomes of a home's hour. */
    private interface Change {
        HomeHour of(int home, HomeHour hour);
    }

    private static LoadProfile with(LoadProfile profile, Change change) {
        return new LoadProfile(
                profile.file(),
                profile.hours().stream()
                        .map(hour -> new ProfileHour(
                                hour.start(),
                                IntStream.rangeClosed(1, profile.homes())
                                        .mapToObj(home -> change.of(home, hour.home(home)))
                                        .toList()))
                        .toList());
    }

    /** What that group pays for the month. */
    double bill(Group group) {
        return bill(together, group);
    }

    /** What it would pay if it bought everything from the grid. */
    double conventionalBill(Group group) {
        return bill(alone, group);
    }

    private static double bill(CommunityRun run, Group group) {
        List<HomeTotal> homes = run.homes();
        return IntStream.rangeClosed(1, homes.size())
                .filter(home -> Group.of(home) == group)
                .mapToLong(home -> homes.get(home - 1).pays().getValue())
                .sum();
    }

    /** Which part of it is saved. */
    double saved(Group group) {
        return 1 - bill(group) / conventionalBill(group);
    }

    /** What is taken from the grid, hour by hour, when everybody buys everything there, in watt-hours. */
    List<Long> conventional() {
        return fromGrid(alone);
    }

    /** What is taken from the grid, hour by hour, in watt-hours. */
    List<Long> fromGrid() {
        return fromGrid(together);
    }

    private static List<Long> fromGrid(CommunityRun run) {
        return run.slots().stream().map(slot -> slot.flows().fromGrid().value()).toList();
    }

    /** What neighbours traded, in watt-hours. */
    long amongNeighbours() {
        return together.total().flows().toPeers().value();
    }

    static double peakToAverage(List<Long> wattHours) {
        double peak = wattHours.stream().mapToLong(Long::longValue).max().orElse(0);
        return peak / wattHours.stream().mapToLong(Long::longValue).average().orElse(1);
    }
}
