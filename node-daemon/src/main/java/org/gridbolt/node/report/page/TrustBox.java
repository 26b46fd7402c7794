package org.gridbolt.node.report.page;

import org.gridbolt.node.page.Element;
import org.gridbolt.node.page.Table;
import org.gridbolt.node.report.Background.Stake;
import org.gridbolt.node.report.Background.Stakes;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.report.SettlementKind;
import org.gridbolt.node.terminal.Figures;

/** Who could have taken what in this run, in coins, and what stopped them. */
final class TrustBox {

    private final Report report;
    private final Stakes stakes;

    TrustBox(Report report, Stakes stakes) {
        this.report = report;
        this.stakes = stakes;
    }

    Element element() {
        Table table = Table.of(
                "Before the channel was closed, consumer, producer and utility held "
                        + coins(stakes.consumer().newest()) + ", "
                        + Figures.grouped(stakes.producer().newest()) + " and "
                        + Figures.grouped(stakes.utility()) + pendingNow(),
                "who deviates",
                "what was there to take",
                "what stopped them");
        table.add("A alone", revoked(stakes.consumer()), revokedStop(stakes.consumer(), "producer"));
        table.add(
                "A alone, silent",
                silence(),
                "No unit beyond that is offered; each closes alone with what is its own.");
        table.add("B alone", revoked(stakes.producer()), revokedStop(stakes.producer(), "consumer"));
        table.add("B alone, not delivering", nothing("no coins", "the energy of its pending units"), bond());
        table.add("U alone, against households that check", pending(), cap());
        table.add("U alone, against households that sign blindly", falseRuling(), check());
        if (isPlain()) {
            table.add("U, with a leaked signature of a commitment", leaked(), secrecy());
        }
        table.add("A and B", utility(), limit());
        table.add("A and U", everything("producer", stakes.producer()), proof("A and U"));
        table.add("B and U", everything("consumer", stakes.consumer()), proof("B and U"));
        return Element.of(
                        "section",
                        Element.of("h2", "Who could have taken what, and what stopped them"),
                        Element.of("p", outcome()),
                        table.element(),
                        Element.of("p", outside()).set("class", "note"))
                .set("class", "trust");
    }

    private String pendingNow() {
        long held = stakes.consumer().newest() + stakes.producer().newest() + stakes.utility();
        long left = report.wallet().total() - held;
        return left > 0 ? ", and " + Figures.grouped(left) + " were pending in units" : "";
    }

    private static String coins(long amount) {
        return Figures.counted(amount, "coin");
    }

    private static String nothing(String coins, String but) {
        return "Nothing: " + coins + ", but " + but + ".";
    }

    private static String revoked(Stake stake) {
        return stake.temptation() == 0
                ? "Nothing: no state that it revoked gave it more than its newest one, " + coins(stake.newest()) + "."
                : coins(stake.temptation()) + ", by publishing a revoked state that gave it "
                        + Figures.grouped(stake.bestRevoked()) + " instead of " + Figures.grouped(stake.newest()) + ".";
    }

    private String revokedStop(Stake stake, String victim) {
        return stake.temptation() == 0
                ? "Payments only ever moved coins its way."
                : "It would lose all of them: for " + stakes.window() + " blocks the " + victim
                        + ", or the utility's tower while the " + victim
                        + " sleeps, takes its whole balance by the secret that revoked the state.";
    }

    private String silence() {
        return "No coins; it can leave up to " + coins(stakes.pendingMax()) + " pending for a few windows.";
    }

    private String bond() {
        return "Its whole balance, " + coins(stakes.producer().newest()) + " of which " + Figures.grouped(stakes.bond())
                + " are its bond, is what a ruling can forfeit; neither publishing nor waiting takes it out of reach before "
                + stakes.window() + " blocks.";
    }

    private String pending() {
        return "What is pending on chain after its deadline: never more than " + coins(stakes.pendingMax()) + ".";
    }

    private static String cap() {
        return "The cap on pending coins; and its own key is then seen on chain.";
    }

    private String falseRuling() {
        return "The producer's balance, " + coins(stakes.producer().newest()) + ", by a false ruling.";
    }

    private static String check() {
        return "It cannot sign alone: the consumer checks acceptance, reading, preimage and split before it signs.";
    }

    private String utility() {
        return "The utility's share, " + coins(stakes.utility()) + ", and any penalty.";
    }

    private String limit() {
        return "max_u: no state gives the utility more than " + coins(stakes.utilityMax())
                + " to lose, and the receipts of both prove the theft.";
    }

    private static String everything(String victim, Stake stake) {
        return "Everything of the " + victim + ", " + coins(stake.newest()) + ".";
    }

    private String proof(String pair) {
        return isPlain()
                ? "Nothing stops them. Of a plain wallet only the households can tell by the signatures who spent it; anybody"
                        + " else sees no more than whether U was one of the two."
                : "Nothing stops them: the witness shows that " + pair
                        + " spent, and without a valid ruling that is proof of fraud, for a court and not for the chain.";
    }

    private boolean isPlain() {
        return report.wallet().template().equals("PLAIN");
    }

    private String leaked() {
        return "Everything of a household, "
                + coins(Math.max(
                        stakes.consumer().bestRevoked(), stakes.producer().bestRevoked()))
                + " at the most: with its own key it completes a revoked state, and its tower knows the secret.";
    }

    private static String secrecy() {
        return "Only that no commitment signature ever leaves the two households. The other form of wallet needs no such trust.";
    }

    private String outcome() {
        SettlementKind kind = report.settlement().kind();
        return "This run ended " + kind.words() + ": the consumer has "
                + coins(report.settlement().consumer())
                + ", the producer " + Figures.grouped(report.settlement().producer()) + ", the utility "
                + Figures.grouped(report.settlement().utility()) + ".";
    }

    private static String outside() {
        return "Outside of this: a majority of miners, a utility that poses as a household, and a meter that lies.";
    }
}
