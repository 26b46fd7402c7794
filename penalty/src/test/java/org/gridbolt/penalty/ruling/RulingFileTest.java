package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.bytes;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.unit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class RulingFileTest {

    private static final PublicKey UTILITY = UTILITY_NODE.publicKey();
    private static final Bytes FILE = withEverything().encode();

    private static RulingFile withEverything() {
        RulingCase ruled = new RulingCase();
        ruled.silences.add(RulingCase.silence(RulingCase.DEFAULTED, 6));
        return ruled.file();
    }

    @Test
    void a_file_decodes_to_itself() {
        assertThat(RulingFile.decode(FILE).value()).contains(withEverything());
        assertThat(RulingVerifier.verify(FILE, UTILITY).value()).isPresent();
    }

    /** Every bit of the file, one at a time. */
    @Test
    void a_file_with_any_one_byte_changed_is_refused() {
        List<Integer> accepted = IntStream.range(0, FILE.size() * Byte.SIZE)
                .filter(bit -> RulingVerifier.verify(withBitChanged(bit), UTILITY)
                        .value()
                        .isPresent())
                .boxed()
                .toList();

        assertThat(accepted).isEmpty();
    }

    private static Bytes withBitChanged(int bit) {
        byte[] changed = FILE.toArray();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return Bytes.of(changed);
    }

    @Test
    void a_file_with_any_byte_cut_or_added_is_refused() {
        for (int size = 0; size < FILE.size(); size++) {
            assertThat(RulingVerifier.verify(FILE.slice(0, size), UTILITY).flaw())
                    .containsInstanceOf(RulingFlaw.NotAFile.class);
        }
        assertThat(RulingVerifier.verify(FILE.concat(Bytes.of((byte) 0)), UTILITY)
                        .flaw())
                .containsInstanceOf(RulingFlaw.NotAFile.class);
    }

    @Test
    void the_note_on_chain_is_a_tag_and_the_rulings_hash() {
        Ruling ruling = withEverything().ruling().content();

        assertThat(ruling.note().scriptPubKey()).isEqualTo(Bytes.ofHex("6a24" + "47425231" + ruling.hash()));
    }

    @Test
    void the_salt_changes_the_hash() {
        Ruling ruling = withEverything().ruling().content();
        Ruling other = with(ruling, ruling.sequence(), ruling.verdicts(), bytes("other salt", 32));

        assertThat(other.hash()).isNotEqualTo(ruling.hash());
    }

    @Test
    void two_verdicts_on_one_unit_contradict_each_other() {
        Ruling ruling = withEverything().ruling().content();
        Ruling other = with(ruling, 1, List.of(UnitVerdict.cancelled(unit(1))), ruling.salt());
        Ruling same = with(ruling, 1, ruling.verdicts(), ruling.salt());
        Ruling twice = with(ruling, 0, ruling.verdicts(), bytes("other salt", 32));

        assertThat(ruling.contradicts(other)).isTrue();
        assertThat(ruling.contradicts(same)).isFalse();
        assertThat(ruling.contradicts(twice)).isTrue();
        assertThat(ruling.contradicts(ruling)).isFalse();
    }

    @Test
    void verdicts_rise_and_are_not_endless() {
        Ruling ruling = withEverything().ruling().content();
        List<UnitVerdict> falling = new ArrayList<>(ruling.verdicts());
        Collections.reverse(falling);
        List<UnitVerdict> many = IntStream.rangeClosed(1, 129)
                .mapToObj(number -> UnitVerdict.cancelled(unit(number)))
                .toList();

        assertThatThrownBy(() -> with(ruling, 0, falling, ruling.salt())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(ruling, 0, many, ruling.salt())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(ruling, -1, List.of(), ruling.salt()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> with(ruling, 0, List.of(), Bytes.EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_a_default_lacks_something() {
        UnitNumber unit = unit(1);

        assertThatThrownBy(() -> new UnitVerdict(unit, Verdict.DEFAULT, WattHours.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UnitVerdict(unit, Verdict.DELIVERED, new WattHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void verdicts_are_found_by_unit_and_by_kind() {
        Ruling ruling = withEverything().ruling().content();

        assertThat(ruling.on(unit(2))).contains(UnitVerdict.delivered(unit(2)));
        assertThat(ruling.on(unit(9))).isEmpty();
        assertThat(ruling.units(Verdict.DEFAULT)).containsExactly(unit(1));
        assertThat(Ruling.decode(ruling.encode()).value()).contains(ruling);
    }

    private static Ruling with(Ruling ruling, int sequence, List<UnitVerdict> verdicts, Bytes salt) {
        return new Ruling(
                ruling.channel(), ruling.wallet(), hash("receipt"), sequence, verdicts, ruling.evidence(), salt);
    }
}
