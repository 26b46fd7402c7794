package org.gridbolt.node.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridbolt.node.page.Chart;
import org.gridbolt.node.page.Chart.Ink;
import org.gridbolt.node.page.Chart.Line;
import org.gridbolt.node.page.Picture;
import org.gridbolt.node.page.Table;
import org.gridbolt.node.report.Background;
import org.gridbolt.node.report.Background.Hour;
import org.gridbolt.node.report.Background.Piece;
import org.gridbolt.node.report.Background.Wiring;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.report.UnitOutcome;
import org.gridbolt.node.terminal.Figures;

/** The pictures of a page. */
final class Pictures {

    private static final BigDecimal WH_PER_KWH = new BigDecimal(1_000);

    private final Report report;
    private final Background background;
    private final List<Report.Unit> units;

    Pictures(Report report, Background background) {
        this.report = report;
        this.background = background;
        this.units = report.units().stream()
                .filter(unit -> unit.outcome() != UnitOutcome.SKIPPED)
                .toList();
    }

    /** Demand over the day. */
    Picture demand() {
        List<Double> kilowattHours =
                hours().map(hour -> hour.demandWh() / 1_000.0).toList();
        String svg = Chart.drawn(() -> Chart.of("demand", "hour of the day", "kWh")
                .addArea(new Line("demand", Ink.DEMAND, hourPlaces(), held(kilowattHours))));
        long highest = hours().mapToLong(Hour::demandWh).max().orElse(0);
        return new Picture(
                "demand",
                "Demand over the day",
                "What all homes together take from the grid, hour by hour: at most " + kwh(highest)
                        + " kWh in an hour.",
                svg,
                hourTable());
    }

    /** Price over the day. */
    Picture price() {
        List<Hour> priced = hours().filter(hour -> hour.price().isPresent()).toList();
        List<Double> places = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        priced.forEach(hour -> {
            places.add((double) hour.hour());
            values.add(Double.valueOf(hour.price().orElseThrow()));
        });
        places.add(24.0);
        values.add(values.isEmpty() ? 0.0 : values.get(values.size() - 1));
        String svg = Chart.drawn(() -> Chart.of("price", "hour of the day", "coins per kWh")
                .addArea(new Line("price", Ink.PRICE, places, values)));
        Report.Coefficients rule = report.price();
        return new Picture(
                "price",
                "Price over the day",
                "The price follows demand D, in kWh: " + rule.a().toPlainString() + " D^2 + "
                        + rule.b().toPlainString() + " D + " + rule.c().toPlainString()
                        + " coins per kWh. It is published before the hour begins.",
                svg,
                hourTable());
    }

    private Stream<Hour> hours() {
        return background.hours().stream();
    }

    private List<Double> hourPlaces() {
        return IntStream.rangeClosed(0, background.hours().size())
                .mapToObj(Double::valueOf)
                .toList();
    }

    /** The last value once more, so that its step has a width. */
    private static List<Double> held(List<Double> values) {
        List<Double> held = new ArrayList<>(values);
        held.add(values.isEmpty() ? 0.0 : values.get(values.size() - 1));
        return held;
    }

    private Table hourTable() {
        Table table = Table.of(
                "Demand, price and trade, hour by hour", "hour", "#demand, Wh", "#coins per kWh", "#traded, Wh");
        hours().forEach(hour -> table.add(
                "%02d:00".formatted(hour.hour()),
                Figures.grouped(hour.demandWh()),
                hour.price().orElse("none"),
                Figures.grouped(hour.tradedWh())));
        return table;
    }

    private static String kwh(long wattHours) {
        return Figures.rounded(new BigDecimal(wattHours).divide(WH_PER_KWH));
    }

    /** Delivered energy over the units. */
    Picture energy() {
        List<Double> delivered = new ArrayList<>(List.of(0.0));
        long sum = 0;
        for (Report.Unit unit : units) {
            sum += isSettled(unit) ? unit.wh() : 0;
            delivered.add((double) sum);
        }
        String svg = Chart.drawn(() -> Chart.of("energy", "unit", "Wh delivered so far")
                .addArea(new Line("energy", Ink.ENERGY, unitPlaces(0), delivered)));
        return new Picture(
                "energy",
                "Energy over the units",
                "Energy adds up unit by unit: "
                        + Figures.grouped(report.totals().wh()) + " Wh in " + report.count(UnitOutcome.SETTLED) + " of "
                        + Figures.counted(units.size(), "unit") + ".",
                svg,
                unitTable());
    }

    /** Balances over the units, and after the settlement. */
    Picture balances() {
        List<Double> consumer = new ArrayList<>();
        List<Double> producer = new ArrayList<>();
        List<Double> utility = new ArrayList<>();
        for (Balance balance : balancesByUnit()) {
            consumer.add((double) balance.consumer());
            producer.add((double) balance.producer());
            utility.add((double) balance.utility());
        }
        List<Double> places = unitPlaces(2);
        String svg = Chart.drawn(() -> Chart.of("balances", "unit", "coins")
                .add(new Line("A consumer", Ink.CONSUMER, places, consumer))
                .add(new Line("B producer", Ink.PRODUCER, places, producer))
                .add(new Line("U utility", Ink.UTILITY, places, utility)));
        return new Picture(
                "balances",
                "Balances over the units",
                "Each delivered unit moves its coins from consumer to producer. The last step, after unit "
                        + units.size() + ", is the settlement on chain.",
                svg,
                balanceTable());
    }

    private record Balance(long consumer, long producer, long utility) {}

    private List<Balance> balancesByUnit() {
        List<Balance> balances = new ArrayList<>();
        Report.Wallet wallet = report.wallet();
        Balance now = new Balance(wallet.consumer(), wallet.producer(), wallet.utility());
        balances.add(now);
        for (Report.Unit unit : units) {
            long moved = isSettled(unit) ? unit.coins() : 0;
            now = new Balance(now.consumer() - moved, now.producer() + moved, now.utility());
            balances.add(now);
        }
        Report.Settlement end = report.settlement();
        Balance settled = new Balance(end.consumer(), end.producer(), end.utility());
        balances.add(settled);
        balances.add(settled);
        return balances;
    }

    private static boolean isSettled(Report.Unit unit) {
        return unit.outcome() == UnitOutcome.SETTLED;
    }

    private List<Double> unitPlaces(int more) {
        return IntStream.rangeClosed(0, units.size() + more)
                .mapToObj(Double::valueOf)
                .toList();
    }

    private Table balanceTable() {
        Table table =
                Table.of("Balances in coins, unit by unit", "after unit", "#A consumer", "#B producer", "#U utility");
        List<Balance> balances = balancesByUnit();
        for (int index = 0; index < balances.size() - 1; index++) {
            Balance balance = balances.get(index);
            table.add(
                    index <= units.size() ? String.valueOf(index) : "settlement",
                    Figures.grouped(balance.consumer()),
                    Figures.grouped(balance.producer()),
                    Figures.grouped(balance.utility()));
        }
        return table;
    }

    private Table unitTable() {
        Table table = Table.of(
                "Every unit of the day", "unit", "slot", "#Wh", "#demand, Wh", "#coins per kWh", "#coins", "outcome");
        report.units()
                .forEach(unit -> table.add(
                        String.valueOf(unit.unit()),
                        "%02d:00".formatted(unit.slot()),
                        Figures.grouped(unit.wh()),
                        Figures.grouped(unit.demandWh()),
                        unit.price(),
                        Figures.grouped(unit.coins()),
                        unit.outcome().name()));
        return table;
    }

    /** The transactions, and what spends what. */
    Picture transactions() {
        return new Picture(
                "transactions",
                "Transactions on chain",
                Figures.counted(report.transactions().size(), "transaction")
                        + " from the funding of the wallet to the last output. A line leads from an output to the input that"
                        + " spends it; coins are in each row.",
                TransactionGraph.svg(report, background.wirings()),
                transactionTable());
    }

    private Table transactionTable() {
        Table table = Table.of(
                "Every transaction of the channel",
                "purpose",
                "txid",
                "#block",
                "#confirmations",
                "#vbytes",
                "#fee",
                "spends",
                "pays");
        for (int index = 0; index < report.transactions().size(); index++) {
            Report.Transaction transaction = report.transactions().get(index);
            Wiring wiring = background.wirings().get(index);
            table.add(
                    transaction.purpose().name(),
                    transaction.txid(),
                    Figures.grouped(report.blockOf(transaction)),
                    Figures.grouped(transaction.confirmations()),
                    Figures.grouped(transaction.vsize()),
                    Figures.grouped(transaction.fee()),
                    listed(wiring.inputs()),
                    listed(wiring.outputs()));
        }
        return table;
    }

    private static String listed(List<Piece> pieces) {
        return String.join(
                "; ",
                pieces.stream()
                        .map(piece -> piece.owner().words() + " " + Figures.grouped(piece.coins()))
                        .toList());
    }
}
