package org.gridbolt.node.torture;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gridbolt.channel.torture.Torture;
import org.gridbolt.channel.torture.TortureFailure;
import org.gridbolt.channel.torture.TortureReport;
import org.gridbolt.node.terminal.Progress;
import org.gridbolt.node.terminal.UnusableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs channels under rough weather until something gives, or nothing does. */
@Command(
        name = "torture",
        header = "Channels under rough weather: crashes, lost letters, reorganisations, liars.",
        description = {
            "",
            "Simulates consumer, producer and utility with their disks, the network and the chain under one seed, and checks"
                    + " after every event what must never happen. On a violation it prints the seed, the shortest failing"
                    + " prefix that it found and what happened until then, and ends with exit code 1.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  gridbolt torture --seed 7 --events 100000",
            "  gridbolt torture --seed 7 --events 1000000 --out failure.txt",
            "  gridbolt torture --replay failure.txt"
        })
public final class TortureCommand implements Callable<Integer> {

    private static final int VIOLATED = 1;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where all chance comes from. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(
            names = "--events",
            paramLabel = "M",
            defaultValue = "100000",
            description =
                    "Messages, blocks, timers, crashes and restarts to go through, at least 1. Default: ${DEFAULT-VALUE}.")
    long events;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to save what replays a violation.")
    @Nullable
    Path out;

    @Option(names = "--replay", paramLabel = "FILE", description = "Run a saved violation again, and tell all of it.")
    @Nullable
    Path replay;

    @Override
    public Integer call() {
        if (events < 1) {
            throw new UnusableInput("--events " + events, "nothing would be tried", "ask for at least one");
        }
        return replay == null ? torture() : replay(replay);
    }

    private int torture() {
        Progress progress = Progress.to(spec.commandLine().getErr());
        long start = System.nanoTime();
        TortureReport report = Torture.from(seed)
                .run(
                        events,
                        soFar -> progress.moving(soFar.total() + " of " + events + " events, " + soFar.trials()
                                + " channels, no violation"));
        progress.clear();
        PrintWriter printer = spec.commandLine().getOut();
        report.failure().ifPresent(failure -> print(printer, failure));
        printer.println(summary(report, System.nanoTime() - start));
        printer.flush();
        return report.failure().isPresent() ? VIOLATED : 0;
    }

    private void print(PrintWriter printer, TortureFailure failure) {
        failure.transcript().forEach(printer::println);
        printer.println();
        printer.println("violated: " + failure.invariant());
        printer.println("seen:     " + failure.what());
        printer.println("replay:   seed " + failure.seed() + ", " + failure.rough() + " events of rough weather");
        if (out != null) {
            save(out, Replay.of(failure));
            printer.println("saved:    gridbolt torture --replay " + out);
        }
    }

    private static String summary(TortureReport report, long nanos) {
        double seconds = nanos / 1e9;
        String kinds = report.events().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%d events in %d channels (%s), %d pairs of state and event, %s, %.0f s, %.0f events/s",
                report.total(),
                report.trials(),
                kinds,
                report.pairs().size(),
                report.failure().isPresent() ? "1 violation" : "no violation",
                seconds,
                report.total() / seconds);
    }

    private static void save(Path file, Replay replay) {
        try {
            Files.write(file, replay.lines(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnusableInput("--out " + file, "no file can be written there", "name another one");
        }
    }

    private int replay(Path file) {
        Replay saved = Replay.parse(read(file))
                .orElseThrow(() -> new UnusableInput(
                        "--replay " + file, "it is no saved violation", "name a file that --out wrote"));
        TortureReport report = Torture.replay(saved.seed(), saved.rough());
        PrintWriter printer = spec.commandLine().getOut();
        report.transcript().forEach(printer::println);
        printer.println();
        printer.println(report.failure()
                .map(failure -> "violated: " + failure.invariant() + ": " + failure.what())
                .orElse("no violation any more of: " + saved.invariant()));
        printer.flush();
        return report.failure().isPresent() ? VIOLATED : 0;
    }

    private static String read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(Replay.BYTES_MAX), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnusableInput("--replay " + file, "it cannot be read", "name a file that --out wrote");
        }
    }
}
