package org.gridbolt.node.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

class BadProfileTest {

    private static final String HEADER = "hour_start,home1_load_wh,home1_pv_wh,home2_load_wh,home2_pv_wh";

    @TempDir
    private Path folder;

    @Test
    void a_missing_column_is_named() throws IOException {
        demoWith(day().map(row -> row.replaceFirst(",[^,]*$", ""))).assertUnusable("profile.csv", "home2_pv_wh");
    }

    @Test
    void a_gap_is_named_with_its_row() throws IOException {
        demoWith(day().filter(row -> !row.contains("T05:00"))).assertUnusable("profile.csv", "7");
    }

    @Test
    void a_negative_value_is_named_with_its_row_and_column() throws IOException {
        demoWith(day().map(row -> row.replace("T03:00,100", "T03:00,-100")))
                .assertUnusable("profile.csv", "5", "home1_load_wh");
    }

    @Test
    void a_value_that_is_no_number_is_named_with_its_row_and_column() throws IOException {
        demoWith(day().map(row -> row.replace("T03:00,100", "T03:00,much")))
                .assertUnusable("profile.csv", "5", "home1_load_wh", "much");
    }

    @Test
    void another_encoding_than_utf_8_is_told() throws IOException {
        Path file = folder.resolve("profile.csv");
        Files.write(
                file, day().map(row -> row.replace("hour_start", "hour_stärt")).toList(), StandardCharsets.ISO_8859_1);
        demo(file).assertUnusable("profile.csv", "UTF-8");
    }

    @Test
    void an_empty_file_is_told() throws IOException {
        demoWith(Stream.of()).assertUnusable("profile.csv");
    }

    @Test
    void a_file_that_does_not_exist_is_told() {
        demo(folder.resolve("nowhere.csv")).assertUnusable("nowhere.csv", "no such file");
    }

    @Test
    void a_folder_is_no_profile() {
        demo(folder).assertUnusable("--profile", folder.toString());
    }

    @Test
    void a_day_that_is_not_whole_is_told() throws IOException {
        demoWith(day().limit(20)).assertUnusable("profile.csv", "2017-02-19", "24");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--day 2018-03-19 | 2018-03-19",
                "--consumer 18 | 18",
                "--producer 0 | 0",
                "--consumer 16 | 16",
                "--producer 6 --consumer 16 | ",
                "--price 1,2 | a,b,c",
                "--price 1,2,x | x",
                "--price 1,-2,3 | -2",
                "--price 0.0001,2,3 | 0.0001",
                "--price 99999999999999,2,3 | price"
            })
    void a_day_that_cannot_be_traded_is_told(String options, String word) {
        Run.of("demo --chain embedded " + options).assertUnusable(word == null ? "" : word);
    }

    private Run demoWith(Stream<String> rows) throws IOException {
        Path file = folder.resolve("profile.csv");
        Files.write(file, rows.toList());
        return demo(file);
    }

    private static Run demo(Path profile) {
        return Run.of(
                "demo", "--chain", "embedded", "--profile", profile.toString(), "--consumer", "1", "--producer", "2");
    }

    /** Home 1 uses 100 Wh an hour, home 2 makes 300 Wh. */
    private static Stream<String> day() {
        List<String> rows = IntStream.range(0, 24)
                .mapToObj(hour -> "2017-02-19T%02d:00,100,0,0,300".formatted(hour))
                .toList();
        return Stream.concat(Stream.of(HEADER), rows.stream());
    }
}
