package org.gridbolt.pricing.forecast;

import java.time.DayOfWeek;
import java.util.Locale;
import java.util.stream.IntStream;

/** Something that is known of an hour before it begins and may explain its demand. */
public sealed interface Predictor {

    /** The newest demand that it looks at, in hours before the hour itself; {@link Integer#MAX_VALUE} when at none. */
    default int newest() {
        return Integer.MAX_VALUE;
    }

    /** The oldest demand that it looks at, in hours before the hour itself; 0 when at none. */
    default int oldest() {
        return 0;
    }

    /** What messages call it. */
    String name();

    /** Its value for that hour of the series, which may be still to come. */
    double value(DemandSeries series, int hour);

    /**
     * The sine of the time of day.
     *
     * @param cycles how often it goes round in a day, at least 1
     */
    record DaySine(int cycles) implements Predictor {
        @Override
        public String name() {
            return "sine of the day, " + cycles;
        }

        @Override
        public double value(DemandSeries series, int hour) {
            return Math.sin(angle(series, hour, cycles));
        }
    }

    /**
     * The cosine of the time of day.
     *
     * @param cycles how often it goes round in a day, at least 1
     */
    record DayCosine(int cycles) implements Predictor {
        @Override
        public String name() {
            return "cosine of the day, " + cycles;
        }

        @Override
        public double value(DemandSeries series, int hour) {
            return Math.cos(angle(series, hour, cycles));
        }
    }

    /**
     * Whether it is that day of the week: 1 or 0.
     *
     * @param day the day
     */
    record Weekday(DayOfWeek day) implements Predictor {
        @Override
        public String name() {
            return day.toString().toLowerCase(Locale.ROOT);
        }

        @Override
        public double value(DemandSeries series, int hour) {
            return series.time(hour).getDayOfWeek() == day ? 1 : 0;
        }
    }

    /**
     * The demand of an earlier hour.
     *
     * @param hours how much earlier, at least 1: 24 for the same hour yesterday
     */
    record Lag(int hours) implements Predictor {
        @Override
        public int newest() {
            return hours;
        }

        @Override
        public int oldest() {
            return hours;
        }

        @Override
        public String name() {
            return "demand " + hours + " h before";
        }

        @Override
        public double value(DemandSeries series, int hour) {
            return series.wattHours(hour - hours);
        }
    }

    /**
     * The mean demand of several hours in a row.
     *
     * @param newest how many hours earlier the last of them is, at least 1
     * @param hours how many there are, at least 1
     */
    record Mean(int newest, int hours) implements Predictor {
        @Override
        public int oldest() {
            return newest + hours - 1;
        }

        @Override
        public String name() {
            return "mean of " + hours + " h until " + newest + " h before";
        }

        @Override
        public double value(DemandSeries series, int hour) {
            return IntStream.rangeClosed(newest, oldest())
                            .mapToDouble(lag -> series.wattHours(hour - lag))
                            .sum()
                    / hours;
        }
    }

    private static double angle(DemandSeries series, int hour, int cycles) {
        return 2 * Math.PI * cycles * series.time(hour).getHour() / 24;
    }
}
