package org.gridbolt.pricing.reputation;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What is known of a producer from the units that it delivered and those that it did not. The chance that it delivers the
 * next one is a Beta distribution that begins with 1 and 1, all chances being equally likely, and adds one to the first
 * parameter for each unit settled and one to the second for each that failed.
 *
 * <p>Awais et al., "Blockchain based Secure Energy Marketplace Scheme", section 4.2, ask for ratings and do not say of what. Here
 * they are of deliveries: nobody's opinion counts, and nobody can write one.
 *
 * <p>So that old outcomes fade, both counts are halved when they reach {@link #OUTCOMES_MAX} together.
 *
 * @param settled the units delivered and paid, at least 0
 * @param failed the units that the producer accepted and did not deliver, at least 0
 */
public record Reputation(int settled, int failed) {

    /** Of a producer of whom nothing is known. */
    public static final Reputation UNKNOWN = new Reputation(0, 0);

    /** How many outcomes are remembered at most. */
    public static final int OUTCOMES_MAX = 10_000;

    /** How sure {@link #lowerBound()} is. */
    public static final BigFraction CREDIBILITY = BigFraction.of(19, 20);

    /** How fine {@link #lowerBound()} is: thousandths. */
    private static final int STEPS = 1_000;

    public Reputation {
        if (settled < 0 || failed < 0 || settled > OUTCOMES_MAX || failed > OUTCOMES_MAX - settled) {
            throw new IllegalArgumentException(
                    "no reputation of " + settled + " settled and " + failed + " failed units: 0 to " + OUTCOMES_MAX);
        }
    }

    /** After one more unit settled. */
    public Reputation afterSettled() {
        Reputation faded = faded();
        return new Reputation(faded.settled + 1, faded.failed);
    }

    /** After one more unit failed. */
    public Reputation afterFailed() {
        Reputation faded = faded();
        return new Reputation(faded.settled, faded.failed + 1);
    }

    /** The mean chance that the next unit is delivered: (1 + settled) / (2 + settled + failed). */
    public BigFraction mean() {
        return BigFraction.of(1L + settled, 2L + settled + failed);
    }

    /**
     * The chance of delivery that is reached or exceeded with a credibility of at least 19/20: the largest such number of
     * thousandths. It is found by exact arithmetic, rises with no failure and falls with no settled unit.
     */
    public BigFraction lowerBound() {
        BinomialTail chance = new BinomialTail(1 + settled, 1 + failed);
        int reached = 0;
        int missed = STEPS;
        while (missed - reached > 1) {
            int middle = (reached + missed) / 2;
            boolean isReached = chance.isAtLeast(BigFraction.of(middle, STEPS), CREDIBILITY);
            reached = isReached ? middle : reached;
            missed = isReached ? missed : middle;
        }
        return BigFraction.of(reached, STEPS);
    }

    private Reputation faded() {
        return settled + failed < OUTCOMES_MAX ? this : new Reputation(settled / 2, failed - failed / 2);
    }
}
