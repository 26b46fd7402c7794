package org.gridbolt.pricing.demand.paper;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.gridbolt.pricing.demand.DemandPlan;

/**
 * An experiment repeated with many seeds. The paper shows one draw, 1.532 before and 1.1612 after; where these lie among many
 * draws tells which readings of it are likely.
 *
 * @param distributions the distribution of each series, all of the same draws
 */
public record ParSurvey(Map<ParSeries, ParDistribution> distributions) {

    /** The printed ratio of 60 prosumers before optimisation, in millionths. */
    public static final long PRINTED_BEFORE = 1_532_000;

    /** The printed ratio of 60 prosumers after optimisation, in millionths. */
    public static final long PRINTED_AFTER = 1_161_200;

    public ParSurvey {
        Map<ParSeries, ParDistribution> copy = new EnumMap<>(ParSeries.class);
        copy.putAll(distributions);
        distributions = Collections.unmodifiableMap(copy);
    }

    /** The survey with the seeds from 1 to {@code draws}, each with a generator of its own. */
    public static ParSurvey of(Experiment experiment, LongFunction<RandomGenerator> generators, int draws) {
        List<DemandPlan> plans = LongStream.rangeClosed(1, draws)
                .mapToObj(seed -> experiment.draw(generators.apply(seed)))
                .toList();
        Map<ParSeries, ParDistribution> distributions = new EnumMap<>(ParSeries.class);
        for (ParSeries series : ParSeries.values()) {
            distributions.put(
                    series, ParDistribution.of(plans.stream().map(series::of).toList()));
        }
        return new ParSurvey(distributions);
    }

    /** The distribution of that series; an {@link IllegalArgumentException} when it was not surveyed. */
    public ParDistribution of(ParSeries series) {
        ParDistribution found = distributions.get(series);
        if (found == null) {
            throw new IllegalArgumentException("not surveyed: " + series);
        }
        return found;
    }
}
