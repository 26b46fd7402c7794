package org.gridbolt.channel.utility;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.penalty.contract.Ticket;

/**
 * What a state pays by its fulfilled units.
 *
 * @param producer what the producer gains, in coins
 * @param utility the grid fees, in coins
 */
record Payments(Coin producer, Coin utility) {

    /** Nothing. */
    static final Payments NONE = new Payments(Coin.ZERO, Coin.ZERO);

    /** As many sums as half of 32 units of all different coins have: more sums are not looked at. */
    private static final int SUMS_MAX = 1 << 16;

    /** The coins of those units. */
    static Coin total(List<Ticket> units) {
        return units.stream().map(Ticket::amount).reduce(Coin.ZERO, Coin::add);
    }

    /** What one unit pays: the grid takes at most all of it. */
    private static Payments of(Ticket ticket, Coin gridFee) {
        Coin fee = gridFee.isGreaterThan(ticket.amount()) ? ticket.amount() : gridFee;
        return new Payments(ticket.amount().subtract(fee), fee);
    }

    private Payments plus(Payments other) {
        return new Payments(producer.add(other.producer), utility.add(other.utility));
    }

    private Payments minus(Payments other) {
        return new Payments(producer.subtract(other.producer), utility.subtract(other.utility));
    }

    /** Whether all of {@code units} together pay exactly this. */
    boolean isMadeByAll(List<Ticket> units, Coin gridFee) {
        return equals(units.stream().map(unit -> of(unit, gridFee)).reduce(NONE, Payments::plus));
    }

    /**
     * Whether some of {@code units} pay exactly this. Nearly always all of them do; a producer that was paid and pays some back may
     * do so with any, so the sums of one half are held against those of the other. Units of equal coins have few sums.
     */
    boolean isMadeBySome(List<Ticket> units, Coin gridFee) {
        if (equals(NONE) || isMadeByAll(units, gridFee)) {
            return true;
        }
        List<Payments> each = units.stream().map(unit -> of(unit, gridFee)).toList();
        Set<Payments> some = sums(each.subList(0, each.size() / 2));
        Set<Payments> others = sums(each.subList(each.size() / 2, each.size()));
        return some.stream().anyMatch(sum -> others.contains(minus(sum)));
    }

    private static Set<Payments> sums(List<Payments> each) {
        Set<Payments> sums = new HashSet<>(Set.of(NONE));
        for (Payments one : each) {
            for (Payments sum : List.copyOf(sums)) {
                if (sums.size() < SUMS_MAX) {
                    sums.add(sum.plus(one));
                }
            }
        }
        return sums;
    }
}
