package org.gridbolt.node.demo;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.node.terminal.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a day of energy through one channel. */
@Command(
        name = "demo",
        customSynopsis = "gridbolt demo [OPTIONS]",
        header = "A day of energy between two homes, settled on a regtest chain.",
        description = {
            "",
            "A consumer, a producer and the utility fund a 2-of-3 wallet, exchange a commitment round per unit of"
                    + " energy over a day of measured load and sun, and settle on chain.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  gridbolt demo",
            "  gridbolt demo --scenario default --fail-unit 12 --out result",
            "  gridbolt demo --chain embedded --day 2017-02-16 --consumer 3 --json"
        })
public final class DemoCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    private final DemoOptions options = new DemoOptions();

    @Override
    public Integer call() {
        DayPlan plan = DayPlan.of(options.trade);
        Allocation contributions = WalletPlan.of(options.contributions, plan);
        ChainChoice choice = ChainChoice.of(
                Optional.ofNullable(options.chain.kind),
                Optional.ofNullable(options.chain.url),
                new BitcoindSearch(System.getenv())::find);
        Progress.to(spec.commandLine().getErr()).kept(choice.sentence() + contributions);
        return 0;
    }
}
