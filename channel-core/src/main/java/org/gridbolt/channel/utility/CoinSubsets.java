package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.penalty.contract.Ticket;

/**
 * Finds the sets of tickets whose coins add up to an amount. The search is cut short after a number of steps that no honest
 * state comes near, so that a household cannot keep the utility busy.
 */
final class CoinSubsets {

    private static final int STEPS_MAX = 200_000;
    private static final int RESULTS_MAX = 64;

    private int steps;

    /** The sets with that sum, those with early tickets first. */
    List<List<Ticket>> of(List<Ticket> tickets, Coin target) {
        List<List<Ticket>> found = new ArrayList<>();
        if (!target.isNegative()) {
            search(tickets, 0, target, total(tickets), new ArrayList<>(), found);
        }
        return found;
    }

    private void search(
            List<Ticket> tickets, int from, Coin missing, Coin left, List<Ticket> taken, List<List<Ticket>> found) {
        if (missing.isZero()) {
            found.add(List.copyOf(taken));
            return;
        }
        boolean hopeless = from == tickets.size() || left.isLessThan(missing);
        if (hopeless || found.size() >= RESULTS_MAX || ++steps > STEPS_MAX) {
            return;
        }
        Ticket first = tickets.get(from);
        Coin after = left.subtract(first.amount());
        if (!missing.isLessThan(first.amount())) {
            taken.add(first);
            search(tickets, from + 1, missing.subtract(first.amount()), after, taken, found);
            taken.remove(taken.size() - 1);
        }
        search(tickets, from + 1, missing, after, taken, found);
    }

    static Coin total(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::amount).reduce(Coin.ZERO, Coin::add);
    }
}
