package org.gridbolt.pricing.reward;

import org.gridbolt.pricing.WattHours;

/**
 * The reward tokens of one plant: one for each megawatt-hour of energy that was credited to it.
 *
 * @param tokens the tokens so far, at least 0
 * @param carry the credited energy that has not made a token yet, below a megawatt-hour
 */
public record RewardAccount(long tokens, WattHours carry) {

    /** The energy that makes a token: a megawatt-hour. */
    public static final WattHours PER_TOKEN = new WattHours(1_000_000);

    /** Before the first credit. */
    public static final RewardAccount EMPTY = new RewardAccount(0, WattHours.ZERO);

    public RewardAccount {
        if (tokens < 0 || carry.compareTo(PER_TOKEN) >= 0) {
            throw new IllegalArgumentException("no account of " + tokens + " tokens and a carry of " + carry);
        }
    }

    /** After that much more energy; an {@link ArithmeticException} when it does not fit. */
    public RewardAccount credited(WattHours energy) {
        long due = carry.plus(energy).value();
        return new RewardAccount(
                Math.addExact(tokens, due / PER_TOKEN.value()), new WattHours(due % PER_TOKEN.value()));
    }

    /** All energy that was ever credited; an {@link ArithmeticException} when it does not fit. */
    public WattHours energy() {
        return new WattHours(Math.multiplyExact(tokens, PER_TOKEN.value())).plus(carry);
    }
}
