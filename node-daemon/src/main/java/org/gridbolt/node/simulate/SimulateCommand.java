package org.gridbolt.node.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.gridbolt.node.homes.CarriedHomes;
import org.gridbolt.node.terminal.Figures;
import org.gridbolt.node.terminal.UnusableInput;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.battery.BatteryType;
import org.gridbolt.pricing.community.CommunityRun;
import org.gridbolt.pricing.market.GridTariff;
import org.gridbolt.pricing.market.rule.MarketRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets a community of measured homes trade by a market rule. */
@Command(
        name = "simulate",
        header = "A community of measured homes that trades by a market rule of your choice.",
        description = {
            "",
            "Homes use their own sun, then their battery, then trade with each other by the rule, and the grid settles the"
                    + " rest. The homes are the 17 measured ones, or as many as you like drawn from them. For rules with limits"
                    + " each home has one bid and one ask, drawn between the grid's prices, and homes are in areas A, B and C in"
                    + " turn. The same options give the same figures.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  gridbolt simulate",
            "  gridbolt simulate --homes 295 --days 7 --market mid-market --csv > hours.csv",
            "  gridbolt simulate --market sdr,compensation=5 --battery 10000 --json",
            "  gridbolt simulate --market lowest-ask,exclude-above-clearing=true --out result",
            "",
            "Rules and their parameters: docs/markets.md."
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--homes",
            paramLabel = "N",
            defaultValue = "17",
            description =
                    "How many homes, 1 to " + Experiment.HOMES_MAX + ". Default: ${DEFAULT-VALUE}, the measured ones.")
    int homes;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "2017-04-15",
            description = "Default: ${DEFAULT-VALUE}.")
    LocalDate from = LocalDate.of(2017, 4, 15);

    @Option(
            names = "--days",
            paramLabel = "D",
            defaultValue = "2",
            description = "How many days, at least 1. Default: ${DEFAULT-VALUE}.")
    int days;

    @Option(
            names = "--market",
            paramLabel = "RULE",
            defaultValue = "sdr",
            description = "A market rule, with parameters after it: NAME,PARAMETER=VALUE. Default: ${DEFAULT-VALUE}.")
    String market = "sdr";

    @Option(
            names = "--retail",
            paramLabel = "PRICE",
            defaultValue = "313.7",
            description = "What the grid asks, in coins/kWh. Default: ${DEFAULT-VALUE}.")
    String retail = "313.7";

    @Option(
            names = "--feed-in",
            paramLabel = "PRICE",
            defaultValue = "119.6",
            description = "What the grid pays, in coins/kWh. Default: ${DEFAULT-VALUE}.")
    String feedIn = "119.6";

    @Option(
            names = "--battery",
            paramLabel = "WH",
            defaultValue = "5000",
            description =
                    "What fits into the battery of a home with sun, 0 for none; half of it moves in an hour. Default:"
                            + " ${DEFAULT-VALUE}.")
    long battery;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where all chance comes from. Default: ${DEFAULT-VALUE}.")
    long seed;

    @Option(names = "--csv", description = "Print the hours as comma-separated values and nothing else.")
    boolean csv;

    @Option(names = "--json", description = "Print everything as JSON and nothing else.")
    boolean json;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write hours.csv, homes.csv and result.json.")
    @Nullable
    Path out;

    @Override
    public Integer call() {
        Experiment experiment = experiment();
        CommunityRun run = usable(experiment.run(CarriedHomes.profile()));
        Result result = Result.of(experiment, run);
        ResultText text = new ResultText(result);
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.println(json(result));
        } else {
            (csv ? text.hours() : text.table()).forEach(printer::println);
        }
        if (out != null) {
            save(out, result, text);
        }
        if (!json && !csv) {
            printer.println();
            printer.println(Figures.counted(days, "day") + " by " + market + ", seed " + seed
                    + (out == null ? "" : "; hours.csv, homes.csv and result.json are in " + out));
        }
        printer.flush();
        return 0;
    }

    private Experiment experiment() {
        if (homes < 1 || homes > Experiment.HOMES_MAX) {
            throw new UnusableInput(
                    "--homes " + homes, "no such community", "ask for 1 to " + Experiment.HOMES_MAX + " homes");
        }
        if (days < 1) {
            throw new UnusableInput("--days " + days, "nothing would happen", "ask for at least one");
        }
        if (battery < 0 || battery > 1_000_000) {
            throw new UnusableInput("--battery " + battery, "no such battery", "give 0 to 1000000 Wh");
        }
        GridTariff tariff = usable(GridTariff.of(price("--retail", retail), price("--feed-in", feedIn)));
        BatteryType type = new BatteryType(
                new WattHours(battery),
                BatteryType.HOME.charging(),
                BatteryType.HOME.discharging(),
                new WattHours(battery / 2));
        return new Experiment(homes, from, days, seed, usable(MarketRules.parse(market)), tariff, type);
    }

    private static Price price(String option, String text) {
        return Price.parse(text)
                .orElseThrow(() -> new UnusableInput(
                        option + " " + text, "no price", "write it like 250 or 119.6, in coins per kWh"));
    }

    private static <T, F extends Flaw> T usable(Outcome<T, F> outcome) {
        return outcome.fold(value -> value, flaw -> {
            throw new UnusableInput(flaw.message());
        });
    }

    private static String json(Result result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is always writable", e);
        }
    }

    private static void save(Path folder, Result result, ResultText text) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("hours.csv"), text.hours(), StandardCharsets.UTF_8);
            Files.write(folder.resolve("homes.csv"), text.homes(), StandardCharsets.UTF_8);
            Files.write(folder.resolve("result.json"), List.of(json(result)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnusableInput("--out " + folder, "no file can be written there", "name another folder");
        }
    }
}
