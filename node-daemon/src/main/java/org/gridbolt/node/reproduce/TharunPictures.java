package org.gridbolt.node.reproduce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.node.page.Chart.Ink;
import org.gridbolt.node.page.Picture;
import org.gridbolt.node.reproduce.Drawing.Series;
import org.gridbolt.pricing.demand.DayCost;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Habit;
import org.gridbolt.pricing.demand.HouseholdBill;
import org.gridbolt.pricing.demand.level.Levelling;
import org.gridbolt.pricing.demand.paper.ParDistribution;
import org.gridbolt.pricing.demand.paper.ParSeries;
import org.gridbolt.pricing.demand.paper.ParSurvey;
import org.gridbolt.pricing.demand.response.ResponseCourse;

/** The pictures of Tharun and Parvez, figures 6.1 and 6.2, and what they do not show. */
final class TharunPictures {

    private static final int BIN = 20_000;
    private static final int FIRST_BIN = 1_000_000;
    private static final int BINS = 50;

    private final ParSurvey survey;
    private final TharunEvaluation.Answered answered;

    TharunPictures(ParSurvey survey, TharunEvaluation.Answered answered) {
        this.survey = survey;
        this.answered = answered;
    }

    Picture demand(String id, DemandPlan plan, int prosumers) {
        return new Drawing(
                        id,
                        "Total demand of " + prosumers + " prosumers",
                        "Hour by hour, before anybody answers the price and at the least cost: level but for what the windows"
                                + " force.",
                        "hour of the day",
                        "kWh",
                        List.of(
                                kilowattHours("before", Ink.DEMAND, Habit.SPREAD_EVENLY.demand(plan)),
                                kilowattHours(
                                        "after",
                                        Ink.PRODUCER,
                                        Levelling.exact(plan).demand())))
                .picture();
    }

    private static Series kilowattHours(String name, Ink ink, List<BigFraction> wattHours) {
        return Series.of(name, ink, wattHours.stream().mapToDouble(level -> level.doubleValue() / 1_000));
    }

    Picture distributions() {
        return new Drawing(
                        "tharun-ratios",
                        "Where the printed ratios lie",
                        "Of the drawn sets, how many have a peak-to-average ratio in each fiftieth: before, and after with a cap of"
                                + " 1.3 and of 1.4 times the mean power. The paper prints 1.532 and 1.1612.",
                        "peak-to-average ratio",
                        "sets",
                        List.of(
                                counts("before", Ink.DEMAND, ParSeries.BEFORE_SPREAD_EVENLY),
                                counts("cap 1.3", Ink.PRODUCER, ParSeries.CAP_130),
                                counts("cap 1.4", Ink.UTILITY, ParSeries.CAP_140)))
                .picture(FIRST_BIN / 1e6, BIN / 1e6);
    }

    private Series counts(String name, Ink ink, ParSeries series) {
        ParDistribution distribution = survey.of(series);
        return Series.of(
                name,
                ink,
                IntStream.range(0, BINS)
                        .mapToDouble(bin -> distribution.millionths().stream()
                                .filter(ratio -> (ratio - FIRST_BIN) / BIN == bin)
                                .count()));
    }

    Picture courses() {
        return new Drawing(
                        "tharun-rounds",
                        "The ratio, round after round",
                        "60 prosumers answer the published demand one after another, all at once, and all at once by a part of the"
                                + " way.",
                        "rounds",
                        "peak-to-average ratio",
                        List.of(
                                course("one after another", Ink.ENERGY, answered.inTurn()),
                                course("all at once", Ink.PRICE, answered.atOnce()),
                                course("part of the way", Ink.UTILITY, answered.damped())))
                .picture();
    }

    private static Series course(String name, Ink ink, ResponseCourse course) {
        return Series.of(
                name,
                ink,
                course.rounds().stream()
                        .mapToDouble(round -> round.peakToAverage().doubleValue()));
    }

    Picture bills(DayCost before, DayCost after) {
        List<Integer> order = IntStream.range(0, before.bills().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        household -> coins(before.bills().get(household))))
                .toList();
        return new Drawing(
                        "tharun-bills",
                        "What each of 60 prosumers pays for the day",
                        "By rising bill before the response. A prosumer whose windows lie where others were can pay more after it:"
                                + " the sum is least, not each bill.",
                        "prosumer",
                        "coins",
                        List.of(
                                series("before", Ink.DEMAND, order, before),
                                series("after", Ink.PRODUCER, order, after)))
                .picture();
    }

    private static Series series(String name, Ink ink, List<Integer> order, DayCost cost) {
        List<HouseholdBill> bills = new ArrayList<>(cost.bills());
        Stream<HouseholdBill> sorted = order.stream().map(bills::get);
        return Series.of(name, ink, sorted.mapToDouble(TharunPictures::coins));
    }

    private static double coins(HouseholdBill bill) {
        return bill.cost().picoCoins().doubleValue() / 1e12;
    }
}
