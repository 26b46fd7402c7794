package org.gridbolt.node.reproduce;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gridbolt.node.homes.CarriedHomes;
import org.gridbolt.node.page.Chart.Ink;
import org.gridbolt.node.page.Picture;
import org.gridbolt.node.reproduce.Drawing.Series;
import org.gridbolt.node.reproduce.HybridMarket.Group;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.pricing.market.rule.LowestAsk;
import org.gridbolt.pricing.market.rule.PeakPricing;
import org.gridbolt.pricing.profile.LoadProfile;

/** Khalid et al., section V: what three groups of homes pay with and without trade among neighbours. */
final class KhalidEvaluation implements Evaluation {

    private static final String PLACE = "section V";

    @Override
    public Paper paper() {
        return Paper.KHALID;
    }

    @Override
    public Reproduction run(Consumer<String> progress) {
        progress.accept("a month of 17 homes");
        LoadProfile august = HybridMarket.month(CarriedHomes.profile());
        HybridMarket traded = HybridMarket.of(august, LowestAsk.DEFAULT);
        HybridMarket fair = HybridMarket.of(august, LowestAsk.DEFAULT.excludingAboveClearing(true));
        return new Reproduction(
                paper(),
                "The paper's load is that of another one, which is not given; so 17 measured homes in August 2016 stand in: six that"
                        + " keep their sun and have a battery are its families, six are its single homes and five its students,"
                        + " whose sun is taken away. The grid sells at 250 coins/kWh, 20 % more from 13 to 23 o'clock and 5 %"
                        + " less otherwise, and buys at 80. Conventional: everybody buys everything from the grid. Hybrid: own"
                        + " sun, own battery, then neighbours at the lowest ask, then the grid.",
                List.of(
                        ratio(traded),
                        saving(Group.FAMILY, "700 to 190.2050 EUR (-72.83 %)", traded),
                        saving(Group.SINGLE, "459.1710 to 394.8177 EUR (-14.02 %)", traded),
                        saving(Group.STUDENT, "491.2680 to 444.1003 EUR (-9.60 %)", traded),
                        whoSavesMost(traded),
                        fairness(traded, fair),
                        peakPrices(august)),
                List.of(bills(traded), demand(traded)));
    }

    private static Finding ratio(HybridMarket market) {
        double before = HybridMarket.peakToAverage(market.conventional());
        double after = HybridMarket.peakToAverage(market.fromGrid());
        return new Finding(
                "peak-to-average ratio of what is taken from the grid",
                PLACE,
                "3.8607 to 3.6304 (-5.97 %)",
                "%s to %s (%s)".formatted(places(before), places(after), percent(before, after)),
                after < before ? Verdict.SAME_ORDER : Verdict.DIFFERS,
                after < before
                        ? "It falls, since trade and batteries lower the peak more than the mean."
                        : "Here it rises: own sun takes away most of the demand of the day, so the mean falls more than the evening"
                                + " peak, which no neighbour's sun reaches. The peak itself falls from "
                                + kilowattHours(market.conventional()) + " to " + kilowattHours(market.fromGrid())
                                + " kWh. A smaller demand can have a larger ratio; the paper's load is not given, so whether its"
                                + " 6 % come from trade cannot be told.");
    }

    private static Finding saving(Group group, String printed, HybridMarket market) {
        double before = market.conventionalBill(group);
        double after = market.bill(group);
        return new Finding(
                "what " + group.words() + " pay for a month",
                PLACE,
                printed,
                "%s to %s coins (%s)"
                        .formatted(
                                Figures.grouped(Math.round(before)),
                                Figures.grouped(Math.round(after)),
                                percent(before, after)),
                Verdict.CANNOT,
                "The amounts depend on loads, plants and tariffs that the paper does not give. "
                        + (group == Group.FAMILY
                                ? "Families save by their own sun, and are paid for the rest of it."
                                : "Consumers save what a neighbour is cheaper than the grid while there is sun."));
    }

    private static Finding whoSavesMost(HybridMarket market) {
        boolean same = market.saved(Group.FAMILY) > market.saved(Group.SINGLE)
                && market.saved(Group.FAMILY) > market.saved(Group.STUDENT)
                && market.saved(Group.SINGLE) > 0
                && market.saved(Group.STUDENT) > 0;
        return new Finding(
                "who saves most",
                PLACE,
                "families, then single homes, then students",
                "families " + share(market.saved(Group.FAMILY)) + ", single homes " + share(market.saved(Group.SINGLE))
                        + ", students " + share(market.saved(Group.STUDENT)),
                same ? Verdict.SAME_ORDER : Verdict.DIFFERS,
                "Who has the sun saves most, and everybody saves something: that order can be reproduced. Single homes and students"
                        + " differ by their load alone, which is not given, so which of the two comes first means nothing.");
    }

    private static Finding fairness(HybridMarket traded, HybridMarket fair) {
        return new Finding(
                "kWh among neighbours, and when sellers above the lowest ask stay out",
                "section IV.A",
                "not printed",
                kilowattHours(traded.amongNeighbours()) + " and " + kilowattHours(fair.amongNeighbours()),
                Verdict.OURS,
                "The price is the lowest ask, so a seller that asked for more is paid less than it asked for. Who stays out instead"
                        + " keeps its limit, and most of the trade is gone.");
    }

    private static Finding peakPrices(LoadProfile august) {
        var printed = LowestAsk.DEFAULT.priced(PeakPricing.ALGORITHM_AS_PRINTED);
        String refusal = HybridMarket.firstFlaw(august, printed).orElse("nothing is refused");
        return new Finding(
                "what the grid's price is at peak and off peak",
                "section IV.A.3, algorithm 3",
                "+20 % and -5 %; x 1.8 and x 0.05",
                "+20 % and -5 %",
                Verdict.DIFFERS,
                "Text and algorithm contradict each other; the text is followed. As printed in the algorithm the market cannot be run"
                        + " on this tariff: " + refusal + ".");
    }

    private static Picture bills(HybridMarket market) {
        return new Drawing(
                        "khalid-bills",
                        "What each group pays for a month",
                        "Families, single homes and students, one step each: everything from the grid, and with trade among"
                                + " neighbours.",
                        "group",
                        "coins",
                        List.of(
                                Series.of(
                                        "conventional",
                                        Ink.DEMAND,
                                        List.of(Group.values()).stream().mapToDouble(market::conventionalBill)),
                                Series.of(
                                        "hybrid",
                                        Ink.PRODUCER,
                                        List.of(Group.values()).stream().mapToDouble(market::bill))))
                .picture();
    }

    private static Picture demand(HybridMarket market) {
        return new Drawing(
                        "khalid-demand",
                        "What is taken from the grid on an average day",
                        "Hour by hour, the mean of August's days: the sun takes the demand of the day away and leaves that of the"
                                + " evening.",
                        "hour of the day",
                        "kWh",
                        List.of(
                                day("conventional", Ink.DEMAND, market.conventional()),
                                day("hybrid", Ink.PRODUCER, market.fromGrid())))
                .picture();
    }

    private static Series day(String name, Ink ink, List<Long> wattHours) {
        double[] sums = new double[24];
        for (int hour = 0; hour < wattHours.size(); hour++) {
            sums[hour % 24] += wattHours.get(hour);
        }
        return Series.of(name, ink, Arrays.stream(sums).map(sum -> sum / 1_000 / (wattHours.size() / 24.0)));
    }

    private static String kilowattHours(List<Long> wattHours) {
        return Figures.rounded(BigDecimal.valueOf(
                wattHours.stream().mapToLong(Long::longValue).max().orElse(0), 3));
    }

    private static String kilowattHours(long wattHours) {
        return Figures.rounded(BigDecimal.valueOf(wattHours, 3));
    }

    private static String percent(double before, double after) {
        double change = (after - before) / before * 100;
        return (change > 0 ? "+" : "") + new BigDecimal(change).setScale(2, RoundingMode.HALF_UP) + " %";
    }

    private static String share(double saved) {
        return new BigDecimal(saved * 100).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    private static String places(double ratio) {
        return new BigDecimal(ratio, MathContext.DECIMAL32)
                .setScale(4, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
