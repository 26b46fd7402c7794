package org.gridbolt.node.reproduce;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridbolt.node.terminal.Progress;
import org.gridbolt.node.terminal.UnusableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the papers' evaluations again, and sets their figures beside ours. */
@Command(
        name = "reproduce",
        header = "The papers' evaluations, run again: their figures beside ours.",
        description = {
            "",
            "Runs each paper's evaluation and prints its figures, ours, and why the two agree or cannot. With --out it also"
                    + " writes reproduction.html, with the figures drawn. The same is found each time.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  gridbolt reproduce", "  gridbolt reproduce tharun --out result"})
public final class ReproduceCommand implements Callable<Integer> {

    /** What the page is called. */
    static final String PAGE = "reproduction.html";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PAPER",
            arity = "0..1",
            description = "One of tharun, khalid, boumaiza, casquico, awais. Default: all of them.")
    @Nullable
    String paper;

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many random sets to draw where a paper drew one, at least 1. Default: ${DEFAULT-VALUE}.")
    int draws;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write " + PAGE + ".")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        if (draws < 1) {
            throw new UnusableInput("--draws " + draws, "nothing would be drawn", "ask for at least one");
        }
        Progress progress = Progress.to(spec.commandLine().getErr());
        List<Reproduction> reproductions = chosen().stream()
                .map(evaluation -> evaluation.run(
                        step -> progress.moving(evaluation.paper().word() + ": " + step + " ...")))
                .toList();
        progress.clear();
        PrintWriter printer = spec.commandLine().getOut();
        reproductions.forEach(reproduction -> {
            new ReproductionText(reproduction).lines().forEach(printer::println);
            printer.println();
        });
        if (out != null) {
            printer.println(save(out, reproductions) + " has the figures drawn");
        }
        printer.flush();
        return 0;
    }

    private List<Evaluation> chosen() {
        if (paper == null) {
            return Evaluations.all(draws);
        }
        return List.of(Evaluations.all(draws).stream()
                .filter(evaluation -> evaluation.paper().word().equals(paper))
                .findFirst()
                .orElseThrow(() -> new UnusableInput(
                        "reproduce " + paper, "no such paper", "name one of " + Evaluations.words() + ", or none")));
    }

    private static Path save(Path folder, List<Reproduction> reproductions) {
        Path page = folder.resolve(PAGE);
        try {
            Files.createDirectories(folder);
            Files.writeString(page, ReproductionPage.of(reproductions), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnusableInput("--out " + folder, "no file can be written there", "name another folder");
        }
        return page;
    }
}
