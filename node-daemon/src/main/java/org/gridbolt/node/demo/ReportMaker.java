package org.gridbolt.node.demo;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.chain.ChainIdentity;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.LocalFund;
import org.gridbolt.channel.local.Mined;
import org.gridbolt.channel.local.TradedUnit;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.node.report.ChainKind;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.report.Scenario;
import org.gridbolt.node.report.SettlementKind;
import org.gridbolt.node.report.TransactionPurpose;
import org.gridbolt.node.report.UnitOutcome;
import org.gridbolt.penalty.fund.FundSums;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.rule.QuadraticPrice;

/**
 * Makes the report of a channel that has settled.
 *
 * @param scenario what happened
 * @param plan the day that was to be traded
 * @param channel the channel
 */
record ReportMaker(Scenario scenario, DayPlan plan, LocalChannel channel) {

    Report make() {
        List<TradedUnit> traded =
                plan.trades().units().stream().map(channel::traded).toList();
        return new Report(
                scenario,
                chain(),
                wallet(),
                price(),
                units(traded),
                totals(traded),
                settlement(),
                transactions(channel.transactions()),
                fund());
    }

    private Report.OnChain chain() {
        ChainIdentity identity = channel.chain();
        ChainKind kind = ChainKind.valueOf(identity.kind().name());
        return new Report.OnChain(kind, identity.version(), channel.tip().value());
    }

    private Report.Wallet wallet() {
        FundedWallet wallet = channel.wallet();
        Allocation contributions = channel.terms().contributions();
        return new Report.Wallet(
                wallet.outpoint().toString(),
                wallet.value().getValue(),
                contributions.consumer().getValue(),
                contributions.producer().getValue(),
                contributions.utility().getValue(),
                wallet.scripts().template().name(),
                wallet.scripts().wallet().descriptor());
    }

    private Report.Coefficients price() {
        QuadraticPrice rule = plan.rule();
        return new Report.Coefficients(
                new BigDecimal(rule.a().toString()),
                new BigDecimal(rule.b().toString()),
                new BigDecimal(rule.c().toString()));
    }

    /** A slot that is skipped has no unit: it stands among the units with the number 0. */
    private List<Report.Unit> units(List<TradedUnit> traded) {
        Stream<Report.Unit> units = traded.stream().map(ReportMaker::unit);
        Stream<Report.Unit> skipped = plan.trades().skipped().stream().map(ReportMaker::skipped);
        return Stream.concat(units, skipped)
                .sorted(Comparator.comparingInt(Report.Unit::slot))
                .toList();
    }

    private static Report.Unit unit(TradedUnit traded) {
        PlannedUnit unit = traded.plan();
        return new Report.Unit(
                unit.number().value(),
                unit.slot().number(),
                unit.energy().value(),
                unit.demand().value(),
                unit.price().toDecimalString(),
                traded.coins().getValue(),
                UnitOutcome.valueOf(traded.outcome().name()));
    }

    private static Report.Unit skipped(SlotTrade slot) {
        return new Report.Unit(
                0,
                slot.slot().number(),
                slot.energy().value(),
                slot.demand().value(),
                slot.price().toDecimalString(),
                slot.cost().floorCoins().getValue(),
                UnitOutcome.SKIPPED);
    }

    private static Report.Totals totals(List<TradedUnit> traded) {
        List<TradedUnit> settled = traded.stream()
                .filter(unit -> unit.outcome() == org.gridbolt.channel.action.UnitOutcome.SETTLED)
                .toList();
        WattHours energy =
                WattHours.sum(settled.stream().map(unit -> unit.plan().energy()).toList());
        Coin paid = settled.stream().map(TradedUnit::coins).reduce(Coin.ZERO, Coin::add);
        ExactCoins exact = settled.stream().map(unit -> unit.plan().cost()).reduce(ExactCoins.ZERO, ExactCoins::plus);
        return new Report.Totals(energy.value(), paid.getValue(), exact.toRationalString());
    }

    private Report.Settlement settlement() {
        Mined last = settling();
        var settled = channel.settlement();
        return new Report.Settlement(
                kind(last.purpose()),
                last.transaction().txid().toString(),
                settled.paid().consumer().getValue(),
                settled.paid().producer().getValue(),
                settled.paid().utility().getValue(),
                settled.fees().getValue());
    }

    /** The transaction that decided who has what. */
    private Mined settling() {
        return Stream.of(Purpose.JUSTICE, Purpose.PENALTY, Purpose.ARBITRATED, Purpose.CLOSE, Purpose.COMMITMENT)
                .flatMap(purpose -> channel.transactions().stream().filter(mined -> mined.purpose() == purpose))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing has settled the wallet"));
    }

    private SettlementKind kind(Purpose purpose) {
        return switch (purpose) {
            case JUSTICE -> SettlementKind.JUSTICE;
            case PENALTY -> SettlementKind.PENALTY;
            case ARBITRATED -> SettlementKind.ARBITRATED;
            case COMMITMENT -> SettlementKind.UNILATERAL;
            case FUNDING, CLOSE, CLAIM, PAYOUT, BUMP -> SettlementKind.COOPERATIVE;
        };
    }

    private List<Report.Transaction> transactions(List<Mined> mined) {
        return mined.stream().map(this::transaction).toList();
    }

    private Report.Fund fund() {
        LocalFund fund = channel.grid().fund();
        FundSums sums = FundSums.of(fund.ledger());
        List<Report.FundEntry> entries = fund.ledger().entries().stream()
                .map(entry -> new Report.FundEntry(
                        entry.slot().number(),
                        entry.account().name(),
                        entry.coins().getValue(),
                        entry.reason()))
                .toList();
        return new Report.Fund(
                fund.ledger().rule().turnoverShare().value(),
                sums.forfeited().getValue(),
                sums.turnover().getValue(),
                sums.paid().getValue(),
                sums.owed().getValue(),
                entries,
                transactions(fund.transactions()));
    }

    private Report.Transaction transaction(Mined mined) {
        return new Report.Transaction(
                TransactionPurpose.valueOf(mined.purpose().name()),
                mined.transaction().txid().toString(),
                mined.transaction().toHex(),
                mined.transaction().vsize(),
                mined.fee().getValue(),
                channel.tip().value() - mined.height().value() + 1);
    }
}
