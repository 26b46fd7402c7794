package org.gridbolt.node.reproduce;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.pricing.demand.DayCost;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Habit;
import org.gridbolt.pricing.demand.Schedule;
import org.gridbolt.pricing.demand.level.Levelling;
import org.gridbolt.pricing.demand.level.WholeWattHours;
import org.gridbolt.pricing.demand.paper.Experiment;
import org.gridbolt.pricing.demand.paper.PaperTables;
import org.gridbolt.pricing.demand.paper.ParDistribution;
import org.gridbolt.pricing.demand.paper.ParSeries;
import org.gridbolt.pricing.demand.paper.ParSurvey;
import org.gridbolt.pricing.demand.paper.WindowReading;
import org.gridbolt.pricing.demand.proof.OptimalityCheck;
import org.gridbolt.pricing.demand.response.ResponseCourse;
import org.gridbolt.pricing.demand.response.ResponseForm;
import org.gridbolt.pricing.rule.QuadraticPrice;

/** Tharun and Parvez 2021, section 6: the demand of 100 and of 60 prosumers, before and after they answer the price. */
final class TharunEvaluation implements Evaluation {

    /** The paper's coefficients: a = b = c = 1. */
    private static final QuadraticPrice RULE = QuadraticPrice.of("1", "1", "1");

    private static final long SEED = 1;
    private static final int ROUNDS_MAX = 12;

    private final int draws;

    /** @param draws how many random sets stand for the one that the paper shows */
    TharunEvaluation(int draws) {
        this.draws = draws;
    }

    @Override
    public Paper paper() {
        return Paper.THARUN;
    }

    @Override
    public Reproduction run(Consumer<String> progress) {
        progress.accept(draws + " random sets of 60 prosumers");
        ParSurvey survey = ParSurvey.of(Experiment.PROSUMERS_60, SplittableRandom::new, draws);
        ParSurvey late = ParSurvey.of(
                Experiment.PROSUMERS_60.with(WindowReading.END_FROM_START_ON), SplittableRandom::new, draws);
        progress.accept("prosumers answer the price");
        DemandPlan sixty = draw(Experiment.PROSUMERS_60);
        Answered answered = Answered.of(sixty);
        List<Finding> findings = new ArrayList<>(ratios(survey));
        findings.add(otherReading(late));
        findings.addAll(table());
        findings.addAll(responses(answered));
        DayCost before = cost(Habit.SPREAD_EVENLY.schedule(sixty));
        DayCost after = cost(WholeWattHours.round(Levelling.exact(sixty)));
        findings.add(costs(before, after));
        TharunPictures pictures = new TharunPictures(survey, answered);
        return new Reproduction(
                paper(),
                "Sets of 100 and 60 prosumers with five appliances each. How they were \"generated randomly\" is not said. Our"
                        + " reading: energy uniform from 100 to 1,000 Wh, two uniform slots of which the earlier is the start,"
                        + " no cap; " + Figures.grouped(draws)
                        + " sets are drawn, with the seeds from 1. Before: each appliance"
                        + " spread evenly over its window. After: the exact minimum of the cost, proved by its conditions.",
                findings,
                List.of(
                        pictures.demand("tharun-100", draw(Experiment.PROSUMERS_100), 100),
                        pictures.demand("tharun-60", sixty, 60),
                        pictures.distributions(),
                        pictures.courses(),
                        pictures.bills(before, after)));
    }

    private static DemandPlan draw(Experiment experiment) {
        return experiment.draw(new SplittableRandom(SEED));
    }

    /** How a set of prosumers answers the published demand in each form. */
    record Answered(ResponseCourse inTurn, ResponseCourse atOnce, ResponseCourse damped) {

        static Answered of(DemandPlan plan) {
            Schedule start = Habit.SPREAD_EVENLY.schedule(plan);
            int households = plan.households().size();
            return new Answered(
                    ResponseCourse.run(start, new ResponseForm.InTurn(), ROUNDS_MAX),
                    ResponseCourse.run(start, new ResponseForm.AtOnce(), ROUNDS_MAX),
                    ResponseCourse.run(start, new ResponseForm.Damped(4, households), ROUNDS_MAX));
        }
    }

    private static List<Finding> ratios(ParSurvey survey) {
        ParDistribution before = survey.of(ParSeries.BEFORE_SPREAD_EVENLY);
        ParDistribution early = survey.of(ParSeries.BEFORE_EARLIEST_START);
        return List.of(
                new Finding(
                        "peak-to-average ratio of 60 prosumers before",
                        "section 6",
                        "1.532",
                        summary(before),
                        Verdict.PLAUSIBLE,
                        "One draw of an unknown distribution cannot be hit, only be likely: "
                                + percent(before, ParSurvey.PRINTED_BEFORE)
                                + " of our draws lie at or below 1.532. With every appliance as early as it may they lie at "
                                + summary(early) + "."),
                new Finding(
                        "the same after optimisation",
                        "section 6",
                        "1.1612",
                        summary(survey.of(ParSeries.WINDOWS)),
                        Verdict.DIFFERS,
                        "With these windows 1.1612 is not the optimum. The cost of a slot is convex and the same for every slot, so the least cost is"
                                + " the most level demand that the windows allow, whatever a, b and c are; with 300 appliances"
                                + " that is as good as flat, a ratio of 1."),
                new Finding(
                        "the same with a cap on each appliance's power",
                        "not in the paper",
                        "1.1612",
                        "1.25: " + summary(survey.of(ParSeries.CAP_125)) + "; 1.3: "
                                + summary(survey.of(ParSeries.CAP_130)) + "; 1.4: "
                                + summary(survey.of(ParSeries.CAP_140)) + "; 2: "
                                + summary(survey.of(ParSeries.CAP_200)),
                        Verdict.PLAUSIBLE,
                        "A cap of 1.25 to 1.4 times the mean power of an appliance leads to such a ratio: "
                                + percent(survey.of(ParSeries.CAP_130), ParSurvey.PRINTED_AFTER)
                                + " of the draws with 1.3 lie at or below 1.1612, of those with 1.4 "
                                + percent(survey.of(ParSeries.CAP_140), ParSurvey.PRINTED_AFTER)
                                + ". The paper prints no cap; we do not say that it had one."),
                new Finding(
                        "the same with the constraints of Algorithm 1 as printed",
                        "algorithm 1",
                        "1.1612",
                        "energy e: " + summary(survey.of(ParSeries.DEADLINE_ONLY)) + "; energy of a slot: "
                                + summary(survey.of(ParSeries.DEADLINE_AND_MEAN_POWER)),
                        Verdict.DIFFERS,
                        "As printed nothing forbids energy before the start, and \"R <= e\" limits a slot to all of the energy, or"
                                + " to the energy of a slot that the first line calculates. Neither is 1.1612."));
    }

    private static Finding otherReading(ParSurvey late) {
        ParDistribution before = late.of(ParSeries.BEFORE_EARLIEST_START);
        ParDistribution after = late.of(ParSeries.WINDOWS);
        return new Finding(
                "both ratios, with ends drawn from the start on and appliances that start early",
                "section 5.E",
                "1.532 and 1.1612",
                summary(before) + " and " + summary(after),
                Verdict.PLAUSIBLE,
                "If the end is uniform from the start to the last slot, late slots are crowded: nothing levels the last ones, and the"
                        + " optimum itself is no more flat. "
                        + percent(before, ParSurvey.PRINTED_BEFORE) + " of the draws lie at or below 1.532 before, "
                        + percent(after, ParSurvey.PRINTED_AFTER)
                        + " at or below 1.1612 after: under this reading both printed figures are ordinary, and 1.1612 may be an"
                        + " optimum. Which reading the paper had cannot be told from it.");
    }

    private static List<Finding> table() {
        DemandPlan plan = PaperTables.tharunParvez();
        Schedule optimum = Levelling.exact(plan);
        boolean proved = OptimalityCheck.optimality(optimum).isEmpty();
        return List.of(new Finding(
                "ratio of the five appliances of table 5.2, before and after",
                "table 5.2",
                "not printed",
                places(Habit.SPREAD_EVENLY.peakToAverage(plan)) + " to " + places(optimum.peakToAverage()),
                Verdict.OURS,
                "Table 5.1, which should hold the ratios, is not in the paper. The levels are exact: "
                        + optimum.demand().get(6) + " Wh in slots 6 to 12 and "
                        + optimum.demand().get(13) + " Wh in slots 13 to 20"
                        + (proved ? ", proved optimal" : "") + ". Its kWh are read as Wh."));
    }

    private static List<Finding> responses(Answered answered) {
        return List.of(
                new Finding(
                        "ratio when prosumers answer one after another, once each",
                        "section 6",
                        "not printed",
                        places(answered.inTurn().rounds().get(1).peakToAverage()),
                        Verdict.OURS,
                        "Each sees what the others have done; it settles after "
                                + answered.inTurn().rounds().size() + " rounds."),
                new Finding(
                        "ratio when all answer the same published price at once",
                        "section 6",
                        "not printed",
                        places(answered.atOnce().rounds().get(1).peakToAverage()),
                        Verdict.OURS,
                        "Worse than no response at all, "
                                + places(answered.atOnce().rounds().get(0).peakToAverage())
                                + ": all of them move into the slots that were cheap. The paper does not mention it; whoever"
                                + " publishes a price each slot has to."),
                new Finding(
                        "ratio when all answer at once but go part of the way, after "
                                + (answered.damped().rounds().size() - 1) + " rounds",
                        "section 6",
                        "not printed",
                        places(answered.damped().result().peakToAverage()),
                        Verdict.OURS,
                        "A fifteenth of the way a round, for 60 prosumers: it does not herd."));
    }

    private static DayCost cost(Schedule schedule) {
        return DayCost.of(schedule, RULE).orElseThrow();
    }

    private static Finding costs(DayCost before, DayCost after) {
        long saved = before.total().floorCoins().getValue()
                - after.total().floorCoins().getValue();
        return new Finding(
                "coins of 60 prosumers for a day, before and after",
                "section 5.E",
                "not printed",
                Figures.grouped(before.total().floorCoins().getValue()) + " to "
                        + Figures.grouped(after.total().floorCoins().getValue()),
                Verdict.OURS,
                "With a = b = c = 1 and sigma = 1 as the paper has them, in coins per kWh: " + Figures.grouped(saved)
                        + " are saved. Bills are by slot and add up to the total.");
    }

    private static String summary(ParDistribution distribution) {
        return BigFraction.of(1, 1_000_000).multiply(distribution.mean()).bigDecimalValue(3, RoundingMode.HALF_UP)
                + " +- "
                + BigFraction.of(distribution.standardDeviationFloor(), 1_000_000L)
                        .bigDecimalValue(3, RoundingMode.HALF_UP);
    }

    private static String percent(ParDistribution distribution, long ratio) {
        return distribution.shareUpTo(ratio).multiply(100).bigDecimalValue(1, RoundingMode.HALF_UP) + " %";
    }

    private static String places(BigFraction ratio) {
        return ratio.bigDecimalValue(4, RoundingMode.HALF_UP).toPlainString();
    }
}
