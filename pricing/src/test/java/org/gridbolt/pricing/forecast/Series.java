package org.gridbolt.pricing.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileReader;

/** Series for tests: a measured year, and small ones made by a formula. */
final class Series {

    /** A Monday. */
    static final LocalDateTime START = LocalDateTime.of(2017, 1, 2, 0, 0);

    private Series() {}

    /** The load of 17 homes in a year; its source stands beside it. */
    static DemandSeries fontana() {
        String name = "fontana-sum-2016-17.csv";
        try (InputStream stream = Series.class.getResourceAsStream("/profiles/" + name)) {
            LoadProfile profile = ProfileReader.read(
                            name, Objects.requireNonNull(stream).readAllBytes())
                    .orElseThrow();
            return DemandSeries.of(profile).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those weeks of the measured year, from that Monday on. */
    static DemandSeries weeks(LocalDateTime monday, int weeks) {
        DemandSeries year = fontana();
        int first = Math.toIntExact(Duration.between(year.start(), monday).toHours());
        return new DemandSeries(
                year.name(), monday, DemandSeries.HOUR, year.demand().subList(first, first + weeks * 168));
    }

    static DemandSeries hourly(int hours, IntToLongFunction wattHours) {
        return new DemandSeries("made up", START, DemandSeries.HOUR, demand(hours, wattHours));
    }

    static List<WattHours> demand(int hours, IntToLongFunction wattHours) {
        return IntStream.range(0, hours)
                .mapToObj(hour -> new WattHours(wattHours.applyAsLong(hour)))
                .toList();
    }
}
