package org.gridbolt.node.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.gridbolt.pricing.market.rule.MarketRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class SimulateCommandTest {

    @TempDir
    Path folder;

    @Test
    void by_default_two_days_of_the_measured_homes_are_shown_home_by_home() {
        assertThat(told())
                .contains("home 17", "all 17   753.0  816.6        76.9      76.9      199.4    247.0       33,004")
                .contains("2 days by sdr, seed 1");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_conserves_energy_among_peers_and_coins_with_the_grid(String rule) throws IOException {
        JsonNode result = new ObjectMapper().readTree(told("--json", "--days", "1", "--market", rule));

        assertThat(sum(result, "homes", "fromPeersWh")).isEqualTo(sum(result, "homes", "toPeersWh"));
        assertThat(sum(result, "homes", "toPeersWh")).isEqualTo(sum(result, "hours", "peersWh"));
        assertThat(sum(result, "homes", "fromGridWh")).isEqualTo(sum(result, "hours", "fromGridWh"));
        assertThat(sum(result, "homes", "paysCoins") + sum(result, "hours", "gridPaysCoins"))
                .isZero();
        assertThat(sum(result, "hours", "loadWh")).isEqualTo(sum(result, "homes", "loadWh"));
    }

    @Test
    void the_same_seed_draws_the_same_homes_and_another_one_others() {
        String first = told("--homes", "30", "--csv", "--seed", "5");

        assertThat(told("--homes", "30", "--csv", "--seed", "5")).isEqualTo(first);
        assertThat(told("--homes", "30", "--csv", "--seed", "6")).isNotEqualTo(first);
        assertThat(first.lines()).hasSize(1 + 48);
    }

    @Test
    void hours_and_homes_are_written_as_comma_separated_values_and_all_of_it_as_json() throws IOException {
        assertThat(told("--out", folder.toString(), "--days", "1")).contains("result.json");

        assertThat(Files.readAllLines(folder.resolve("hours.csv")))
                .hasSize(1 + 24)
                .first()
                .isEqualTo("start,load_wh,sun_wh,peers_wh,from_grid_wh,to_grid_wh,peer_price,grid_pays");
        assertThat(Files.readAllLines(folder.resolve("homes.csv"))).hasSize(1 + 17);
        JsonNode result =
                new ObjectMapper().readTree(folder.resolve("result.json").toFile());
        assertThat(result.get("hours")).hasSize(24);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--market nonsense | unknown; give one of",
                "--market quadratic,a=-1 | would fall with demand",
                "--market pay-as-clear,rest=book | choose rest=grid",
                "--retail 100 --feed-in 200 | 100",
                "--retail much | no price",
                "--homes 0 | 1 to 10000",
                "--homes 10000 --days 300 | fewer homes or days",
                "--days 0 | at least one",
                "--from 2020-01-01 | were measured from",
                "--battery -1 | no such battery"
            })
    void what_cannot_be_simulated_is_refused_with_what_is_wrong(String options, String why) {
        AtomicReference<String> said = new AtomicReference<>("");
        int code = command(new StringWriter())
                .setExecutionExceptionHandler((failure, line, result) -> {
                    said.set(String.valueOf(failure.getMessage()));
                    return 2;
                })
                .execute(options.split(" "));

        assertThat(code).isEqualTo(2);
        assertThat(said.get()).contains(why);
    }

    static List<String> rules() {
        return MarketRules.names().stream()
                .map(name -> name.equals("quadratic") ? "quadratic,a=0.001,b=0.1,c=200" : name)
                .toList();
    }

    private static long sum(JsonNode result, String list, String field) {
        return StreamSupport.stream(result.get(list).spliterator(), false)
                .mapToLong(entry -> entry.get(field).asLong())
                .sum();
    }

    private static String told(String... options) {
        StringWriter told = new StringWriter();
        assertThat(command(told).execute(options)).isZero();
        return told.toString();
    }

    private static CommandLine command(StringWriter told) {
        return new CommandLine(new SimulateCommand()).setOut(new PrintWriter(told, true));
    }
}
