package org.gridbolt.pricing.forecast;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;

/** What is wrong with a history of demand, with what is asked to explain it, or with what was asked of a forecast. */
public sealed interface ForecastFlaw extends Flaw {

    /**
     * A series has no demand where the next one should follow.
     *
     * @param series its name
     * @param expected when the next one should begin
     * @param found when it does
     */
    record Gap(String series, LocalDateTime expected, LocalDateTime found) implements ForecastFlaw {
        @Override
        public String message() {
            return "%s: %s where %s should follow; add what is missing".formatted(series, found, expected);
        }
    }

    /**
     * Two series that should be added up do not count the same spans of time.
     *
     * @param one the first one's name
     * @param oneStep how long its spans are
     * @param other the other one's name
     * @param otherStep how long its spans are
     */
    record DifferentResolution(String one, Duration oneStep, String other, Duration otherStep) implements ForecastFlaw {
        @Override
        public String message() {
            return "%s: one demand every %s, but %s has one every %s; bring both to the same"
                    .formatted(other, otherStep, one, oneStep);
        }
    }

    /**
     * Two series that should be added up do not cover the same time.
     *
     * @param one the first one's name
     * @param other the other one's name
     * @param from when the first one begins
     * @param until when the first one ends
     */
    record DifferentTime(String one, String other, LocalDateTime from, LocalDateTime until) implements ForecastFlaw {
        @Override
        public String message() {
            return "%s: it does not go from %s to %s as %s does; cut both to the same"
                    .formatted(other, from, until, one);
        }
    }

    /**
     * A series is not hourly.
     *
     * @param series its name
     * @param step how long its spans are
     */
    record NotHourly(String series, Duration step) implements ForecastFlaw {
        @Override
        public String message() {
            return "%s: one demand every %s; give hourly demand".formatted(series, step);
        }
    }

    /**
     * There are too few cases for so many predictors.
     *
     * @param series the name of the series
     * @param cases how many cases it has
     * @param needed how many it needs
     * @param predictors how many predictors there are
     * @param reach how many hours before its first case a series has to begin
     */
    record TooShort(String series, int cases, int needed, int predictors, int reach) implements ForecastFlaw {
        @Override
        public String message() {
            return "%s: %d cases are too few for %d predictors, which need %d; give at least %d hours"
                    .formatted(series, cases, predictors, needed, needed + reach);
        }
    }

    /**
     * A predictor is the same in every case.
     *
     * @param series the name of the series
     * @param predictor its name
     */
    record Constant(String series, String predictor) implements ForecastFlaw {
        @Override
        public String message() {
            return "%s: the predictor \"%s\" never changes; leave it out or give a longer series"
                    .formatted(series, predictor);
        }
    }

    /**
     * A predictor follows exactly from others.
     *
     * @param series the name of the series
     * @param predictor its name
     * @param from the names of those from which it follows
     */
    record Collinear(String series, String predictor, List<String> from) implements ForecastFlaw {

        public Collinear {
            from = List.copyOf(from);
        }

        @Override
        public String message() {
            return "%s: the predictor \"%s\" follows from \"%s\"; leave one of them out"
                    .formatted(series, predictor, String.join("\", \"", from));
        }
    }

    /**
     * The demand is the same in every case.
     *
     * @param series the name of the series
     */
    record NothingToExplain(String series) implements ForecastFlaw {
        @Override
        public String message() {
            return "%s: the demand never changes; there is nothing to forecast".formatted(series);
        }
    }

    /**
     * More hours are asked for than the predictors can see ahead.
     *
     * @param hours how many are asked for
     * @param horizon how many can be seen
     */
    record BeyondHorizon(int hours, int horizon) implements ForecastFlaw {
        @Override
        public String message() {
            return "forecast of %d hours: the predictors see 1 to %d ahead; ask for as many".formatted(hours, horizon);
        }
    }

    /**
     * There are not enough hours for training and trial.
     *
     * @param series the name of the series
     * @param hours how many it has
     * @param held how many are held out
     */
    record NothingLeft(String series, int hours, int held) implements ForecastFlaw {
        @Override
        public String message() {
            return "%s: of %d hours %d cannot be held out; hold out at least one and leave a week before"
                    .formatted(series, hours, held);
        }
    }

    /**
     * The rule has no price for a forecast.
     *
     * @param slot the slot
     * @param demand its forecast
     */
    record PriceTooHigh(Slot slot, WattHours demand) implements ForecastFlaw {
        @Override
        public String message() {
            return "%s: at a forecast demand of %s the price is too high to write down; lower the coefficients"
                    .formatted(slot, demand);
        }
    }
}
