package org.gridbolt.pricing.agreement;

import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.FractionOrder;

/**
 * How the coins of unit after unit are divided by shares without a loss that grows.
 *
 * <h2>The rule</h2>
 *
 * A role's carry is what it was due less what it got, both over all units so far. A unit adds its coins times the role's
 * share to the carry; then its coins are handed out one by one, each to whoever is due most, and of those who are due the
 * same to the role that {@link Role} names first. From carries of zero this is the method of largest remainders. Of each
 * unit all coins are handed out, nobody gives any back, and the carries always add up to zero.
 *
 * <h2>The bound</h2>
 *
 * Among {@code k} roles a carry is above -1 and at most {@code 1/2 + 1/3 + .. + 1/k}, after any number of units of any size
 * and with shares that change from unit to unit: below one coin for two or three roles, at most 77/60 for all five. Divided
 * each on its own, units of one coin would give all of it to the same role for ever.
 *
 * <p>Why: while coins are left, somebody is due more than nothing, so nobody falls to -1. For the other side, let {@code b(j)}
 * be {@code 1/(j+1) + .. + 1/k}; then the {@code j} largest carries have a mean of at most {@code b(j)}, and {@code b(1)} is the
 * bound. It holds for all {@code k}, whose sum is zero. For fewer, either all coins of the unit went to those {@code j}, who
 * gained no more than they lost; or the last coin that did not went to somebody who was due no less than each of them. With
 * that one they are {@code j+1} with a mean of at most {@code b(j+1)}, and it lacks at most one coin to their mean, which
 * therefore is at most {@code b(j+1) + 1/(j+1)}.
 *
 * @param carries what each role was due and did not get, adding up to zero; a role without one is owed nothing
 */
public record CumulativeApportionment(Map<Role, BigFraction> carries) {

    /** Before the first unit. */
    public static final CumulativeApportionment START = new CumulativeApportionment(Map.of());

    /** The largest carry there is, 1/2 + 1/3 + 1/4 + 1/5: all five roles have shares. */
    public static final BigFraction CARRY_MAX = BigFraction.of(77, 60);

    /** More than any carry: the whole coins that a role is due above this are its own, and need not be handed out singly. */
    private static final int ABOVE_EVERY_CARRY = 2;

    public CumulativeApportionment {
        Map<Role, BigFraction> copy = new EnumMap<>(Role.class);
        copy.putAll(carries);
        copy.values().removeIf(carry -> carry.signum() == 0);
        carries = Collections.unmodifiableMap(copy);
        if (carries.values().stream().reduce(BigFraction.ZERO, BigFraction::add).signum() != 0) {
            throw new IllegalArgumentException("carries add up to nothing, not like " + carries);
        }
        if (carries.values().stream().anyMatch(CumulativeApportionment::isOutOfBounds)) {
            throw new IllegalArgumentException(
                    "carries stay above -1 and at most at " + CARRY_MAX + ", not " + carries);
        }
    }

    /** What that role was due and did not get so far; below zero when it got more. */
    public BigFraction carry(Role role) {
        return carries.getOrDefault(role, BigFraction.ZERO);
    }

    /** The coins of a unit, at least 0, divided by {@code shares}. */
    public Apportioned divide(Coin coins, Shares shares) {
        if (coins.isNegative()) {
            throw new IllegalArgumentException("a unit never costs less than nothing: " + coins.getValue());
        }
        Map<Role, BigFraction> due = due(coins, shares);
        Map<Role, Coin> given = new EnumMap<>(Role.class);
        long left = coins.getValue();
        for (Role role : due.keySet()) {
            left -= give(role, surelyGets(due.get(role)), due, given);
        }
        while (left > 0) {
            left -= give(mostDue(due), 1, due, given);
        }
        return new Apportioned(coins, given, new CumulativeApportionment(due));
    }

    private static boolean isOutOfBounds(BigFraction carry) {
        return FractionOrder.ASCENDING.compare(carry, BigFraction.of(-1)) <= 0
                || FractionOrder.ASCENDING.compare(carry, CARRY_MAX) > 0;
    }

    private Map<Role, BigFraction> due(Coin coins, Shares shares) {
        Map<Role, BigFraction> due = new EnumMap<>(Role.class);
        due.putAll(carries);
        shares.parts().forEach((role, share) -> due.merge(role, share.multiply(coins.getValue()), BigFraction::add));
        return due;
    }

    private static long surelyGets(BigFraction due) {
        return Math.max(0, due.bigDecimalValue(0, RoundingMode.FLOOR).longValueExact() - ABOVE_EVERY_CARRY);
    }

    private static long give(Role role, long coins, Map<Role, BigFraction> due, Map<Role, Coin> given) {
        due.merge(role, BigFraction.of(-coins), BigFraction::add);
        given.merge(role, Coin.valueOf(coins), Coin::add);
        return coins;
    }

    private static Role mostDue(Map<Role, BigFraction> due) {
        return Collections.max(
                due.keySet(),
                Comparator.comparing((Role role) -> due.get(role), FractionOrder.ASCENDING)
                        .thenComparing(Comparator.reverseOrder()));
    }
}
