package org.gridbolt.penalty.policy;

import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * A pending unit and the verdict on it.
 *
 * @param unit its number
 * @param amount its coins, more than 0
 * @param energy what the producer promised, more than 0
 * @param verdict what was found
 * @param shortfall what the producer lacked of it: more than 0 and at most {@code energy} for a default, else 0
 */
public record JudgedUnit(UnitNumber unit, Coin amount, WattHours energy, Verdict verdict, WattHours shortfall) {

    public JudgedUnit {
        if (!amount.isPositive() || energy.equals(WattHours.ZERO)) {
            throw new IllegalArgumentException("a unit has energy and coins: " + energy + ", " + amount.value);
        }
        boolean lacks = !shortfall.equals(WattHours.ZERO);
        if (lacks != (verdict == Verdict.DEFAULT) || shortfall.compareTo(energy) > 0) {
            throw new IllegalArgumentException(verdict + " with " + shortfall + " lacking of " + energy);
        }
    }

    /** q: the lacking part of its coins, which pays the utility for the energy that it supplied; rounded down. */
    public Coin replacement() {
        return Fraction.WHOLE.floorOf(amount, shortfall, energy);
    }

    /** Whether this is the verdict. */
    public boolean is(Verdict other) {
        return verdict == other;
    }
}
