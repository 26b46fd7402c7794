package org.gridbolt.pricing.market.rule;

import org.apache.commons.numbers.fraction.BigFraction;

/** By how much the grid's retail price differs in peak and off-peak slots, of which Khalid and others print two versions. */
public enum PeakPricing {
    /** 20 % more at peak, 5 % less off peak, as the text of section IV says. */
    AS_IN_TEXT(BigFraction.of(6, 5), BigFraction.of(19, 20)),
    /** 80 % more at peak and a twentieth off peak, as lines 6 and 8 of algorithm 3 have it: to compare, not to use. */
    ALGORITHM_AS_PRINTED(BigFraction.of(9, 5), BigFraction.of(1, 20));

    @SuppressWarnings(
            "ImmutableEnumChecker") // a BigFraction never changes, but does not say so in a way the check reads
    private final BigFraction peak;

    @SuppressWarnings("ImmutableEnumChecker")
    private final BigFraction offPeak;

    PeakPricing(BigFraction peak, BigFraction offPeak) {
        this.peak = peak;
        this.offPeak = offPeak;
    }

    /** What a peak price is of the retail price. */
    public BigFraction peak() {
        return peak;
    }

    /** What an off-peak price is of the retail price. */
    public BigFraction offPeak() {
        return offPeak;
    }
}
