package org.gridbolt.pricing.forecast;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.gridbolt.pricing.WattHours;

/**
 * How far forecasts were from the demand that came.
 *
 * @param mean the mean absolute error (MAE), in watt-hours
 * @param rootMeanSquare the root of the mean squared error (RMSE), in watt-hours
 * @param meanPercentage the mean absolute error as a percentage of the demand (MAPE), over the hours that had any
 */
public record ForecastError(double mean, double rootMeanSquare, double meanPercentage) {

    /** The error of forecasts, one for each actual demand, at least one of which is above nothing. */
    public static ForecastError of(List<WattHours> actual, List<WattHours> forecast) {
        if (actual.size() != forecast.size()) {
            throw new IllegalArgumentException(forecast.size() + " forecasts of " + actual.size() + " demands");
        }
        double percentage = hours(actual)
                .filter(i -> actual.get(i).value() > 0)
                .mapToDouble(i -> 100
                        * Math.abs(error(actual, forecast, i))
                        / actual.get(i).value())
                .average()
                .orElseThrow(() -> new IllegalArgumentException("no demand at all"));
        return new ForecastError(
                average(actual, forecast, Math::abs),
                Math.sqrt(average(actual, forecast, error -> error * error)),
                percentage);
    }

    private static double average(List<WattHours> actual, List<WattHours> forecast, DoubleUnaryOperator weight) {
        return hours(actual)
                .mapToDouble(i -> weight.applyAsDouble(error(actual, forecast, i)))
                .average()
                .orElseThrow();
    }

    private static double error(List<WattHours> actual, List<WattHours> forecast, int hour) {
        return (double) forecast.get(hour).value() - actual.get(hour).value();
    }

    private static IntStream hours(List<WattHours> actual) {
        return IntStream.range(0, actual.size());
    }
}
