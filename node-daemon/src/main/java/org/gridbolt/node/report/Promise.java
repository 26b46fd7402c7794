package org.gridbolt.node.report;

import java.util.List;
import java.util.stream.Stream;
import org.gridbolt.node.terminal.Figures;

/**
 * What the newest state, and the penalty if there was one, give each party that kept to the protocol: however the channel
 * ended, it has at least that, less the fees.
 *
 * @param due each honest party
 * @param byPenalty whether a penalty is part of it
 */
public record Promise(List<Due> due, boolean byPenalty) {

    public Promise {
        due = List.copyOf(due);
    }

    /**
     * What one party is due, and what it has.
     *
     * @param who the party
     * @param coins what it is due
     * @param has what it ends with
     */
    public record Due(Background.Owner who, long coins, long has) {}

    /** Whether everyone has what it is due, but for {@code fees}. */
    public boolean isKept(long fees) {
        return due.stream().allMatch(one -> one.has() >= one.coins() - fees);
    }

    /** The promise about a report without a penalty: the newest state is what the settled units left. */
    public static Promise ofNewestState(Report report, List<Background.Owner> honest) {
        long moved = report.totals().coins();
        Report.Wallet wallet = report.wallet();
        Report.Settlement end = report.settlement();
        List<Due> all = List.of(
                new Due(Background.Owner.CONSUMER, wallet.consumer() - moved, end.consumer()),
                new Due(Background.Owner.PRODUCER, wallet.producer() + moved, end.producer()),
                new Due(Background.Owner.UTILITY, wallet.utility(), end.utility()));
        return new Promise(
                all.stream().filter(one -> honest.contains(one.who())).toList(), false);
    }

    /** One sentence. */
    String sentence(long fees) {
        String source = byPenalty ? "The newest state and the penalty give" : "The newest state gives";
        String paid = fees == 0 ? "" : ", after " + Figures.counted(fees, "coin") + " of fees";
        return source + " " + listed(due.stream().map(one -> one.who().noun() + " " + Figures.grouped(one.coins())))
                + " coins; they end with "
                + listed(due.stream().map(one -> Figures.grouped(one.has()))) + paid + ".";
    }

    private static String listed(Stream<String> words) {
        List<String> all = words.toList();
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }
}
