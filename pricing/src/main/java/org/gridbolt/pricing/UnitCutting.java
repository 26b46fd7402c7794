package org.gridbolt.pricing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bitcoinj.base.Coin;

/**
 * How a slot's trade is cut into units.
 *
 * <p>A unit holds at most {@code largestUnit}. Because a unit stands in a transaction as an output of its own, its coins
 * must reach the dust limit, and three cases follow. A remainder worth less than the limit joins the slot's last unit. A
 * whole trade worth less is skipped. Where energy is so cheap that even {@code largestUnit} is worth less, as many of them
 * are gathered into one unit as reach the limit. A unit's worth is its exact cost: {@link CumulativeRounding} never gives
 * it fewer whole coins than the floor of that, so no ticket falls below the limit.
 *
 * @param largestUnit the energy of a full unit, more than nothing
 * @param dustLimit the fewest coins a unit may be worth, more than nothing
 */
public record UnitCutting(WattHours largestUnit, Coin dustLimit) {

    /** Units of 250 Wh, and the 330 coins below which no output is relayed. */
    public static final UnitCutting DEFAULT = new UnitCutting(new WattHours(250), Coin.valueOf(330));

    public UnitCutting {
        if (largestUnit.equals(WattHours.ZERO)) {
            throw new IllegalArgumentException("a full unit holds some energy");
        }
        if (!dustLimit.isPositive()) {
            throw new IllegalArgumentException("a unit is worth at least one coin: " + dustLimit.getValue());
        }
    }

    /** The energies, in order, of the units that {@code energy} is cut into at that price; none when it is skipped. */
    public List<WattHours> cut(WattHours energy, Price price) {
        if (isDust(energy, price)) {
            return List.of();
        }
        long full = fullUnit(energy, price);
        int before = Math.toIntExact(unitsBeforeTheLast(energy, price));
        List<WattHours> units = new ArrayList<>(Collections.nCopies(before, new WattHours(full)));
        units.add(new WattHours(energy.value() - before * full));
        return List.copyOf(units);
    }

    /** Whether {@code energy} is cut into more than {@code limit} units at that price. */
    public boolean cutsIntoMoreThan(int limit, WattHours energy, Price price) {
        return !isDust(energy, price) && unitsBeforeTheLast(energy, price) >= limit;
    }

    /** The trade of {@code energy} in a slot, cut into units whose numbers rise from {@code first}. */
    public SlotTrade cut(Slot slot, WattHours demand, Price price, WattHours energy, UnitNumber first) {
        List<PlannedUnit> units = new ArrayList<>();
        UnitNumber number = first;
        for (WattHours part : cut(energy, price)) {
            units.add(new PlannedUnit(number, slot, part, demand, price));
            number = number.next();
        }
        return new SlotTrade(slot, demand, price, energy, units);
    }

    /** The units before the last are full; the last holds what is left, be it less or, with its remainder, more. */
    private long unitsBeforeTheLast(WattHours energy, Price price) {
        long full = fullUnit(energy, price);
        WattHours remainder = new WattHours(energy.value() % full);
        long fullUnits = energy.value() / full;
        return isDust(remainder, price) ? fullUnits - 1 : fullUnits;
    }

    /** A full unit, or as many of them as are worth the dust limit, but no more than there is. */
    private long fullUnit(WattHours energy, Price price) {
        BigInteger gathered = BigInteger.valueOf(largestUnit.value()).multiply(unitsWorthTheLimit(price));
        return gathered.min(BigInteger.valueOf(energy.value())).longValueExact();
    }

    private BigInteger unitsWorthTheLimit(Price price) {
        BigInteger limit = ExactCoins.of(dustLimit).picoCoins();
        BigInteger worth = price.costOf(largestUnit).picoCoins();
        return limit.add(worth).subtract(BigInteger.ONE).divide(worth);
    }

    private boolean isDust(WattHours energy, Price price) {
        return price.costOf(energy).isBelow(dustLimit);
    }
}
