package org.gridbolt.pricing;

import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.Coin;

/**
 * How exact costs become whole coins without a loss that grows.
 *
 * <h2>The rule</h2>
 *
 * The carry is what has been delivered less what has been paid for it, both over all units settled so far. A book of
 * units with exact costs {@code e_1 .. e_n} starts from the carry {@code r_0} and gives
 *
 * <pre>
 *   amount_i = floor(r_(i-1) + e_i), but at least floor(e_i) and at most ceil(e_i)
 *   r_i      = r_(i-1) + e_i - amount_i
 * </pre>
 *
 * While the carry is in [0, 1) neither limit binds, and the amounts are the differences of the floors of the running
 * sum: the first {@code i} of them add up to {@code floor(r_0 + e_1 + .. + e_i)}.
 *
 * <h2>Why the limits</h2>
 *
 * Amounts are signed before anyone knows which units will settle. When units fail or lapse, their part of the rounding
 * fails with them, and the carry leaves [0, 1). Were the first unit of the next book to make up for all of it, then that
 * unit could fail too, book after book, and the error would grow without end; its amount could also fall below the
 * smallest output a chain relays. With the limits every amount is the floor or the ceiling of its own cost: whoever
 * checks a ticket needs no history for that, a cost of at least the dust limit gives an amount of at least the dust
 * limit, and a wrong carry can move no ticket by a whole coin.
 *
 * <h2>The bound</h2>
 *
 * After a book of which {@code k} units did not settle, |delivered - paid| is below {@code 1 + k} coins when the book
 * absorbed its carry ({@code r_n} in [0, 1)). A book too short for that moves no carry away from zero: each of its
 * units then rounds against the carry, so whichever of them settle, the carry keeps its sign and does not grow. Hence
 * the error stays below one coin, plus one for each unit skipped in the book that skipped most, for ever.
 *
 * <p>MUST 1.2: what was paid stays within one coin of the exact cost, plus one for each unit that did not settle.
 *
 * @param carry the exact cost of all settled units less the coins paid for them
 */
public record CumulativeRounding(ExactCoins carry) {

    /** The rounding of a channel in which nothing has settled. */
    public static final CumulativeRounding START = new CumulativeRounding(ExactCoins.ZERO);

    /** The whole coins that a book of units with these exact costs asks for, in the same order; none is negative. */
    public List<Coin> amounts(List<ExactCoins> costs) {
        List<Coin> amounts = new ArrayList<>(costs.size());
        CumulativeRounding running = this;
        for (ExactCoins cost : costs) {
            Coin amount = running.amount(cost);
            amounts.add(amount);
            running = running.afterSettling(cost, amount);
        }
        return List.copyOf(amounts);
    }

    /** The rounding after a unit of this exact cost was settled for {@code paid}; a unit that was not leaves no trace. */
    public CumulativeRounding afterSettling(ExactCoins cost, Coin paid) {
        return new CumulativeRounding(carry.plus(cost).minus(ExactCoins.of(paid)));
    }

    private Coin amount(ExactCoins cost) {
        if (cost.compareTo(ExactCoins.ZERO) < 0) {
            throw new IllegalArgumentException("a unit never costs less than nothing: " + cost);
        }
        Coin least = cost.floorCoins();
        Coin most = cost.ceilCoins();
        ExactCoins due = carry.plus(cost);
        if (due.isBelow(least)) {
            return least;
        }
        return due.isBelow(most) ? due.floorCoins() : most;
    }
}
