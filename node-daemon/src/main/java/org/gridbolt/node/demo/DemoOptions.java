package org.gridbolt.node.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.node.report.ChainKind;
import org.gridbolt.node.report.Scenario;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of {@code demo} as they were typed; a null is one that was not. */
final class DemoOptions {

    @ArgGroup(validate = false, heading = "%nWhat happens:%n", order = 1)
    Story story = new Story();

    @ArgGroup(validate = false, heading = "%nThe day:%n", order = 2)
    Trade trade = new Trade();

    @ArgGroup(validate = false, heading = "%nThe wallet, in coins:%n", order = 3)
    Contributions contributions = new Contributions();

    @ArgGroup(validate = false, heading = "%nThe chain:%n", order = 4)
    ChainWish chain = new ChainWish();

    @ArgGroup(validate = false, heading = "%nThe result:%n", order = 5)
    Result result = new Result();

    /** What happens. */
    static final class Story {
        @Option(
                names = "--scenario",
                converter = WordConverter.OfScenario.class,
                paramLabel = "NAME",
                description = {
                    "honest: all is delivered, the channel is closed in agreement.",
                    "default: the producer fails a unit; consumer and utility take the penalty.",
                    "default-race: as default, and the producer publishes its newest state before the penalty.",
                    "graded: a part of a unit is delivered; the penalty is waived, and trade goes on.",
                    "graded-penalty: the same at a higher price; the penalty is in proportion to the rest.",
                    "cheat: the producer publishes a revoked state; the consumer takes its balance.",
                    "walkaway: the consumer goes for good as a unit is delivered; the producer closes alone.",
                    "arbitrated: the consumer goes for good; the producer settles with the utility.",
                    "expiry: the channel reaches its expiry and closes by itself.",
                    "wallet-dry: the consumer's balance does not last for the day.",
                    "reorg: a reorganisation undoes the close, which is mined again.",
                    "Default: honest."
                })
        Scenario scenario = Scenario.HONEST;

        @Option(
                names = "--asleep",
                description =
                        "In the scenario cheat the consumer sleeps; the utility's tower takes the balance for it.")
        boolean asleep;

        @Option(
                names = "--fail-unit",
                paramLabel = "K",
                description =
                        "The unit that fails in default, default-race, graded and graded-penalty, and as which the consumer goes in"
                                + " walkaway and arbitrated. Default: 40, in graded 20.")
        @Nullable
        Integer failUnit;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "All keys are derived from it: the same seed gives the same amounts. Default: 1.")
        long seed = 1;
    }

    /** The day. */
    static final class Trade {
        @Option(
                names = "--profile",
                paramLabel = "FILE",
                description = "Hourly load and solar profile (CSV) of some homes. Default: 17 homes in Fontana, carried"
                        + " with the program.")
        @Nullable
        Path profile;

        @Option(
                names = "--day",
                converter = DayConverter.class,
                paramLabel = "DATE",
                description = "Default: 2017-02-19.")
        LocalDate day = LocalDate.of(2017, 2, 19);

        @Option(names = "--consumer", paramLabel = "N", description = "The home that buys. Default: 6.")
        int consumer = 6;

        @Option(names = "--producer", paramLabel = "N", description = "The home that sells. Default: 16.")
        int producer = 16;

        @Option(
                names = "--price",
                paramLabel = "a,b,c",
                description = "Coefficients of the price a D^2 + b D + c, in coins per kWh with the demand D in kWh."
                        + " Default: 10,100,5000.")
        String price = "10,100,5000";
    }

    /** What each puts into the wallet. */
    static final class Contributions {
        @Option(
                names = "--consumer-coins",
                paramLabel = "COINS",
                description = "Default: 200000, and 100000 in the scenario wallet-dry.")
        @Nullable
        Long consumer;

        @Option(names = "--producer-coins", paramLabel = "COINS", description = "Its bond. Default: 80000.")
        long producer = 80_000;

        @Option(names = "--utility-coins", paramLabel = "COINS", description = "Default: 20000.")
        long utility = 20_000;

        @Option(
                names = "--wallet",
                converter = WordConverter.OfWallet.class,
                paramLabel = "NAME",
                description = {
                    "The form of the wallet's script. role-keys: a key for each pair of parties. plain: one key each,"
                            + " as in the paper; then U can complete a signature that reaches it.",
                    "Default: role-keys."
                })
        WalletTemplate wallet = WalletTemplate.ROLE_KEYS;
    }

    /** The chain that is wanted. */
    static final class ChainWish {
        @Option(
                names = "--chain",
                converter = WordConverter.OfChain.class,
                paramLabel = "KIND",
                description = "bitcoind or embedded. Default: bitcoind when one is found, else embedded.")
        @Nullable
        ChainKind kind;

        @Option(
                names = "--bitcoind-url",
                paramLabel = "URL",
                description = "A running bitcoind on regtest, as http://user:password@127.0.0.1:18443; without user"
                        + " and password its cookie is read from ~/.bitcoin/regtest.")
        @Nullable
        String url;
    }

    /** Where the result goes. */
    static final class Result {
        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Write report.html, report.json and, for a ruling, ruling.bin here.")
        @Nullable
        Path folder;

        @Option(names = "--json", description = "Print the report as JSON instead of the table.")
        boolean json;
    }
}
