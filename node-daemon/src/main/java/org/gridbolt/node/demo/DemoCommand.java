package org.gridbolt.node.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridbolt.channel.local.LocalChannel;
import org.gridbolt.channel.local.LocalSetup;
import org.gridbolt.channel.local.RegtestNode;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.node.report.Background;
import org.gridbolt.node.report.Day;
import org.gridbolt.node.report.Report;
import org.gridbolt.node.report.ReportJson;
import org.gridbolt.node.report.ReportTable;
import org.gridbolt.node.report.Scenario;
import org.gridbolt.node.report.page.ReportPage;
import org.gridbolt.node.terminal.Progress;
import org.gridbolt.node.terminal.UnusableInput;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PenaltyPolicy;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.UnitNumber;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
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

    private static final PerMille FIFTH = new PerMille(200);

    /** A unit of which nothing came costs a tenth of the balance; the consumer gets a fifth of what is forfeited. */
    private static final PenaltyPolicy GRADED = new Graded(new Fraction(1, 10), 0, FIFTH);

    /** The same where it costs the whole balance. */
    private static final PenaltyPolicy GRADED_PENALTY = new Graded(Fraction.WHOLE, 0, FIFTH);

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    private final DemoOptions options = new DemoOptions();

    @Override
    public Integer call() {
        requireOnce();
        DayPlan plan = DayPlan.of(options.trade);
        Scenario scenario = scenario();
        Allocation contributions = WalletPlan.of(options.contributions, plan, scenario);
        UnitNumber turning = new TurningUnit(scenario, options.story.failUnit).in(plan);
        DemoRun run = new DemoRun(plan, setup(contributions, scenario), scenario, turning);
        ChainChoice choice = ChainChoice.of(
                Optional.ofNullable(options.chain.kind),
                Optional.ofNullable(options.chain.url),
                new BitcoindSearch(System.getenv())::find);
        Optional<Path> folder = Optional.ofNullable(options.result.folder);
        folder.ifPresent(DemoCommand::prepare);
        Progress progress = Progress.to(spec.commandLine().getErr());
        progress.kept(choice.sentence());
        try (RegtestNode node = choice.open(options.story.seed)) {
            LocalChannel channel = run.on(node, new DemoProgress(progress, plan.trades()));
            progress.clear();
            finish(run, channel, folder);
        }
        return 0;
    }

    /** Of two values for one option, one would be passed over in silence. */
    private void requireOnce() {
        List<String> arguments = spec.commandLine().getParseResult().originalArgs();
        for (OptionSpec option : spec.options()) {
            String name = option.longestName();
            long times = arguments.stream()
                    .filter(argument -> argument.equals(name) || argument.startsWith(name + "="))
                    .count();
            if (times > 1) {
                throw new UnusableInput(name, "it is given " + times + " times", "give it once");
            }
        }
    }

    private Scenario scenario() {
        Scenario named = options.story.scenario;
        if (options.story.asleep && named != Scenario.CHEAT) {
            throw new UnusableInput("--asleep", "only the scenario cheat has a victim", "add --scenario cheat");
        }
        return options.story.asleep ? Scenario.CHEAT_ASLEEP : named;
    }

    private LocalSetup setup(Allocation contributions, Scenario scenario) {
        LocalSetup setup = new LocalSetup(contributions, options.story.seed).with(options.contributions.wallet);
        return switch (scenario) {
            case GRADED -> setup.with(GRADED);
            case GRADED_PENALTY -> setup.with(GRADED_PENALTY);
            default -> setup;
        };
    }

    private void finish(DemoRun run, LocalChannel channel, Optional<Path> folder) {
        Report report = new ReportMaker(run.scenario(), run.plan(), channel).make();
        Background background = new BackgroundMaker(run.plan(), channel).make(report, day(channel));
        folder.ifPresent(path -> save(path, report, background, channel));
        PrintWriter out = spec.commandLine().getOut();
        if (options.result.json) {
            out.println(ReportJson.of(report));
        } else {
            new ReportTable(report, background).lines().forEach(out::println);
            folder.ifPresent(path ->
                    out.println("\nreport.html, report.json" + (channel.ruling().isPresent() ? ", ruling.bin" : "")
                            + " and " + FundFile.NAME + " are in " + path));
        }
        out.flush();
    }

    private Day day(LocalChannel channel) {
        Day.Speed speed =
                new Day.Speed(channel.effort().rounds(), channel.effort().time().toNanos());
        return new Day(options.trade.day, options.trade.consumer, options.trade.producer, speed);
    }

    private static UnusableInput unwritable(Path folder) {
        return new UnusableInput("--out " + folder, "no file can be written there", "name another folder");
    }

    /** Before anything is on chain. */
    private static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            if (!Files.isWritable(folder)) {
                throw new IOException("it is not writable");
            }
        } catch (IOException e) {
            throw unwritable(folder);
        }
    }

    private static void save(Path folder, Report report, Background background, LocalChannel channel) {
        try {
            Files.writeString(folder.resolve("report.json"), ReportJson.of(report) + "\n", StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("report.html"), ReportPage.of(report, background), StandardCharsets.UTF_8);
            FundFile.save(folder, channel.grid().fund());
            if (channel.ruling().isPresent()) {
                Files.write(
                        folder.resolve("ruling.bin"),
                        channel.ruling().get().encode().toArray());
            }
        } catch (IOException e) {
            throw unwritable(folder);
        }
    }
}
