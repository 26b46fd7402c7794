package org.gridbolt.node.report.page;

import java.util.List;
import org.gridbolt.node.page.Element;
import org.gridbolt.node.page.Page;
import org.gridbolt.node.page.Table;
import org.gridbolt.node.report.Background;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.report.Sentence;
import org.gridbolt.node.terminal.Figures;

/** A report as one HTML file: no script, no font, no picture and no style from anywhere else. */
public final class ReportPage {

    private ReportPage() {}

    /** The page, as it stands in {@code report.html}. */
    public static String of(Report report, Background background) {
        return new Page(title(report, background), content(report, background)).html();
    }

    private static String title(Report report, Background background) {
        return report.scenario() + ", " + background.day().date();
    }

    private static List<Element> content(Report report, Background background) {
        Pictures pictures = new Pictures(report, background);
        return List.of(
                Element.of("h1", "A day of energy: " + title(report, background)),
                Element.of("p", Sentence.of(report, background.promise())).set("class", "lead"),
                facts(report, background),
                Page.section("Who has what", balances(report)),
                Page.section(
                        "The day", pictures.demand().element(), pictures.price().element()),
                Page.section(
                        "Unit by unit",
                        pictures.energy().element(),
                        pictures.balances().element()),
                Page.section("On chain", pictures.transactions().element()),
                new TrustBox(report, background.stakes()).element(),
                new FundSection(report).element(),
                Page.section("The wallet", wallet(report)));
    }

    private static Element facts(Report report, Background background) {
        return Element.of("dl")
                .set("class", "facts")
                .with(
                        fact(
                                "energy",
                                Figures.grouped(report.totals().wh()) + " Wh, from home "
                                        + background.day().producer() + " to home "
                                        + background.day().consumer()),
                        fact(
                                "paid",
                                Figures.counted(report.totals().coins(), "coin") + "; exactly "
                                        + report.totals().exactCoins()),
                        fact(
                                "chain",
                                report.chain().kind() + " (" + report.chain().version() + "), height "
                                        + Figures.grouped(report.chain().height())),
                        fact("settled", report.settlement().kind().name()),
                        fact(
                                "protocol",
                                Figures.counted(background.day().speed().rounds(), "commitment round")));
    }

    private static Element fact(String name, String value) {
        return Element.of("div", Element.of("dt", name), Element.of("dd", value));
    }

    private static Element balances(Report report) {
        Report.Wallet before = report.wallet();
        Report.Settlement after = report.settlement();
        Table table = Table.of(
                "The wallet's coins, before and after (" + after.kind().words() + ")",
                "coins",
                "#before",
                "#after",
                "#change");
        addBalance(table, "A consumer", before.consumer(), after.consumer());
        addBalance(table, "B producer", before.producer(), after.producer());
        addBalance(table, "U utility", before.utility(), after.utility());
        addBalance(table, "miners", 0, after.fees());
        long paid = after.consumer() + after.producer() + after.utility() + after.fees();
        table.addSum("wallet", Figures.grouped(before.total()), Figures.grouped(paid), "0");
        return table.element();
    }

    private static void addBalance(Table table, String who, long before, long after) {
        table.add(who, Figures.grouped(before), Figures.grouped(after), Figures.signed(after - before));
    }

    private static Element wallet(Report report) {
        return Table.of("The 2-of-3 output that held the coins", "what", "value")
                .add("outpoint", report.wallet().outpoint())
                .add("template", report.wallet().template())
                .add("descriptor", report.wallet().descriptor())
                .add("settled by", report.settlement().txid())
                .element();
    }
}
