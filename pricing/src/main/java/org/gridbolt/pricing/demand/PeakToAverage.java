package org.gridbolt.pricing.demand;

import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** The peak-to-average ratio (PAR) of a demand: 1 when it is level, the number of slots when all of it is in one. */
public final class PeakToAverage {

    private PeakToAverage() {}

    /** The exact ratio of the highest slot to the mean; an {@link IllegalArgumentException} for a demand of nothing. */
    public static BigFraction of(List<BigFraction> demand) {
        BigFraction total = demand.stream().reduce(BigFraction.ZERO, BigFraction::add);
        if (total.signum() <= 0) {
            throw new IllegalArgumentException("a demand of nothing has no peak");
        }
        return Collections.max(demand).multiply(demand.size()).divide(total);
    }
}
