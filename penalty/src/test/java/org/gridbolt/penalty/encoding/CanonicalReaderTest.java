package org.gridbolt.penalty.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.pricing.Outcome;
import org.junit.jupiter.api.Test;

class CanonicalReaderTest {

    @Test
    void integers_are_big_endian_and_of_fixed_width() {
        Bytes written = new CanonicalWriter()
                .octet(0xab)
                .number(0x0102_0304)
                .wide(0x0102_0304_0506_0708L)
                .signed(-2)
                .flag(true)
                .toBytes();

        assertThat(written).isEqualTo(Bytes.ofHex("ab" + "01020304" + "0102030405060708" + "fffffffffffffffe" + "01"));
    }

    @Test
    void a_byte_string_follows_its_length() {
        Bytes written = new CanonicalWriter().bytes(Bytes.ofHex("beef")).toBytes();

        assertThat(written).isEqualTo(Bytes.ofHex("00000002beef"));
        assertThat(CanonicalReader.decode(written, in -> in.bytes(2)).value()).contains(Bytes.ofHex("beef"));
    }

    @Test
    void a_list_follows_its_count() {
        Bytes written = new CanonicalWriter()
                .list(List.of(1, 2), CanonicalWriter::number)
                .toBytes();

        assertThat(written).isEqualTo(Bytes.ofHex("00000002" + "00000001" + "00000002"));
        assertThat(CanonicalReader.decode(written, in -> in.list(2, CanonicalReader::number))
                        .value())
                .contains(List.of(1, 2));
    }

    @Test
    void a_missing_byte_is_refused() {
        assertThat(flaw("000000", CanonicalReader::number)).isEqualTo(new DecodingFlaw.Truncated(0, 1));
    }

    @Test
    void a_byte_too_many_is_refused() {
        assertThat(flaw("0000000000", CanonicalReader::number)).isEqualTo(new DecodingFlaw.TrailingBytes(1));
    }

    @Test
    void a_count_above_its_bound_is_refused_before_anything_is_read() {
        assertThat(flaw("7fffffff", in -> in.list(64, CanonicalReader::number)))
                .isEqualTo(new DecodingFlaw.TooMany(4, Integer.MAX_VALUE, 64));
        assertThat(flaw("00000003", in -> in.bytes(2))).isEqualTo(new DecodingFlaw.TooMany(4, 3, 2));
    }

    @Test
    void a_flag_is_one_or_zero_and_nothing_else() {
        assertThat(CanonicalReader.decode(Bytes.ofHex("00"), CanonicalReader::flag)
                        .value())
                .contains(false);
        assertThat(CanonicalReader.decode(Bytes.ofHex("01"), CanonicalReader::flag)
                        .value())
                .contains(true);
        assertThat(flaw("02", CanonicalReader::flag)).isInstanceOf(DecodingFlaw.NoSuchValue.class);
    }

    @Test
    void what_no_type_can_hold_is_refused() {
        assertThat(flaw("80000000", CanonicalReader::number)).isInstanceOf(DecodingFlaw.NoSuchValue.class);
        assertThat(flaw("8000000000000000", CanonicalReader::wide)).isInstanceOf(DecodingFlaw.NoSuchValue.class);
        assertThat(flaw("1dcd6500", CanonicalReader::height)).isInstanceOf(DecodingFlaw.NoSuchValue.class);
        assertThat(flaw("0000800000000000", CanonicalReader::state)).isInstanceOf(DecodingFlaw.NoSuchValue.class);
        assertThat(flaw("02" + "ff".repeat(32), CanonicalReader::key)).isInstanceOf(DecodingFlaw.NoSuchValue.class);
        assertThat(flaw("00".repeat(64), CanonicalReader::signature)).isInstanceOf(DecodingFlaw.NoSuchValue.class);
    }

    @Test
    void there_are_no_more_coins_than_there_will_ever_be() {
        Bytes all = new CanonicalWriter().coins(Coin.COIN.multiply(21_000_000)).toBytes();
        Bytes more = new CanonicalWriter()
                .coins(Coin.COIN.multiply(21_000_000).add(Coin.SATOSHI))
                .toBytes();

        assertThat(CanonicalReader.decode(all, CanonicalReader::coins).value()).isPresent();
        assertThat(CanonicalReader.decode(more, CanonicalReader::coins).flaw()).isPresent();
    }

    @Test
    void a_high_signature_is_refused_so_that_nobody_can_rewrite_one() {
        String low = "11".repeat(32) + "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0";
        String high = "11".repeat(32) + "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a1";

        assertThat(CanonicalReader.decode(Bytes.ofHex(low), CanonicalReader::signature)
                        .value())
                .isPresent();
        assertThat(flaw(high, CanonicalReader::signature)).isInstanceOf(DecodingFlaw.NoSuchValue.class);
    }

    @Test
    void what_a_constructor_refuses_is_refused_here() {
        DecodingFlaw flaw = flaw("00000001", in -> refusing(in.number()));

        assertThat(flaw).isEqualTo(new DecodingFlaw.NoSuchValue(4, "1 is odd"));
        assertThat(flaw.message()).isEqualTo("before byte 4: 1 is odd");
    }

    private static int refusing(int value) {
        throw new IllegalArgumentException(value + " is odd");
    }

    @Test
    void the_writer_writes_nothing_that_cannot_be_read() {
        CanonicalWriter writer = new CanonicalWriter();

        assertThatThrownBy(() -> writer.octet(256)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.octet(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.number(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> writer.wide(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_flaw_says_where() {
        assertThat(new DecodingFlaw.Truncated(4, 2).message()).isEqualTo("the field at byte 4 lacks 2 bytes");
        assertThat(new DecodingFlaw.TrailingBytes(3).message()).isEqualTo("3 bytes follow the last field");
        assertThat(new DecodingFlaw.TooMany(4, 65, 64).message())
                .isEqualTo("a count of 65 before byte 4, where at most 64 may be");
    }

    private static <T> DecodingFlaw flaw(String hex, Function<CanonicalReader, T> content) {
        Outcome<T, DecodingFlaw> outcome = CanonicalReader.decode(Bytes.ofHex(hex), content);
        return outcome.flaw().orElseThrow();
    }
}
