package org.gridbolt.node.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Reports of a wallet of 200,000, 80,000 and 20,000 coins, as they could come out of a run. */
final class SampleReports {

    private static final String TXID = "ab".repeat(32);

    private SampleReports() {}

    static Day day() {
        return new Day(LocalDate.of(2017, 2, 19), 6, 16, new Day.Speed(116, 94_000_000));
    }

    static Report honest() {
        return report(
                Scenario.HONEST,
                UnitOutcome.SETTLED,
                new Report.Settlement(SettlementKind.COOPERATIVE, TXID, 197_000, 82_700, 20_000, 300),
                TransactionPurpose.CLOSE);
    }

    static Report failed() {
        return report(
                Scenario.DEFAULT,
                UnitOutcome.REPLACED,
                new Report.Settlement(SettlementKind.PENALTY, TXID, 197_000, 0, 103_000, 0),
                TransactionPurpose.PENALTY);
    }

    static Report cheat() {
        return report(
                Scenario.CHEAT,
                UnitOutcome.SETTLED,
                new Report.Settlement(SettlementKind.JUSTICE, TXID, 279_700, 0, 20_000, 300),
                TransactionPurpose.JUSTICE);
    }

    static Report dry() {
        return report(
                Scenario.HONEST,
                UnitOutcome.LAPSED,
                new Report.Settlement(SettlementKind.COOPERATIVE, TXID, 198_500, 81_200, 20_000, 300),
                TransactionPurpose.CLOSE);
    }

    private static Report report(
            Scenario scenario, UnitOutcome second, Report.Settlement settlement, TransactionPurpose purpose) {
        return new Report(
                scenario,
                new Report.OnChain(ChainKind.EMBEDDED, "gridbolt 0.1.0", 250),
                new Report.Wallet(TXID + ":0", 300_000, 200_000, 80_000, 20_000, "ROLE_KEYS", "wsh(pk(02))"),
                new Report.Coefficients(new BigDecimal("10"), new BigDecimal("100"), new BigDecimal("5000")),
                List.of(
                        new Report.Unit(1, 9, 250, 12_000, "7640", 1_500, UnitOutcome.SETTLED),
                        new Report.Unit(2, 10, 250, 12_500, "7812.5", 1_500, second)),
                new Report.Totals(500, 3_000, "6001/2"),
                settlement,
                List.of(
                        new Report.Transaction(TransactionPurpose.FUNDING, TXID, "00", 312, 624, 151),
                        new Report.Transaction(purpose, TXID, "00", 180, 300, 1)));
    }
}
