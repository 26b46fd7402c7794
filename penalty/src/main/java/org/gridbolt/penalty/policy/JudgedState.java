package org.gridbolt.penalty.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.pricing.UnitNumber;

/**
 * A state of the channel with a verdict on each of its pending units: all that a split depends on.
 *
 * @param balances a, b and u
 * @param units the pending units, by strictly rising number
 * @param defaults all units of the channel on which a default was ever ruled, those of this state included
 */
public record JudgedState(Allocation balances, List<JudgedUnit> units, Set<UnitNumber> defaults) {

    public JudgedState {
        units = List.copyOf(units);
        for (int i = 1; i < units.size(); i++) {
            if (units.get(i - 1).unit().compareTo(units.get(i).unit()) >= 0) {
                throw new IllegalArgumentException("unit numbers rise strictly: " + units);
            }
        }
        Set<UnitNumber> all = new HashSet<>(defaults);
        units.stream()
                .filter(unit -> unit.is(Verdict.DEFAULT))
                .map(JudgedUnit::unit)
                .forEach(all::add);
        defaults = Set.copyOf(all);
    }

    /** In a channel without any other default. */
    public JudgedState(Allocation balances, List<JudgedUnit> units) {
        this(balances, units, Set.of());
    }

    /** How many defaults the channel has seen on units before {@code unit}. */
    int defaultsBefore(UnitNumber unit) {
        return (int) defaults.stream().filter(other -> other.isBefore(unit)).count();
    }

    /** The coins of all units with that verdict. */
    public Coin coins(Verdict verdict) {
        return with(verdict).stream().map(JudgedUnit::amount).reduce(Coin.ZERO, Coin::add);
    }

    /** The units with that verdict, by rising number. */
    public List<JudgedUnit> with(Verdict verdict) {
        return units.stream().filter(unit -> unit.is(verdict)).toList();
    }

    /** W: balances and units. */
    public Coin total() {
        return units.stream().map(JudgedUnit::amount).reduce(balances.total(), Coin::add);
    }
}
