package org.gridbolt.node.reproduce;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridbolt.node.homes.CarriedHomes;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.BatteryType;
import org.gridbolt.pricing.community.Bidding;
import org.gridbolt.pricing.community.CommunityRun;
import org.gridbolt.pricing.community.Flows;
import org.gridbolt.pricing.community.Resampling;
import org.gridbolt.pricing.community.Scenario;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.rule.MarketRule;
import org.gridbolt.pricing.market.rule.MidMarketRate;
import org.gridbolt.pricing.market.rule.SupplyDemandRatio;
import org.gridbolt.pricing.profile.LoadProfile;

/** Boumaiza and Sanfilippo, section V: 48 hours of a microgrid in three scenarios. */
final class BoumaizaEvaluation implements Evaluation {

    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 4, 15);
    private static final int DAYS = 2;
    private static final long SEED = 2022;
    private static final GridTariff TARIFF = new GridTariff(new Price(313_700_000_000L), new Price(119_600_000_000L));
    private static final MarketRule RATIO = new SupplyDemandRatio(Price.ZERO);

    /** Table 1: MWh that each of ten homes sold to prosumers in S2, and bought from them. */
    private static final List<String> SOLD =
            List.of("61.174", "25.1", "35.103", "34.197", "34.197", "28.197", "24.197", "34.197", "34.197", "25.127");

    private static final List<String> BOUGHT =
            List.of("67.940", "25.1", "35.103", "34.197", "34.197", "14.197", "24.197", "34.197", "34.197", "25.127");

    /** The scenarios of the paper, and a microgrid without any trade to compare them with. */
    enum Case {
        S1,
        S2,
        S3,
        WITHOUT_BATTERIES
    }

    @Override
    public Paper paper() {
        return Paper.BOUMAIZA;
    }

    @Override
    public Reproduction run(Consumer<String> progress) {
        progress.accept("17 homes in three scenarios");
        LoadProfile homes = CarriedHomes.profile().days(FIRST_DAY, DAYS).orElseThrow();
        Map<Case, CommunityRun> runs = runs(homes, RATIO);
        CommunityRun middle = run(homes, Scenario.baseline(TARIFF, new MidMarketRate()));
        progress.accept("295 and 623 homes");
        Map<Case, CommunityRun> hundreds = runs(Resampling.of(homes, 295, new SplittableRandom(SEED)), RATIO);
        Map<Case, CommunityRun> all = runs(Resampling.of(homes, 623, new SplittableRandom(SEED)), RATIO);
        BoumaizaPictures pictures = new BoumaizaPictures(runs, middle, TARIFF);
        return new Reproduction(
                paper(),
                "17 measured homes in Fontana, California, on " + FIRST_DAY
                        + " and the day after, each with sun has a battery of"
                        + " 5 kWh; the grid sells at 313.7 and buys at 119.6 coins/kWh; peers trade by the ratio of supply and"
                        + " demand. S1 is the baseline, in S2 nothing is sold to the grid and batteries serve peers, in S3 the"
                        + " plants have twice the power.",
                Stream.of(table(), scenarios(runs), sizes(hundreds, all), rules(runs, middle))
                        .flatMap(List::stream)
                        .toList(),
                pictures.all());
    }

    private static Map<Case, CommunityRun> runs(LoadProfile homes, MarketRule rule) {
        Map<Case, CommunityRun> runs = new EnumMap<>(Case.class);
        runs.put(Case.S1, run(homes, Scenario.baseline(TARIFF, rule)));
        runs.put(Case.S2, run(homes, Scenario.withoutExport(TARIFF, rule)));
        runs.put(Case.S3, run(homes, Scenario.withMoreSun(TARIFF, rule)));
        BatteryType none = new BatteryType(WattHours.ZERO, 1, 1, WattHours.ZERO);
        runs.put(Case.WITHOUT_BATTERIES, run(homes, new Scenario(none, TARIFF, rule, Bidding.NONE, true, 1)));
        return runs;
    }

    private static CommunityRun run(LoadProfile homes, Scenario scenario) {
        return CommunityRun.of(homes, scenario).orElseThrow();
    }

    static Flows flows(Map<Case, CommunityRun> runs, Case which) {
        return of(runs, which).total().flows();
    }

    static CommunityRun of(Map<Case, CommunityRun> runs, Case which) {
        return Objects.requireNonNull(runs.get(which));
    }

    private static List<Finding> table() {
        BigDecimal sold = sum(SOLD);
        BigDecimal bought = sum(BOUGHT);
        return List.of(
                new Finding(
                        "MWh sold to prosumers and bought from them, ten homes, S2",
                        "table 1",
                        sold + " and " + bought,
                        "equal, always",
                        Verdict.CANNOT,
                        "What peers sell is what peers buy, and the table is " + sold.subtract(bought)
                                + " MWh off. Its rows are labelled with different scenarios, so that none has a full balance, and a home"
                                + " of 60 MWh in 48 hours would be a factory. Only the order of the scenarios can be compared."));
    }

    private static BigDecimal sum(List<String> figures) {
        return figures.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Finding> scenarios(Map<Case, CommunityRun> runs) {
        return List.of(
                new Finding(
                        "kWh sold to peers, S1 and S2",
                        "section V",
                        "more in S2",
                        pair(runs, Case.S1, Case.S2, Flows::toPeers),
                        order(
                                flows(runs, Case.S2).toPeers(),
                                flows(runs, Case.S1).toPeers()),
                        "Batteries that may not sell to the grid serve peers at night."),
                new Finding(
                        "kWh bought from the grid, S1 and S3",
                        "section V",
                        "less in S3",
                        pair(runs, Case.S1, Case.S3, Flows::fromGrid),
                        order(
                                flows(runs, Case.S1).fromGrid(),
                                flows(runs, Case.S3).fromGrid()),
                        "With twice the sun a home needs less of others."),
                new Finding(
                        "kWh sold to the grid, S1 and S3",
                        "section V",
                        "more in S3",
                        pair(runs, Case.S1, Case.S3, Flows::toGrid),
                        order(
                                flows(runs, Case.S3).toGrid(),
                                flows(runs, Case.S1).toGrid()),
                        "What nobody in the microgrid needs at noon goes to the grid."),
                new Finding(
                        "kWh traded among peers, S1 and S3",
                        "section V",
                        "larger in S3",
                        pair(runs, Case.S1, Case.S3, Flows::toPeers),
                        order(
                                flows(runs, Case.S3).toPeers(),
                                flows(runs, Case.S1).toPeers()),
                        "Those who would buy have more sun of their own too. The paper says both that more is traded in S3 and that"
                                + " it did not rise over S2."),
                new Finding(
                        "kWh from the grid without batteries and with them, S1",
                        "section V, figure 4",
                        "less with them",
                        pair(runs, Case.WITHOUT_BATTERIES, Case.S1, Flows::fromGrid),
                        order(
                                flows(runs, Case.WITHOUT_BATTERIES).fromGrid(),
                                flows(runs, Case.S1).fromGrid()),
                        "What is stored at noon is used in the evening; what batteries lost on the way is "
                                + Figures.rounded(BigDecimal.valueOf(
                                        of(runs, Case.S1).total().lost().value(), 9))
                                + " kWh."));
    }

    private static List<Finding> sizes(Map<Case, CommunityRun> hundreds, Map<Case, CommunityRun> all) {
        return List.of(
                new Finding(
                        "kWh among 295 prosumers, S1, S2 and S3",
                        "section V",
                        "not printed",
                        three(hundreds),
                        Verdict.OURS,
                        "Drawn from the 17 with repetition, with the seed " + SEED
                                + ": the order of the scenarios stays."),
                new Finding(
                        "kWh among 623 homes, S1, S2 and S3",
                        "figure 8",
                        "not printed",
                        three(all),
                        Verdict.OURS,
                        "As above. Homes that are drawn twice are exactly alike, so peaks are steeper than among real ones."));
    }

    private static List<Finding> rules(Map<Case, CommunityRun> runs, CommunityRun middle) {
        long ratio = of(runs, Case.S1).total().pays().getValue();
        return List.of(new Finding(
                "coins that 17 homes pay the grid by the ratio and by the mid-market rate, S1",
                "section VI",
                "the ratio performs better",
                Figures.grouped(ratio) + " and "
                        + Figures.grouped(middle.total().pays().getValue()),
                Verdict.DIFFERS,
                "A rule of prices among peers moves coins among homes and cannot change what all of them together pay; the"
                        + " difference is rounding. What \"better\" is measured by the paper does not say: the ratio gives"
                        + " sellers less when there is much, the mid-market rate the same in every hour."));
    }

    private static String three(Map<Case, CommunityRun> runs) {
        return kilowattHours(flows(runs, Case.S1).toPeers()) + ", "
                + kilowattHours(flows(runs, Case.S2).toPeers()) + ", "
                + kilowattHours(flows(runs, Case.S3).toPeers());
    }

    private static String pair(Map<Case, CommunityRun> runs, Case one, Case other, Function<Flows, WattHours> figure) {
        return kilowattHours(figure.apply(flows(runs, one))) + " and "
                + kilowattHours(figure.apply(flows(runs, other)));
    }

    private static Verdict order(WattHours larger, WattHours smaller) {
        return larger.compareTo(smaller) > 0 ? Verdict.SAME_ORDER : Verdict.DIFFERS;
    }

    private static String kilowattHours(WattHours energy) {
        return Figures.rounded(BigDecimal.valueOf(energy.value(), 3));
    }
}
