package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridbolt.node.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoOptionsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--consumer-coins 1000 | --consumer-coins",
                "--consumer-coins 3400 --utility-coins 0 | first unit",
                "--producer-coins 0 | --producer-coins",
                "--utility-coins 100000 | a tenth of the wallet",
                "--price 1000,10000,5000000 | first unit",
                "--fail-unit 3 | --scenario default",
                "--scenario default --fail-unit 59 | from 1 to 58",
                "--scenario default --fail-unit 0 | from 1 to 58",
                "--scenario cheat --price 0,0,0 | dust limit",
                "--bitcoind-url http://127.0.0.1:1 | contradicts",
                "--chain bitcoind | --chain: it is given 2 times"
            })
    void what_cannot_be_done_is_told_before_anything_is_on_chain(String options, String word) {
        Run.of("demo --chain embedded " + options).assertUnusable(word);
    }

    @Test
    void an_address_that_is_none_is_told() {
        Run.of("demo --bitcoind-url nonsense").assertUnusable("nonsense", "http://");
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        Run.of("demo --chain embedded --out " + file).assertUnusable("--out", "taken");
    }

    @Test
    void json_is_all_there_is_on_stdout() throws JsonProcessingException {
        Run run = Run.of("demo --chain embedded --json --price 0,0,2000");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(new ObjectMapper().readTree(run.out()).at("/scenario").asText())
                .isEqualTo("honest");
        assertThat(run.err().lines()).first().asString().contains("embedded");
    }

    @Test
    void a_wallet_that_runs_dry_settles_what_was_delivered() {
        DemoResult result = DemoResult.of(folder, "--chain embedded --consumer-coins 40000 --utility-coins 0");

        result.assertSound();
        assertThat(result.units("SETTLED")).isNotEmpty();
        assertThat(result.units("LAPSED")).isNotEmpty();
        assertThat(result.units("SETTLED").size() + result.units("LAPSED").size())
                .isEqualTo(58);
        assertThat(result.at("/settlement/kind").asText()).isEqualTo("COOPERATIVE");
        assertThat(result.coins("/settlement/producer")).isEqualTo(80_000 + result.coins("/totals/coins"));
    }

    @Test
    void the_refused_unit_is_told_with_its_reason() {
        Run run = Run.of("demo --chain embedded --consumer-coins 40000 --utility-coins 0 --scenario default");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).containsPattern("unit \\d+ was refused: .*run dry");
        assertThat(run.out()).contains("not all could be traded");
    }

    @Test
    void a_price_of_nothing_skips_every_slot() {
        DemoResult result = DemoResult.of(folder, "--chain embedded --price 0,0,0");

        result.assertSound();
        assertThat(result.units("SKIPPED")).isNotEmpty();
        assertThat(result.units()).allMatch(unit -> unit.get("outcome").asText().equals("SKIPPED"));
        assertThat(result.coins("/settlement/producer")).isEqualTo(80_000);
    }

    @Test
    void a_profile_of_one_s_own_is_traded() throws IOException {
        Stream<String> rows = IntStream.range(0, 24)
                .mapToObj(hour -> "2020-06-01T%02d:00,400,0,0,%d".formatted(hour, hour == 12 ? 600 : 0));
        Path profile = Files.write(
                folder.resolve("own.csv"),
                Stream.concat(Stream.of("hour_start,home1_load_wh,home1_pv_wh,home2_load_wh,home2_pv_wh"), rows)
                        .toList());
        DemoResult result = DemoResult.of(
                folder,
                "--chain embedded --day 2020-06-01 --consumer 1 --producer 2 --profile " + profile
                        + " --scenario default --fail-unit 2");

        result.assertSound();
        assertThat(result.units().map(unit -> unit.get("outcome").asText()).toList())
                .isEqualTo(List.of("SETTLED", "REPLACED"));
        assertThat(result.coins("/settlement/producer")).isZero();
    }
}
