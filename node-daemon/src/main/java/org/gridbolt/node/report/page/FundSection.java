package org.gridbolt.node.report.page;

import org.gridbolt.node.page.Element;
import org.gridbolt.node.page.Table;
import org.gridbolt.node.report.FundSentence;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.terminal.Figures;

/** The slot fund: every coin in and out, and the transactions that paid miners. */
final class FundSection {

    private final Report report;
    private final Report.Fund fund;

    FundSection(Report report) {
        this.report = report;
        this.fund = report.fund();
    }

    Element element() {
        String rule = "What rulings take in a slot, or else " + fund.turnoverShare()
                + " per mille of its turnover, goes to who mine the blocks of the next slot: "
                + FundSentence.of(fund) + ".";
        return Element.of(
                "section",
                Element.of("h2", "The slot fund"),
                Element.of("p", rule),
                entries().element(),
                payouts().element());
    }

    private Table entries() {
        Table table = Table.of("The fund's ledger", "slot", "account", "#coins", "why");
        for (Report.FundEntry entry : fund.entries()) {
            table.add(Integer.toString(entry.slot()), entry.account(), Figures.signed(entry.coins()), entry.reason());
        }
        return table.addSum("all", "", "0", "");
    }

    private Table payouts() {
        Table table = Table.of("What paid the miners", "what", "txid", "#block", "#vbytes", "#fee", "#confirmations");
        for (Report.Transaction mined : fund.payouts()) {
            table.add(
                    mined.purpose().name(),
                    mined.txid(),
                    Figures.grouped(report.blockOf(mined)),
                    Figures.grouped(mined.vsize()),
                    Figures.grouped(mined.fee()),
                    Figures.grouped(mined.confirmations()));
        }
        return table;
    }
}
