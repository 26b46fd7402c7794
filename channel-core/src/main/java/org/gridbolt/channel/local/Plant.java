package org.gridbolt.channel.local;

import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.WattHours;

/** The producer's plant and the meter behind it: what really flows. */
@FunctionalInterface
public interface Plant {

    /** A plant that delivers what its owner accepted. */
    Plant RELIABLE = PlannedUnit::energy;

    /** What it feeds in for {@code unit}. */
    WattHours injects(PlannedUnit unit);
}
