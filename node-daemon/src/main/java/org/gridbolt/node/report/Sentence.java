package org.gridbolt.node.report;

import java.util.Optional;
import org.gridbolt.node.terminal.Figures;

/** The one sentence that says what happened. */
public final class Sentence {

    private Sentence() {}

    /** The sentence about {@code report}. */
    public static String of(Report report) {
        return switch (report.settlement().kind()) {
            case COOPERATIVE -> cooperative(report);
            case PENALTY -> penalty(report);
            case JUSTICE -> justice(report);
            case UNILATERAL, ARBITRATED -> throw new IllegalStateException("no scenario settles that way");
        };
    }

    private static String cooperative(Report report) {
        String paid = "The producer delivered " + delivered(report) + ", the consumer paid "
                + Figures.counted(report.totals().coins(), "coin")
                + ", and both closed the channel in agreement";
        return report.firstOf(UnitOutcome.LAPSED)
                .map(unit -> paid + "; from unit " + unit.unit() + " on not all could be traded.")
                .orElse(paid + ".");
    }

    private static String penalty(Report report) {
        Optional<Report.Unit> failed = report.firstOf(UnitOutcome.REPLACED);
        return "The producer delivered " + delivered(report) + " but not unit "
                + failed.map(unit -> String.valueOf(unit.unit())).orElse("?")
                + ": the utility supplied it and ruled a default, and by the penalty, which consumer and utility"
                + " signed, the producer lost its whole balance, "
                + Figures.counted(
                        report.settlement().utility() - report.wallet().utility(), "coin")
                + " to the utility.";
    }

    private static String justice(Report report) {
        return "The producer delivered " + delivered(report)
                + " and then published a revoked state: the consumer took all of its balance and ends with "
                + Figures.counted(report.settlement().consumer(), "coin") + ", the producer with "
                + Figures.grouped(report.settlement().producer()) + ".";
    }

    private static String delivered(Report report) {
        int settled = report.count(UnitOutcome.SETTLED);
        String energy = " (" + Figures.grouped(report.totals().wh()) + " Wh)";
        return settled == report.units().size()
                ? "all " + Figures.counted(settled, "unit") + energy
                : Figures.counted(settled, "unit") + energy;
    }
}
