package org.gridbolt.node.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridbolt.node.report.Background.Owner;
import org.gridbolt.node.report.Background.Piece;
import org.gridbolt.node.report.Background.Wiring;

/** Reports of a wallet of 200,000, 80,000 and 20,000 coins, as they could come out of a run. */
public final class SampleReports {

    private static final String TXID = "ab".repeat(32);

    private SampleReports() {}

    public static Day day() {
        return new Day(LocalDate.of(2017, 2, 19), 6, 16, new Day.Speed(116, 94_000_000));
    }

    public static Report honest() {
        return report(
                Scenario.HONEST,
                UnitOutcome.SETTLED,
                new Report.Settlement(SettlementKind.COOPERATIVE, TXID, 197_000, 82_700, 20_000, 300),
                TransactionPurpose.CLOSE);
    }

    public static Report failed() {
        return report(
                Scenario.DEFAULT,
                UnitOutcome.REPLACED,
                new Report.Settlement(SettlementKind.PENALTY, TXID, 197_000, 0, 103_000, 0),
                TransactionPurpose.PENALTY);
    }

    public static Report cheat() {
        return report(
                Scenario.CHEAT,
                UnitOutcome.SETTLED,
                new Report.Settlement(SettlementKind.JUSTICE, TXID, 279_700, 0, 20_000, 300),
                TransactionPurpose.JUSTICE);
    }

    public static Report dry() {
        return report(
                Scenario.HONEST,
                UnitOutcome.LAPSED,
                new Report.Settlement(SettlementKind.COOPERATIVE, TXID, 198_500, 81_200, 20_000, 300),
                TransactionPurpose.CLOSE);
    }

    /** An honest report on a chain that calls itself by this name. */
    public static Report of(String version) {
        Report honest = honest();
        return new Report(
                honest.scenario(),
                new Report.OnChain(ChainKind.BITCOIND, version, 250),
                honest.wallet(),
                honest.price(),
                honest.units(),
                honest.totals(),
                honest.settlement(),
                honest.transactions(),
                honest.fund());
    }

    /** An honest report on the wallet that the paper prints. */
    public static Report plain() {
        Report honest = honest();
        Report.Wallet wallet =
                new Report.Wallet(TXID + ":0", 300_000, 200_000, 80_000, 20_000, "PLAIN", "wsh(sortedmulti(2))");
        return new Report(
                honest.scenario(),
                honest.chain(),
                wallet,
                honest.price(),
                honest.units(),
                honest.totals(),
                honest.settlement(),
                honest.transactions(),
                honest.fund());
    }

    /** What stands beside {@code report} on its page. */
    public static Background background(Report report) {
        Piece wallet = new Piece(report.wallet().outpoint(), report.wallet().total(), Owner.WALLET);
        Piece purse = new Piece("cd".repeat(32) + ":1", 320_000, Owner.CONSUMER);
        Piece paid = new Piece("ef".repeat(32) + ":0", report.settlement().utility(), Owner.UTILITY);
        return new Background(
                day(),
                List.of(
                        new Background.Hour(0, 12_000, Optional.of("7640"), 250),
                        new Background.Hour(1, 12_500, Optional.of("7812.5"), 250)),
                List.of(
                        new Wiring(TXID, List.of(purse), List.of(wallet)),
                        new Wiring("ef".repeat(32), List.of(wallet), List.of(paid))),
                new Background.Stakes(
                        new Background.Stake(197_000, 200_000),
                        new Background.Stake(83_000, 81_500),
                        20_000,
                        80_000,
                        75_000,
                        30_000,
                        42),
                new Promise(
                        List.of(
                                new Promise.Due(
                                        Owner.CONSUMER,
                                        197_000,
                                        report.settlement().consumer()),
                                new Promise.Due(
                                        Owner.PRODUCER,
                                        83_000,
                                        report.settlement().producer()),
                                new Promise.Due(
                                        Owner.UTILITY,
                                        20_000,
                                        report.settlement().utility())),
                        report.settlement().kind() == SettlementKind.PENALTY));
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
                        new Report.Transaction(purpose, TXID, "00", 180, 300, 1)),
                fund());
    }

    /** Of a turnover of 3,000 coins two per cent, shared by two miners, one of whom is paid. */
    private static Report.Fund fund() {
        String miner = "miner 0014" + "ab".repeat(20);
        String other = "miner 0014" + "cd".repeat(20);
        return new Report.Fund(
                20,
                0,
                60,
                40,
                20,
                List.of(
                        new Report.FundEntry(9, "utility", -60, "share of the turnover"),
                        new Report.FundEntry(9, "pool", 60, "share of the turnover"),
                        new Report.FundEntry(9, "pool", -60, "6 blocks of slot 10"),
                        new Report.FundEntry(9, miner, 40, "4 blocks of slot 10"),
                        new Report.FundEntry(9, other, 20, "2 blocks of slot 10"),
                        new Report.FundEntry(10, miner, -40, "paid out"),
                        new Report.FundEntry(10, "payment " + TXID, 40, "paid out")),
                List.of(
                        new Report.Transaction(TransactionPurpose.PAYOUT, TXID, "00", 190, 0, 6),
                        new Report.Transaction(TransactionPurpose.BUMP, TXID, "00", 150, 680, 6)));
    }
}
