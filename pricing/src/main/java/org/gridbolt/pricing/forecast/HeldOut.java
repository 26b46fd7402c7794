package org.gridbolt.pricing.forecast;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;

/**
 * A trial of a model on hours that it did not learn from, beside three forecasts that need no model. Every hour is forecast from what
 * was known before it: by the model, from as long before as its predictors look; by the last hour, from just before. A model that sees a
 * day ahead therefore knows less than the last hour does.
 *
 * @param model the error of the model
 * @param lastHour the error of expecting what the hour before had
 * @param yesterday the error of expecting what the same hour of the day before had
 * @param lastWeek the error of expecting what the same hour of the week before had
 */
public record HeldOut(ForecastError model, ForecastError lastHour, ForecastError yesterday, ForecastError lastWeek) {

    private static final int DAY = 24;
    private static final int WEEK = 168;

    /** A trial on the last {@code hours} of the series, after learning from all before them; or the flaw of that. */
    public static Outcome<HeldOut, ForecastFlaw> of(DemandSeries series, Predictors predictors, int hours) {
        int first = series.size() - hours;
        if (hours < 1 || first < WEEK) {
            return Outcome.flawed(new ForecastFlaw.NothingLeft(series.name(), series.size(), hours));
        }
        return DemandModel.of(series.first(first), predictors)
                .map(model -> new HeldOut(
                        error(series, first, hour -> model.expected(series, hour)),
                        error(series, first, earlier(series, 1)),
                        error(series, first, earlier(series, DAY)),
                        error(series, first, earlier(series, WEEK))));
    }

    private static IntFunction<WattHours> earlier(DemandSeries series, int hours) {
        return hour -> series.demand().get(hour - hours);
    }

    private static ForecastError error(DemandSeries series, int first, IntFunction<WattHours> forecast) {
        List<WattHours> actual = series.demand().subList(first, series.size());
        return ForecastError.of(
                actual, IntStream.range(first, series.size()).mapToObj(forecast).toList());
    }
}
