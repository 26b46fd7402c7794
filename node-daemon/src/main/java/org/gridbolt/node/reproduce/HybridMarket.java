package org.gridbolt.node.reproduce;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.Battery;
import org.gridbolt.pricing.battery.BatteryStep;
import org.gridbolt.pricing.battery.BatteryType;
import org.gridbolt.pricing.market.Area;
import org.gridbolt.pricing.market.Bill;
import org.gridbolt.pricing.market.Clearing;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.MarketFlaw;
import org.gridbolt.pricing.market.Order;
import org.gridbolt.pricing.market.SlotBook;
import org.gridbolt.pricing.market.rule.MarketRule;
import org.gridbolt.pricing.profile.HomeHour;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileHour;

/** A month of the hybrid market of Khalid et al.: neighbours first, then the grid. Homes are of three groups and in three areas. */
final class HybridMarket {

    private static final GridTariff TARIFF = new GridTariff(new Price(250_000_000_000L), new Price(80_000_000_000L));
    private static final List<Area> AREAS = List.of(new Area("A"), new Area("B"), new Area("C"));

    /** Asks are spread over this many steps above what the grid pays. */
    private static final int ASKS = 7;

    private static final long ASK_STEP = 20_000_000_000L;

    private final MarketRule rule;
    private final Map<Group, Long> bills = new EnumMap<>(Group.class);
    private final Map<Group, Long> conventionalBills = new EnumMap<>(Group.class);
    private final List<Long> conventional = new ArrayList<>();
    private final List<Long> fromGrid = new ArrayList<>();
    private long amongNeighbours;
    private List<Battery> batteries = List.of();

    private HybridMarket(MarketRule rule) {
        this.rule = rule;
    }

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

        /** Homes are of the groups in turn. */
        static Group of(int home) {
            return List.of(values()).get(home % 3);
        }
    }

    /** August 2016. */
    static LoadProfile month(LoadProfile year) {
        return new LoadProfile(
                year.file(),
                year.hours().stream()
                        .filter(hour ->
                                hour.start().getYear() == 2016 && hour.start().getMonthValue() == 8)
                        .toList());
    }

    /** All hours of the profile by that rule. */
    static HybridMarket of(LoadProfile profile, MarketRule rule) {
        HybridMarket market = new HybridMarket(rule);
        market.batteries = IntStream.range(0, profile.homes())
                .mapToObj(home -> BatteryType.HOME.empty())
                .toList();
        for (int hour = 0; hour < profile.hours().size(); hour++) {
            market.trade(new Slot(hour), profile.hours().get(hour));
        }
        return market;
    }

    /** What is wrong with the first hour that the rule refuses. */
    static Optional<String> firstFlaw(LoadProfile profile, MarketRule rule) {
        HybridMarket market = new HybridMarket(rule);
        return IntStream.range(0, profile.hours().size())
                .mapToObj(hour -> market.bought(new Slot(hour), profile.hours().get(hour)))
                .flatMap(outcome -> outcome.flaw().stream())
                .map(MarketFlaw::message)
                .findFirst();
    }

    private void trade(Slot slot, ProfileHour hour) {
        Clearing before = bought(slot, hour).orElseThrow();
        conventional.add(before.grid().sold().value());
        add(conventionalBills, before);
        List<BatteryStep> steps = IntStream.range(0, hour.homes().size())
                .mapToObj(home -> step(home, lived(home, hour)))
                .toList();
        List<Order> orders = IntStream.range(0, steps.size())
                .boxed()
                .flatMap(home -> order(home, lived(home, hour), steps.get(home)).stream())
                .toList();
        batteries = steps.stream().map(BatteryStep::after).toList();
        Clearing after =
                rule.clear(SlotBook.of(slot, TARIFF, orders).orElseThrow()).orElseThrow();
        fromGrid.add(after.grid().sold().value());
        amongNeighbours += after.traded().value();
        add(bills, after);
    }

    /** Everybody buys everything from the grid: orders without anybody who sells. */
    private Outcome<Clearing, MarketFlaw> bought(Slot slot, ProfileHour hour) {
        List<Order> orders = IntStream.range(0, hour.homes().size())
                .filter(home -> hour.homes().get(home).load().value() > 0)
                .mapToObj(home -> Order.buy(
                                name(home), name(home), hour.homes().get(home).load())
                        .in(AREAS.get(home / Group.values().length % AREAS.size())))
                .toList();
        return SlotBook.of(slot, TARIFF, orders).flatMap(rule::clear);
    }

    private static HomeHour lived(int home, ProfileHour hour) {
        HomeHour measured = hour.homes().get(home);
        return Group.of(home) == Group.FAMILY ? measured : new HomeHour(measured.load(), WattHours.ZERO);
    }

    private BatteryStep step(int home, HomeHour hour) {
        Battery battery = batteries.get(home);
        if (Group.of(home) != Group.FAMILY) {
            return battery.rest();
        }
        return hour.surplus().equals(WattHours.ZERO)
                ? battery.discharge(hour.netDemand())
                : battery.charge(hour.surplus());
    }

    private static Optional<Order> order(int home, HomeHour hour, BatteryStep battery) {
        WattHours wanted = hour.netDemand().minus(battery.given());
        WattHours left = hour.surplus().minus(battery.taken());
        Area area = AREAS.get(home / Group.values().length % AREAS.size());
        if (wanted.value() > 0) {
            return Optional.of(Order.buy(name(home), name(home), wanted).in(area));
        }
        Price ask = new Price(TARIFF.feedIn().nanoCoinsPerKwh() + ASK_STEP * (1 + home % ASKS));
        return left.value() > 0
                ? Optional.of(Order.sell(name(home), name(home), left).in(area).at(ask))
                : Optional.empty();
    }

    private static String name(int home) {
        return "home " + (home + 1);
    }

    private static void add(Map<Group, Long> bills, Clearing clearing) {
        for (Bill bill : clearing.bills()) {
            int home = Integer.parseInt(bill.participant().id().substring("home ".length())) - 1;
            bills.merge(Group.of(home), bill.pays().getValue(), Long::sum);
        }
    }

    /** What that group pays for the month. */
    double bill(Group group) {
        return bills.getOrDefault(group, 0L);
    }

    /** What it would pay if it bought everything from the grid. */
    double conventionalBill(Group group) {
        return conventionalBills.getOrDefault(group, 0L);
    }

    /** Which part of it is saved. */
    double saved(Group group) {
        return 1 - bill(group) / conventionalBill(group);
    }

    /** What is taken from the grid, hour by hour, when everybody buys everything there, in watt-hours. */
    List<Long> conventional() {
        return List.copyOf(conventional);
    }

    /** What is taken from the grid, hour by hour, in watt-hours. */
    List<Long> fromGrid() {
        return List.copyOf(fromGrid);
    }

    /** What neighbours traded, in watt-hours. */
    long amongNeighbours() {
        return amongNeighbours;
    }

    static double peakToAverage(List<Long> wattHours) {
        double peak = wattHours.stream().mapToLong(Long::longValue).max().orElse(0);
        return peak / wattHours.stream().mapToLong(Long::longValue).average().orElse(1);
    }
}
