package org.gridbolt.node.reproduce;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.demand.Appliance;
import org.gridbolt.pricing.demand.DemandPlan;
import org.gridbolt.pricing.demand.Habit;
import org.gridbolt.pricing.demand.PlanFlaw;
import org.gridbolt.pricing.demand.level.Levelling;
import org.gridbolt.pricing.demand.paper.PaperTables;
import org.gridbolt.pricing.forecast.ForecastError;
import org.gridbolt.pricing.forecast.HeldOut;
import org.gridbolt.pricing.forecast.Regression;

/** Casquiço 2022, chapter 5: appliances that can wait, a regression of hourly demand, and an hourly auction. */
final class CasquicoEvaluation implements Evaluation {

    private static final int PREDICTORS = 14;
    private static final int PRINTED_CASES = 162;

    @Override
    public Paper paper() {
        return Paper.CASQUICO;
    }

    @Override
    public Reproduction run(Consumer<String> progress) {
        progress.accept("the fourteen appliances");
        List<Finding> appliances = appliances();
        progress.accept("the forecast");
        DemandForecast forecast = DemandForecast.ofMeasuredHomes();
        progress.accept("the auction");
        Auction auction = Auction.drawn();
        CasquicoPictures pictures = new CasquicoPictures(forecast, auction);
        return new Reproduction(
                paper(),
                "The appliances are those of the thesis. It gives no demand to forecast, so the load of 17 measured homes stands in:"
                        + " thirteen weeks of winter to learn from, the next two to be tried on. It gives mean prices for the auction,"
                        + " 0.039 and 0.095 EUR/kWh: 20 sellers and 25 buyers of a kilowatt-hour each are drawn around them, in"
                        + " coins of a thousandth.",
                Stream.of(appliances, cases(), forecasts(forecast), auctions(auction))
                        .flatMap(List::stream)
                        .toList(),
                pictures.all());
    }

    private static List<Finding> appliances() {
        DemandPlan extended = PaperTables.casquicoExtended();
        DemandPlan flexible = Habit.EARLIEST_START.fix(extended, Predicate.not(PaperTables.casquicoFlexible()));
        WattHours all = sum(appliance -> true);
        WattHours some = sum(PaperTables.casquicoFlexible());
        return List.of(
                new Finding(
                        "whether the appliances' windows are long enough",
                        "table 10",
                        "not printed",
                        "two are not",
                        Verdict.CANNOT,
                        PaperTables.casquicoAsPrinted()
                                        .flaw()
                                        .map(PlanFlaw::message)
                                        .orElse("All are.")
                                + ". So the table has no schedule as printed."),
                new Finding(
                        "kWh a day of the fourteen appliances, and of the flexible ones",
                        "table 10",
                        "not summed",
                        kilowattHours(all) + " and " + kilowattHours(some),
                        Verdict.OURS,
                        "Two thirds of the energy, "
                                + BigFraction.of(some.value() * 100, all.value())
                                        .bigDecimalValue(1, RoundingMode.HALF_UP)
                                + " %, can be moved; the electric vehicle's window passes midnight."),
                new Finding(
                        "peak-to-average ratio of that home, as early as it may and levelled",
                        "table 10",
                        "not printed",
                        places(Habit.EARLIEST_START.peakToAverage(extended)) + " to "
                                + places(Levelling.exact(flexible).peakToAverage()) + ", all movable "
                                + places(Levelling.exact(extended).peakToAverage()),
                        Verdict.OURS,
                        "In half-hour slots, with the two windows ending later until their appliances get their energy: the air"
                                + " conditioner's at 2:00, the dish washer's at 23:30. Levelled are the four that the thesis calls"
                                + " flexible, or all of them."));
    }

    private static WattHours sum(Predicate<Appliance> which) {
        return WattHours.sum(PaperTables.casquico().appliances().stream()
                .filter(which)
                .map(Appliance::energy)
                .toList());
    }

    private static List<Finding> cases() {
        return List.of(new Finding(
                "hours of history for a regression with 14 predictors",
                "section 5.2",
                String.valueOf(PRINTED_CASES),
                String.valueOf(Regression.casesNeeded(PREDICTORS)),
                Verdict.DIFFERS,
                "The rule is N > 50 + 8 m, and 162 is not more than 162. Nor are six monthly invoices 162 hours. Fewer than "
                        + Regression.casesNeeded(PREDICTORS) + " cases are refused."));
    }

    private static List<Finding> forecasts(DemandForecast forecast) {
        return List.of(
                error("a day ahead", forecast.dayAhead()),
                error("an hour ahead", forecast.hourAhead()),
                new Finding(
                        "prices of the next three hours, with the demand they were made from",
                        "section 5.3",
                        "not printed",
                        forecast.published(),
                        Verdict.OURS,
                        "By a price that is quadratic in demand; each carries a sequence number and the forecast, so that a home"
                                + " that plans by it can tell how far its own plan changes it."));
    }

    private static Finding error(String reach, HeldOut trial) {
        return new Finding(
                "mean error of the hourly demand forecast " + reach + ", in Wh",
                "section 5.2",
                "not printed",
                wattHours(trial.model()),
                Verdict.OURS,
                "Expecting the last hour again errs by " + wattHours(trial.lastHour())
                        + ", yesterday's hour by " + wattHours(trial.yesterday()) + ", last week's by "
                        + wattHours(trial.lastWeek())
                        + ". Two weeks that the model did not learn from; the last hour knows a day more than a forecast a day"
                        + " ahead.");
    }

    private static List<Finding> auctions(Auction auction) {
        return List.of(
                new Finding(
                        "clearing price",
                        "section 5.3, figure 18",
                        "the mean of all bids; a crossing",
                        auction.price(auction.mean()) + " and " + auction.price(auction.crossing()),
                        Verdict.DIFFERS,
                        "The text takes the mean of the bids, the figure draws where the curves cross, and table 1 calls it pay as"
                                + " clear: two mechanisms. Both are built."),
                new Finding(
                        "kWh that members trade by the mean and by the crossing",
                        "section 5.3",
                        "not printed",
                        kilowattHours(auction.mean().traded()) + " and "
                                + kilowattHours(auction.crossing().traded()),
                        Verdict.OURS,
                        "A mean of all bids leaves out every buyer that bid less than it, though somebody would sell to it: that is"
                                + " what the rule costs."),
                new Finding(
                        "transactions a second of the two platforms",
                        "section 5.4, table 12",
                        "160-3500 and 12-15",
                        "-",
                        Verdict.CANNOT,
                        "Figures of other works about other ledgers. In a payment channel no unit is a transaction on a chain;"
                                + " docs/performance.md has the rounds a second that were measured."));
    }

    private static String wattHours(ForecastError error) {
        return String.format(Locale.ROOT, "%,.0f (%.1f %%)", error.mean(), error.meanPercentage());
    }

    private static String kilowattHours(WattHours energy) {
        return BigDecimal.valueOf(energy.value(), 3).stripTrailingZeros().toPlainString();
    }

    private static String places(BigFraction ratio) {
        return ratio.bigDecimalValue(4, RoundingMode.HALF_UP).toPlainString();
    }
}
