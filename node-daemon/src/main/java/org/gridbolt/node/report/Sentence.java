package org.gridbolt.node.report;

import org.gridbolt.node.terminal.Figures;

/** What happened, in a sentence, and what each honest party was due and has, in another. */
public final class Sentence {

    private Sentence() {}

    /** The sentences about {@code report}. */
    public static String of(Report report, Promise promise) {
        return "The producer delivered " + delivered(report) + happened(report) + ". "
                + promise.sentence(report.settlement().fees());
    }

    private static String happened(Report report) {
        return switch (report.settlement().kind()) {
            case COOPERATIVE -> cooperative(report);
            case PENALTY -> penalty(report);
            case JUSTICE -> justice(report);
            case UNILATERAL -> unilateral();
            case ARBITRATED -> arbitrated();
        };
    }

    private static String cooperative(Report report) {
        String paid = waived(report) + ", the consumer paid "
                + Figures.counted(report.totals().coins(), "coin") + ", and " + agreed(report);
        return report.firstOf(UnitOutcome.LAPSED)
                .map(unit -> paid + "; from unit " + unit.unit() + " on not all could be traded")
                .orElse(paid);
    }

    /** A default that the channel outlived. */
    private static String waived(Report report) {
        return report.firstOf(UnitOutcome.REPLACED)
                .map(unit -> " and only a part of unit " + unit.unit()
                        + ": the utility supplied the rest and ruled a default, the producer conceded it, the consumer"
                        + " waived the penalty, and the next state took what was due, "
                        + Figures.counted(
                                report.settlement().utility() - report.wallet().utility(), "coin")
                        + " of it for the utility; trade went on")
                .orElse("");
    }

    private static String agreed(Report report) {
        return switch (report.scenario()) {
            case EXPIRY -> "at its expiry the channel was closed in agreement, by itself";
            case WALLET_DRY -> "both closed the channel in agreement when the wallet had run dry";
            case REORG ->
                "both closed the channel in agreement; a reorganisation undid the close, and it was mined again";
            default -> "both closed the channel in agreement";
        };
    }

    private static String penalty(Report report) {
        return switch (report.scenario()) {
            case GRADED, GRADED_PENALTY ->
                " and only a part of " + failed(report)
                        + ": the utility supplied the rest and ruled a default, and the penalty cost the producer in"
                        + " proportion to what was lacking";
            case DEFAULT_RACE ->
                failedAndRuled(report)
                        + "; the producer published its newest state first, and inside its window consumer and utility took"
                        + " its whole balance from it";
            default ->
                failedAndRuled(report)
                        + ", and by the penalty, which consumer and utility signed, the producer lost its whole balance, "
                        + Figures.counted(
                                report.settlement().utility() - report.wallet().utility(), "coin")
                        + " to the utility";
        };
    }

    private static String failedAndRuled(Report report) {
        return " but not " + failed(report) + ": the utility supplied it and ruled a default";
    }

    private static String failed(Report report) {
        return report.firstOf(UnitOutcome.REPLACED)
                .map(unit -> "unit " + unit.unit())
                .orElse("a unit");
    }

    private static String justice(Report report) {
        String who = report.scenario() == Scenario.CHEAT_ASLEEP
                ? "the consumer slept, and the utility's tower took all of the producer's balance for it"
                : "the consumer took all of its balance";
        return " and then published a revoked state: " + who;
    }

    private static String unilateral() {
        return "; then the consumer was gone for good, and the producer published its newest state alone and took its"
                + " pay by the preimages that the utility had revealed";
    }

    private static String arbitrated() {
        return "; then the consumer was gone for good, and when it had not answered for the notice the producer and the"
                + " utility settled the newest state without it";
    }

    private static String delivered(Report report) {
        int settled = report.count(UnitOutcome.SETTLED);
        String energy = " (" + Figures.grouped(report.totals().wh()) + " Wh)";
        return settled == report.units().size()
                ? "all " + Figures.counted(settled, "unit") + energy
                : Figures.counted(settled, "unit") + energy;
    }
}
