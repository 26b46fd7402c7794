package org.gridbolt.node.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.node.terminal.Paragraph;
import org.gridbolt.node.terminal.TextTable;
import org.gridbolt.node.terminal.TextTable.Side;

/** A report as a person reads it, in at most 100 columns. */
public final class ReportTable {

    private static final String INDENT = "  ";

    private final Report report;
    private final Day day;
    private final Promise promise;

    /** The table of {@code report}. */
    public ReportTable(Report report, Background background) {
        this.report = report;
        this.day = background.day();
        this.promise = background.promise();
    }

    /** Its lines, the last ones being the sentences that say what happened. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        addBlock(lines, summary());
        addBlock(lines, balances());
        addBlock(lines, transactions());
        lines.add("");
        lines.addAll(Paragraph.wrap(Sentence.of(report, promise)));
        return lines;
    }

    private static void addBlock(List<String> lines, TextTable table) {
        lines.add("");
        table.lines().forEach(line -> lines.add(INDENT + line));
    }

    private TextTable summary() {
        TextTable table = new TextTable(Side.LEFT, Side.LEFT);
        table.add("scenario", report.scenario() + ", " + day.date() + "");
        table.add(
                "chain",
                report.chain().kind() + " (" + report.chain().version() + "), height "
                        + Figures.grouped(report.chain().height()));
        table.add("energy", energy());
        table.add("price", priceRange());
        table.add("coins", coins());
        table.add("fund", FundSentence.of(report.fund()));
        table.add("speed", speed());
        return table;
    }

    private String energy() {
        int settled = report.count(UnitOutcome.SETTLED);
        return Figures.grouped(report.totals().wh()) + " Wh in " + settled + " of "
                + Figures.counted(report.units().size(), "unit") + ", from home " + day.producer() + " to home "
                + day.consumer();
    }

    private String priceRange() {
        List<BigDecimal> prices = report.units().stream()
                .map(unit -> new BigDecimal(unit.price()))
                .toList();
        BigDecimal lowest = prices.stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        BigDecimal highest = prices.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        Report.Coefficients price = report.price();
        return Figures.rounded(lowest) + " to " + Figures.rounded(highest) + " coins/kWh, by "
                + price.a().toPlainString() + " D^2 + " + price.b().toPlainString() + " D + "
                + price.c().toPlainString() + " with the demand D in kWh";
    }

    private String coins() {
        return Figures.grouped(report.totals().coins()) + " for the settled units, " + Figures.rounded(exactCoins())
                + " before rounding";
    }

    private BigDecimal exactCoins() {
        String[] fraction = report.totals().exactCoins().split("/", 2);
        return new BigDecimal(fraction[0]).divide(new BigDecimal(fraction[1]), MathContext.DECIMAL64);
    }

    private String speed() {
        return Figures.grouped(day.speed().perSecond()) + " rounds/s: "
                + Figures.counted(day.speed().rounds(), "commitment round") + " in "
                + Figures.grouped(day.speed().nanos() / 1_000_000) + " ms of protocol work";
    }

    private TextTable balances() {
        Report.Wallet before = report.wallet();
        Report.Settlement after = report.settlement();
        TextTable table = new TextTable(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT);
        table.add("balance in coins", "before", "after", "change");
        table.addRule();
        addBalance(table, "A consumer", before.consumer(), after.consumer());
        addBalance(table, "B producer", before.producer(), after.producer());
        addBalance(table, "U utility", before.utility(), after.utility());
        addBalance(table, "miners", 0, after.fees());
        table.addRule();
        table.add(
                "wallet",
                Figures.grouped(before.total()),
                Figures.grouped(after.consumer() + after.producer() + after.utility() + after.fees()),
                "");
        return table;
    }

    private static void addBalance(TextTable table, String who, long before, long after) {
        table.add(who, Figures.grouped(before), Figures.grouped(after), Figures.signed(after - before));
    }

    private TextTable transactions() {
        TextTable table = new TextTable(Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT);
        table.add("on chain", "txid", "vbytes", "fee");
        table.addRule();
        for (Report.Transaction mined : report.transactions()) {
            table.add(
                    mined.purpose().name(), mined.txid(), Figures.grouped(mined.vsize()), Figures.grouped(mined.fee()));
        }
        return table;
    }
}
