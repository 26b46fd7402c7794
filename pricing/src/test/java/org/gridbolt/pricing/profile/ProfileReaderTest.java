package org.gridbolt.pricing.profile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.pricing.profile.Profiles.FILE;
import static org.gridbolt.pricing.profile.Profiles.HEADER;
import static org.gridbolt.pricing.profile.Profiles.flawOf;
import static org.gridbolt.pricing.profile.Profiles.read;
import static org.gridbolt.pricing.profile.Profiles.rows;

import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.profile.CellFlaw.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {

    private static final String SOUND = HEADER + "2017-02-19T00:00,732,0,1186,12\n2017-02-19T01:00,1200,5,1271,0\n";

    @Test
    void a_profile_is_read_hour_by_hour_and_home_by_home() {
        LoadProfile profile = read(SOUND).orElseThrow();
        assertThat(profile.file()).isEqualTo(FILE);
        assertThat(profile.homes()).isEqualTo(2);
        assertThat(profile.firstHour()).isEqualTo(LocalDateTime.parse("2017-02-19T00:00"));
        assertThat(profile.lastHour()).isEqualTo(LocalDateTime.parse("2017-02-19T01:00"));
        ProfileHour first = profile.hours().get(0);
        assertThat(first.home(1)).isEqualTo(new HomeHour(new WattHours(732), WattHours.ZERO));
        assertThat(first.home(2)).isEqualTo(new HomeHour(new WattHours(1_186), new WattHours(12)));
        assertThat(first.demand()).isEqualTo(new WattHours(732 + 1_186));
    }

    @Test
    void how_the_file_was_saved_makes_no_difference() {
        LoadProfile expected = read(SOUND).orElseThrow();
        assertThat(read(SOUND.replace("\n", "\r\n")).orElseThrow()).isEqualTo(expected);
        assertThat(read("\uFEFF" + SOUND).orElseThrow()).isEqualTo(expected);
        assertThat(read(SOUND.stripTrailing()).orElseThrow()).isEqualTo(expected);
        assertThat(read(SOUND.replace("732", "\"732\"")).orElseThrow()).isEqualTo(expected);
        assertThat(read(SOUND.replace("732", "00732")).orElseThrow()).isEqualTo(expected);
    }

    @Test
    void columns_may_stand_in_any_order() {
        String swapped = "home1_pv_wh,hour_start,home1_load_wh\n3,2017-02-19T00:00,7\n";
        HomeHour home = read(swapped).orElseThrow().hours().get(0).home(1);
        assertThat(home).isEqualTo(new HomeHour(new WattHours(7), new WattHours(3)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", HEADER})
    void a_file_without_rows_is_refused(String text) {
        assertThat(flawOf(read(text))).isEqualTo(new FileFlaw.Empty(FILE));
    }

    @ParameterizedTest
    @CsvSource({
        "hour_start, hour_start",
        "home1_load_wh, home1_load_wh",
        "home1_pv_wh, home1_pv_wh",
        "home2_load_wh, home2_load_wh",
        "home2_pv_wh, home2_pv_wh"
    })
    void a_missing_column_is_named(String removed, String named) {
        String header = ("," + HEADER.strip()).replace("," + removed, "").substring(1) + "\n";
        assertThat(flawOf(read(header + "1,2,3,4\n"))).isEqualTo(new FileFlaw.MissingColumn(FILE, named));
    }

    @Test
    void a_home_left_out_is_a_missing_column() {
        assertThat(flawOf(read("hour_start,home1_load_wh,home1_pv_wh,home3_load_wh,home3_pv_wh\n")))
                .isEqualTo(new FileFlaw.MissingColumn(FILE, "home2_load_wh"));
        assertThat(flawOf(read("hour_start\n"))).isEqualTo(new FileFlaw.MissingColumn(FILE, "home1_load_wh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"home2_load_kwh", "home0_pv_wh", "home01_pv_wh", "Home1_pv_wh", "temperature", ""})
    void an_unknown_column_is_named(String column) {
        String header = HEADER.strip() + "," + column + "\n";
        assertThat(flawOf(read(header))).isEqualTo(new FileFlaw.UnknownColumn(FILE, column));
    }

    @Test
    void a_doubled_column_is_named() {
        assertThat(flawOf(read(HEADER.strip() + ",home1_pv_wh\n")))
                .isEqualTo(new FileFlaw.DoubledColumn(FILE, "home1_pv_wh"));
    }

    @Test
    void a_gap_in_the_hours_is_named_with_its_row() {
        String text = HEADER + rows("2017-02-19T00:00", 3, "1,2,3,4") + rows("2017-02-19T05:00", 1, "1,2,3,4");
        ProfileFlaw flaw = flawOf(read(text));
        assertThat(flaw)
                .isEqualTo(new RowFlaw.Gap(
                        FILE, 5, LocalDateTime.parse("2017-02-19T03:00"), LocalDateTime.parse("2017-02-19T05:00")));
        assertThat(flaw.message())
                .isEqualTo("homes.csv, row 5, column hour_start: 2017-02-19T05:00 where 2017-02-19T03:00 should follow;"
                        + " add the missing hours");
    }

    @Test
    void doubled_and_unordered_hours_are_named_with_their_row() {
        String text = HEADER + rows("2017-02-19T00:00", 3, "1,2,3,4");
        assertThat(flawOf(read(text + rows("2017-02-19T02:00", 1, "1,2,3,4"))))
                .isEqualTo(new RowFlaw.DoubledHour(FILE, 5, LocalDateTime.parse("2017-02-19T02:00")));
        assertThat(flawOf(read(text + rows("2017-02-19T01:00", 1, "1,2,3,4"))))
                .isEqualTo(new RowFlaw.OutOfOrder(
                        FILE, 5, LocalDateTime.parse("2017-02-19T02:00"), LocalDateTime.parse("2017-02-19T01:00")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY, the cell is empty; give whole watt-hours",
        "'-5', NEGATIVE, '\"-5\" is negative'",
        "'-0.5', NEGATIVE, '\"-0.5\" is negative'",
        "'1.5', FRACTION, '\"1.5\" is no whole number'",
        "'1.0', FRACTION, '\"1.0\" is no whole number'",
        "'.5', FRACTION, '\".5\" is no whole number'",
        "'5.', FRACTION, '\"5.\" is no whole number'",
        "'many', NOT_A_NUMBER, '\"many\" is no number'",
        "'-', NOT_A_NUMBER, '\"-\" is no number'",
        "' 7', NOT_A_NUMBER, '\" 7\" is no number'",
        "'1e3', NOT_A_NUMBER, '\"1e3\" is no number'",
        "'\u0661', NOT_A_NUMBER, is no number",
        "'10000001', TOO_LARGE, '\"10000001\" is too large; give at most 10000000 Wh'",
        "'9999999999999999999999999', TOO_LARGE, is too large"
    })
    void a_wrong_cell_is_named_with_row_and_column(String text, Kind kind, String words) {
        String sound = HEADER + rows("2017-02-19T00:00", 2, "1,2,3,4");
        ProfileFlaw flaw = flawOf(read(sound + "2017-02-19T02:00,1,2," + text + ",4\n"));
        assertThat(flaw).isEqualTo(new CellFlaw(FILE, 4, "home2_load_wh", text, kind));
        assertThat(flaw.message())
                .startsWith("homes.csv, row 4, column home2_load_wh: ")
                .contains(words);
    }

    @Test
    void the_largest_energy_is_read() {
        assertThat(read(HEADER + "2017-02-19T00:00,10000000,0,0,0\n").value()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2017-02-19T00:30, NOT_AN_HOUR",
        "2017-02-19 00:00, NOT_AN_HOUR",
        "2017-02-19T00:00:00, NOT_AN_HOUR",
        "2017-02-29T00:00, NOT_AN_HOUR",
        "2017-02-19T24:00, NOT_AN_HOUR",
        "19.02.2017, NOT_AN_HOUR",
        "'', EMPTY"
    })
    void what_is_no_hour_is_named(String text, Kind kind) {
        assertThat(flawOf(read(HEADER + text + ",1,2,3,4\n")))
                .isEqualTo(new CellFlaw(FILE, 2, "hour_start", text, kind));
    }

    @ParameterizedTest
    @CsvSource({"'1,2,3', 4", "'1,2,3,4,5', 6", "'1', 2"})
    void a_ragged_row_is_named(String cells, int count) {
        String sound = HEADER + rows("2017-02-19T00:00", 1, "1,2,3,4");
        assertThat(flawOf(read(sound + "2017-02-19T01:00," + cells + "\n")))
                .isEqualTo(new RowFlaw.WrongNumberOfCells(FILE, 3, count, 5));
    }

    @Test
    void an_empty_line_is_a_ragged_row() {
        String sound = HEADER + rows("2017-02-19T00:00", 1, "1,2,3,4");
        assertThat(flawOf(read(sound + "\n" + rows("2017-02-19T01:00", 1, "1,2,3,4"))))
                .isEqualTo(new RowFlaw.WrongNumberOfCells(FILE, 3, 1, 5));
    }

    @Test
    void quotation_marks_that_do_not_match_are_named_with_their_row() {
        String sound = HEADER + rows("2017-02-19T00:00", 2, "1,2,3,4");
        assertThat(flawOf(read(sound + "2017-02-19T02:00,\"1,2,3,4\n"))).isEqualTo(new RowFlaw.NotCsv(FILE, 4));
        assertThat(flawOf(read(sound + "2017-02-19T02:00,\"1\"2,2,3,4\n"))).isEqualTo(new RowFlaw.NotCsv(FILE, 4));
        assertThat(flawOf(read("\"hour_start"))).isEqualTo(new RowFlaw.NotCsv(FILE, 1));
    }

    @Test
    void a_wrong_encoding_is_named_with_the_row_of_its_byte() {
        String german = SOUND.replace("1200", "f\u00fcnf");
        ProfileFlaw flaw = flawOf(ProfileReader.read(FILE, german.getBytes(ISO_8859_1)));
        assertThat(flaw).isEqualTo(new FileFlaw.NotUtf8(FILE, 3, german.indexOf('\u00fc'), 0xFC));
        assertThat(flaw.message())
                .startsWith("homes.csv, row 3: byte 0xFC (offset ")
                .endsWith("is not UTF-8; save the file as UTF-8");
    }

    @Test
    void utf_16_and_a_cut_character_are_wrong_encodings_too() {
        assertThat(flawOf(ProfileReader.read(FILE, SOUND.getBytes(UTF_16))))
                .isEqualTo(new FileFlaw.NotUtf8(FILE, 1, 0, 0xFE));
        byte[] cut = "\u00fc".getBytes(UTF_8);
        assertThat(flawOf(ProfileReader.read(FILE, new byte[] {cut[0]})))
                .isEqualTo(new FileFlaw.NotUtf8(FILE, 1, 0, 0xC3));
    }

    @Test
    void a_file_larger_than_any_profile_is_refused() {
        int bytes = ProfileReader.BYTES_MAX + 1;
        assertThat(flawOf(ProfileReader.read(FILE, new byte[bytes])))
                .isEqualTo(new FileFlaw.TooLarge(FILE, bytes, ProfileReader.BYTES_MAX));
    }

    @Test
    void a_message_stays_one_line_whatever_the_file_holds() {
        String cell = "\"" + "x\r\n".repeat(40) + "\"";
        ProfileFlaw flaw = flawOf(read(HEADER + "2017-02-19T00:00,1,2," + cell + ",4\n"));
        assertThat(flaw.message()).contains("\"x??x??").hasSizeLessThan(160);
        assertThat(flawOf(read(cell + "\n"))).isInstanceOf(FileFlaw.UnknownColumn.class);
    }

    @Test
    void a_cell_of_40_characters_is_told_whole_and_a_longer_one_is_cut() {
        assertThat(CellFlaw.excerpt("x".repeat(40))).isEqualTo("x".repeat(40));
        assertThat(CellFlaw.excerpt("x".repeat(41))).isEqualTo("x".repeat(40) + "...");
    }

    /** Whatever one byte is changed to, there is a profile or a flaw, and never an exception. */
    @Property(tries = 1_000)
    void any_byte_may_be_wrong(@ForAll @IntRange(max = 127) int at, @ForAll byte value) {
        byte[] content = SOUND.getBytes(UTF_8);
        content[at % content.length] = value;
        Outcome<LoadProfile, ProfileFlaw> outcome = ProfileReader.read(FILE, content);
        outcome.flaw().ifPresent(flaw -> assertThat(flaw.message()).startsWith(FILE));
        assertThat(outcome.value().isPresent()).isNotEqualTo(outcome.flaw().isPresent());
    }

    @Property(tries = 500)
    void any_bytes_are_read_or_refused(@ForAll byte[] content) {
        assertThat(ProfileReader.read(FILE, content).flaw()).isPresent();
    }
}
