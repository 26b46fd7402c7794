package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final String ORDER = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
    private static final String LAST = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";
    private static final String FIRST = "0000000000000000000000000000000000000000000000000000000000000001";

    @ParameterizedTest
    @ValueSource(strings = {FIRST, LAST})
    void a_private_key_may_be_the_first_and_the_last_scalar(String hex) {
        assertThat(PrivateKey.parse(Bytes.ofHex(hex)))
                .hasValueSatisfying(key -> assertThat(key.bytes()).hasToString(hex));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ORDER,
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "",
                "01",
                FIRST + "00"
            })
    void a_private_key_is_32_bytes_between_1_and_the_order(String hex) {
        Bytes bytes = Bytes.ofHex(hex);
        assertThat(PrivateKey.parse(bytes)).isEmpty();
        assertThatThrownBy(() -> PrivateKey.of(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neither_text_nor_error_shows_a_secret() {
        PrivateKey key = Examples.privateKey("hidden");
        String hex = key.bytes().toHex();
        assertThat(key.toString()).doesNotContain(hex.substring(0, 8));
        assertThat(new ShaChain(key.bytes()).toString()).doesNotContain(hex.substring(0, 8));
        assertThatThrownBy(() -> PrivateKey.of(Bytes.ofHex(ORDER))).message().doesNotContain(ORDER.substring(0, 8));
    }

    @Property(tries = 50)
    void a_public_key_reads_its_own_bytes_back(@ForAll long seed) {
        PublicKey key =
                PrivateKey.of(Examples.randomBytes(seed, PrivateKey.SIZE)).publicKey();
        assertThat(PublicKey.parse(key.bytes())).contains(key);
        assertThat(PublicKey.ofHex(key.toString())).isEqualTo(key).hasSameHashCodeAs(key);
    }

    @Property(tries = 50)
    void a_negation_shares_x_only_and_undoes_itself(@ForAll long seed) {
        PublicKey key =
                PrivateKey.of(Examples.randomBytes(seed, PrivateKey.SIZE)).publicKey();
        PublicKey negated = key.negate();
        assertThat(PublicKey.parse(negated.bytes())).contains(negated);
        assertThat(negated).isNotEqualTo(key);
        assertThat(negated.xOnly()).isEqualTo(key.xOnly());
        assertThat(negated.hasSameX(key)).isTrue();
        assertThat(negated.negate()).isEqualTo(key);
    }

    @Test
    void different_keys_do_not_share_x() {
        assertThat(Examples.publicKey("one").hasSameX(Examples.publicKey("two")))
                .isFalse();
    }

    @Test
    void a_point_off_the_curve_is_no_public_key() {
        assertThatThrownBy(() -> PublicKey.ofHex("02" + "00".repeat(31) + "05"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_private_key_equals_the_same_scalar_only() {
        assertThat(Examples.privateKey("a")).isEqualTo(Examples.privateKey("a")).isNotEqualTo(Examples.privateKey("b"));
        assertThat(Examples.privateKey("a")).hasSameHashCodeAs(Examples.privateKey("a"));
    }

    @Test
    void a_key_id_has_16_bytes() {
        assertThatThrownBy(() -> new KeyId(Bytes.of(new byte[15]))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyId(Bytes.of(new byte[17]))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new KeyId(Bytes.of(new byte[16]))).hasToString("00".repeat(16));
    }

    @Test
    void a_commitment_number_stays_below_2_to_the_47() {
        CommitmentNumber last = new CommitmentNumber((1L << 47) - 1);
        assertThat(last.previous().next()).isEqualTo(last).isGreaterThan(last.previous());
        assertThat(CommitmentNumber.ZERO.isBefore(last)).isTrue();
        assertThat(last.isBefore(last)).isFalse();
        assertThat(CommitmentNumber.ZERO).hasToString("state 0");
        assertThatThrownBy(last::next).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(CommitmentNumber.ZERO::previous).isInstanceOf(IllegalArgumentException.class);
    }
}
