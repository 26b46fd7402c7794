package org.gridbolt.pricing.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;

/**
 * A model of hourly demand that has learnt from a series.
 *
 * @param predictors what it explains demand with
 * @param regression what it learnt
 */
public record DemandModel(Predictors predictors, Regression regression) {

    /** The model of an hourly series; or the flaw that it is not hourly, or that {@link Regression#of} finds. */
    public static Outcome<DemandModel, ForecastFlaw> of(DemandSeries series, Predictors predictors) {
        if (!series.step().equals(DemandSeries.HOUR)) {
            return Outcome.flawed(new ForecastFlaw.NotHourly(series.name(), series.step()));
        }
        return Regression.of(cases(series, predictors), predictors.reach())
                .map(regression -> new DemandModel(predictors, regression));
    }

    /**
     * The expected demand of the hours after the end of the series, in whole watt-hours, the nearest and never below nothing; or the
     * flaw that these are none or more than the predictors can see, or that the series is not hourly or too short.
     *
     * @param series the newest demand
     * @param hours how many hours, at least 1
     */
    public Outcome<List<WattHours>, ForecastFlaw> next(DemandSeries series, int hours) {
        if (!series.step().equals(DemandSeries.HOUR)) {
            return Outcome.flawed(new ForecastFlaw.NotHourly(series.name(), series.step()));
        }
        if (hours < 1 || hours > predictors.horizon()) {
            return Outcome.flawed(new ForecastFlaw.BeyondHorizon(hours, predictors.horizon()));
        }
        if (series.size() < predictors.reach()) {
            return Outcome.flawed(new ForecastFlaw.TooShort(
                    series.name(), 0, 1, predictors.all().size(), predictors.reach() - 1));
        }
        return Outcome.of(IntStream.range(0, hours)
                .mapToObj(hour -> expected(series, series.size() + hour))
                .toList());
    }

    /** The expected demand of that hour of a series, by what was known as long before it as the predictors look. */
    WattHours expected(DemandSeries series, int hour) {
        return new WattHours(Math.max(0, Math.round(regression.expected(predictors.values(series, hour)))));
    }

    private static Cases cases(DemandSeries series, Predictors predictors) {
        List<List<Double>> values = new ArrayList<>();
        List<Double> outcomes = new ArrayList<>();
        for (int hour = predictors.reach(); hour < series.size(); hour++) {
            values.add(predictors.values(series, hour));
            outcomes.add(series.wattHours(hour));
        }
        return new Cases(series.name(), predictors.names(), values, outcomes);
    }
}
