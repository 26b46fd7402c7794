package org.gridbolt.penalty.policy;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;

/**
 * A state of the channel with a verdict on each of its pending units: all that a split depends on.
 *
 * @param balances a, b and u
 * @param units the pending units, by strictly rising number
 */
public record JudgedState(Allocation balances, List<JudgedUnit> units) {

    public JudgedState {
        units = List.copyOf(units);
        for (int i = 1; i < units.size(); i++) {
            if (units.get(i - 1).unit().compareTo(units.get(i).unit()) >= 0) {
                throw new IllegalArgumentException("unit numbers rise strictly: " + units);
            }
        }
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
