package org.gridbolt.node.report;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.node.terminal.Figures;

/** What came into the fund, and what of it miners have, in a line. */
public final class FundSentence {

    private FundSentence() {}

    /** The line about {@code fund}. */
    public static String of(Report.Fund fund) {
        long payouts = fund.payouts().stream()
                .filter(mined -> mined.purpose() == TransactionPurpose.PAYOUT)
                .count();
        return sources(fund) + "; miners: " + Figures.grouped(fund.paid()) + " in " + Figures.counted(payouts, "payout")
                + ", " + Figures.grouped(fund.owed()) + " still owed";
    }

    private static String sources(Report.Fund fund) {
        List<String> sources = new ArrayList<>();
        if (fund.forfeited() > 0) {
            sources.add(Figures.grouped(fund.forfeited()) + " forfeited");
        }
        if (fund.turnover() > 0) {
            sources.add(Figures.grouped(fund.turnover()) + " of turnover");
        }
        return sources.isEmpty() ? "nothing came in" : String.join(", ", sources);
    }
}
