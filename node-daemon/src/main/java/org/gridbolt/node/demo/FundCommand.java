package org.gridbolt.node.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.local.LocalFund;
import org.gridbolt.channel.local.LocalGrid;
import org.gridbolt.channel.local.Mined;
import org.gridbolt.channel.local.RegtestNode;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.node.terminal.Paragraph;
import org.gridbolt.node.terminal.Progress;
import org.gridbolt.node.terminal.TextTable;
import org.gridbolt.node.terminal.TextTable.Side;
import org.gridbolt.penalty.fund.FundSums;
import org.gridbolt.penalty.fund.FundText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a day with three defaults, and prints every coin in and out of the fund. */
@Command(
        name = "fund",
        customSynopsis = "gridbolt fund [OPTIONS]",
        header = "A day with three defaults, and the fund that shares what they cost among miners.",
        description = {
            "",
            "Three producers of one utility each fail a unit. What the rulings take from them goes to those who mine the"
                    + " blocks of the next slot; of a slot without a default the utility pays two per cent of the turnover. Every"
                    + " coin in and out is printed, slot by slot and miner by miner.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  gridbolt fund", "  gridbolt fund --csv > fund.csv"})
public final class FundCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    private final DemoOptions.ChainWish chain = new DemoOptions.ChainWish();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "All keys are derived from it: the same seed gives the same amounts. Default: 1.")
    private long seed = 1;

    @Option(names = "--csv", description = "Print the ledger as comma-separated values and nothing else.")
    private boolean csv;

    @Override
    public Integer call() {
        FundDay day = FundDay.of(seed);
        ChainChoice choice = ChainChoice.of(
                Optional.ofNullable(chain.kind),
                Optional.ofNullable(chain.url),
                new BitcoindSearch(System.getenv())::find);
        Progress progress = Progress.to(spec.commandLine().getErr());
        progress.kept(choice.sentence());
        progress.moving("trading a day of three channels ...");
        try (RegtestNode node = choice.open(seed)) {
            LocalGrid grid = day.on(node);
            progress.clear();
            print(day, grid);
        }
        return 0;
    }

    private void print(FundDay day, LocalGrid grid) {
        PrintWriter out = spec.commandLine().getOut();
        FundText text = new FundText(grid.fund().ledger());
        if (csv) {
            text.commaSeparated().forEach(out::println);
        } else {
            text.table().forEach(out::println);
            out.println();
            defaults(day, grid).lines().forEach(out::println);
            out.println();
            payouts(grid.fund()).lines().forEach(out::println);
            out.println();
            Paragraph.wrap(summary(grid.fund())).forEach(out::println);
        }
        out.flush();
    }

    private static TextTable defaults(FundDay day, LocalGrid grid) {
        TextTable table = new TextTable(Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT);
        table.add("channel", "seller, buyer", "not delivered", "to the utility");
        table.addRule();
        for (int place = 0; place < day.pairs().size(); place++) {
            FundDay.Pair pair = day.pairs().get(place);
            var channel = grid.channels().get(place);
            long before = channel.terms().contributions().utility().getValue();
            long after = channel.settlement().paid().utility().getValue();
            table.add(
                    Figures.cut(channel.id().value().toString(), 12),
                    "home " + pair.producer() + ", home " + pair.consumer(),
                    (4 - pair.quarters()) + "/4 of " + pair.failed().number() + ", in slot "
                            + pair.failed().slot().number(),
                    Figures.signed(after - before));
        }
        return table;
    }

    private static TextTable payouts(LocalFund fund) {
        TextTable table = new TextTable(Side.LEFT, Side.RIGHT, Side.LEFT);
        table.add("on chain", "block", "txid");
        table.addRule();
        List<Mined> payouts = fund.transactions().stream()
                .filter(mined -> mined.purpose() == Purpose.PAYOUT)
                .toList();
        payouts.forEach(mined -> table.add(
                mined.purpose().name(),
                Figures.grouped(mined.height().value()),
                mined.transaction().txid().toString()));
        return table;
    }

    private static String summary(LocalFund fund) {
        FundSums sums = FundSums.of(fund.ledger());
        return Figures.grouped(sums.forfeited().getValue()) + " coins forfeited and "
                + Figures.grouped(sums.turnover().getValue()) + " of turnover came in; "
                + Figures.grouped(sums.paid().getValue()) + " are paid to miners, "
                + Figures.grouped(sums.owed().getValue()) + " are owed and too little to pay.";
    }
}
