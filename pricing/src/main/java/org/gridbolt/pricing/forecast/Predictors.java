package org.gridbolt.pricing.forecast;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model explains demand with.
 *
 * @param all the predictors, 1 to {@link Cases#PREDICTORS_MAX}
 */
public record Predictors(List<Predictor> all) {

    private static final int DAY = 24;
    private static final int WEEK = 168;

    private static final List<Predictor> CALENDAR = List.of(
            new Predictor.DaySine(1),
            new Predictor.DayCosine(1),
            new Predictor.DaySine(2),
            new Predictor.DayCosine(2),
            new Predictor.DaySine(3),
            new Predictor.DayCosine(3),
            new Predictor.Weekday(DayOfWeek.SATURDAY),
            new Predictor.Weekday(DayOfWeek.SUNDAY));

    /** Fourteen predictors that look at nothing of the last day, and so see all of the next. */
    public static final Predictors DAY_AHEAD = calendarAnd(
            new Predictor.Lag(DAY),
            new Predictor.Lag(2 * DAY),
            new Predictor.Lag(3 * DAY),
            new Predictor.Lag(WEEK),
            new Predictor.Mean(DAY, DAY),
            new Predictor.Mean(DAY, WEEK));

    /** Fourteen predictors that look at the hour just past, and so see only the next. */
    public static final Predictors HOUR_AHEAD = calendarAnd(
            new Predictor.Lag(1),
            new Predictor.Lag(2),
            new Predictor.Lag(DAY),
            new Predictor.Lag(2 * DAY),
            new Predictor.Lag(WEEK),
            new Predictor.Mean(1, DAY));

    public Predictors {
        all = List.copyOf(all);
        if (all.isEmpty() || all.size() > Cases.PREDICTORS_MAX) {
            throw new IllegalArgumentException(
                    "a model has 1 to " + Cases.PREDICTORS_MAX + " predictors, not " + all.size());
        }
    }

    /** How many hours after the end of a series can be forecast; {@link Integer#MAX_VALUE} when no demand is looked at. */
    public int horizon() {
        return all.stream().mapToInt(Predictor::newest).min().orElseThrow();
    }

    /** How many hours before an hour a series has to begin. */
    public int reach() {
        return all.stream().mapToInt(Predictor::oldest).max().orElseThrow();
    }

    List<String> names() {
        return all.stream().map(Predictor::name).toList();
    }

    List<Double> values(DemandSeries series, int hour) {
        return all.stream().map(predictor -> predictor.value(series, hour)).toList();
    }

    private static Predictors calendarAnd(Predictor... others) {
        return new Predictors(
                Stream.concat(CALENDAR.stream(), Stream.of(others)).toList());
    }
}
