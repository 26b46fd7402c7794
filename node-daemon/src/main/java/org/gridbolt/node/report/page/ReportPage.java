package org.gridbolt.node.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.gridbolt.node.report.Background;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.report.Sentence;
import org.gridbolt.node.terminal.Figures;

/** A report as one HTML file: no script, no font, no picture and no style from anywhere else. */
public final class ReportPage {

    private static final String STYLE = "page.css";

    /** The browser is told to fetch nothing, so that a mistake here cannot make it. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private ReportPage() {}

    /** The page, as it stands in {@code report.html}. */
    public static String of(Report report, Background background) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
        Element.of("html", head(report, background), body(report, background))
                .set("lang", "en")
                .writeTo(page);
        return page.append('\n').toString();
    }

    private static Element head(Report report, Background background) {
        return Element.of(
                "head",
                Element.of("meta").set("charset", "utf-8"),
                Element.of("meta").set("http-equiv", "Content-Security-Policy").set("content", POLICY),
                Element.of("meta").set("name", "viewport").set("content", "width=device-width, initial-scale=1"),
                Element.of("meta").set("name", "color-scheme").set("content", "light dark"),
                Element.of("title", "Gridbolt: " + title(report, background)),
                Element.of("style", Markup.made(style())));
    }

    private static String title(Report report, Background background) {
        return report.scenario() + ", " + background.day().date();
    }

    private static Element body(Report report, Background background) {
        Pictures pictures = new Pictures(report, background);
        Element main = Element.of(
                "main",
                Element.of("h1", "A day of energy: " + title(report, background)),
                Element.of("p", Sentence.of(report, background.promise())).set("class", "lead"),
                facts(report, background),
                section("Who has what", balances(report)),
                section("The day", pictures.demand().element(), pictures.price().element()),
                section(
                        "Unit by unit",
                        pictures.energy().element(),
                        pictures.balances().element()),
                section("On chain", pictures.transactions().element()),
                new TrustBox(report, background.stakes()).element(),
                new FundSection(report).element(),
                section("The wallet", wallet(report)));
        return Element.of("body", main);
    }

    private static Element section(String title, Markup... content) {
        return Element.of("section", Element.of("h2", title)).with(content);
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

    private static String style() {
        try (InputStream content = ReportPage.class.getResourceAsStream(STYLE)) {
            if (content == null) {
                throw new IllegalStateException("the jar lacks " + STYLE);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
