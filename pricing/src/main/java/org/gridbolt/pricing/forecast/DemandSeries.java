package org.gridbolt.pricing.forecast;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileHour;

/**
 * Past demand without a gap.
 *
 * @param name what messages call it
 * @param start when the first span begins, in the homes' own time
 * @param step how long each span is, above nothing
 * @param demand the demand in each span, at least one
 */
public record DemandSeries(String name, LocalDateTime start, Duration step, List<WattHours> demand) {

    /** The step of everything that is forecast. */
    public static final Duration HOUR = Duration.ofHours(1);

    public DemandSeries {
        demand = List.copyOf(demand);
        if (demand.isEmpty() || step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException(name + " has " + demand.size() + " spans of " + step);
        }
    }

    /** The load of all homes of a profile together; or the flaw that an hour is missing. */
    public static Outcome<DemandSeries, ForecastFlaw> of(LoadProfile profile) {
        LocalDateTime expected = profile.firstHour();
        for (ProfileHour hour : profile.hours()) {
            if (!hour.start().equals(expected)) {
                return Outcome.flawed(new ForecastFlaw.Gap(profile.file(), expected, hour.start()));
            }
            expected = expected.plus(HOUR);
        }
        List<WattHours> demand =
                profile.hours().stream().map(ProfileHour::demand).toList();
        return Outcome.of(new DemandSeries(profile.file(), profile.firstHour(), HOUR, demand));
    }

    /** This and another series together; or the flaw that they have different steps or times. */
    public Outcome<DemandSeries, ForecastFlaw> plus(DemandSeries other) {
        if (!step.equals(other.step)) {
            return Outcome.flawed(new ForecastFlaw.DifferentResolution(name, step, other.name, other.step));
        }
        if (!start.equals(other.start) || size() != other.size()) {
            return Outcome.flawed(new ForecastFlaw.DifferentTime(name, other.name, start, time(size())));
        }
        List<WattHours> sums = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            sums.add(demand.get(i).plus(other.demand.get(i)));
        }
        return Outcome.of(new DemandSeries(name + " and " + other.name, start, step, sums));
    }

    /** How many spans there are. */
    public int size() {
        return demand.size();
    }

    /** When the span of that number begins, counted from 0; also of spans still to come. */
    public LocalDateTime time(int span) {
        return start.plus(step.multipliedBy(span));
    }

    /** The first spans of this series, at least one. */
    public DemandSeries first(int spans) {
        return new DemandSeries(name, start, step, demand.subList(0, spans));
    }

    /** The demand of that span in watt-hours. */
    double wattHours(int span) {
        return demand.get(span).value();
    }
}
