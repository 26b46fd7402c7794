package org.gridbolt.pricing.market;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridbolt.pricing.WattHours;

/** Whether a clearing adds up. */
final class Conservation {

    private Conservation() {}

    static void check(List<PeerTrade> trades, List<Bill> bills, GridAccount grid) {
        ordered(bills);
        coins(bills, grid);
        peers(trades, bills);
        same("the grid sold", grid.sold(), withGrid(bills, Side.BUY));
        same("the grid bought", grid.bought(), withGrid(bills, Side.SELL));
    }

    /** In the order of participants there is also none with two bills. */
    private static void ordered(List<Bill> bills) {
        for (int i = 1; i < bills.size(); i++) {
            Participant earlier = bills.get(i - 1).participant();
            Participant later = bills.get(i).participant();
            require(earlier.compareTo(later) < 0, "the bill of " + later + " comes after that of " + earlier);
        }
    }

    private static void coins(List<Bill> bills, GridAccount grid) {
        long sum = grid.pays().getValue();
        for (Bill bill : bills) {
            sum = Math.addExact(sum, bill.pays().getValue());
        }
        require(sum == 0, "bills and grid sum to " + sum + " coins instead of nothing");
    }

    private static void peers(List<PeerTrade> trades, List<Bill> bills) {
        Map<Participant, Long> sold = new HashMap<>();
        Map<Participant, Long> bought = new HashMap<>();
        for (PeerTrade trade : trades) {
            sold.merge(trade.seller(), trade.energy().value(), Math::addExact);
            bought.merge(trade.buyer(), trade.energy().value(), Math::addExact);
        }
        int named = 0;
        for (Bill bill : bills) {
            Map<Participant, Long> traded = bill.side() == Side.BUY ? bought : sold;
            long energy = traded.getOrDefault(bill.participant(), 0L);
            named += traded.containsKey(bill.participant()) ? 1 : 0;
            same(
                    bill.participant() + " traded",
                    new WattHours(energy),
                    bill.energy().withPeers());
        }
        require(named == sold.size() + bought.size(), "a trade names somebody without a bill on its side");
    }

    private static WattHours withGrid(List<Bill> bills, Side side) {
        return bills.stream()
                .filter(bill -> bill.side() == side)
                .map(bill -> bill.energy().withGrid())
                .reduce(WattHours.ZERO, WattHours::plus);
    }

    private static void same(String what, WattHours one, WattHours other) {
        require(one.equals(other), what + " " + one + ", the bills say " + other);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
