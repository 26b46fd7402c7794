package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Secp256k1ChoiceTest {

    @Test
    void without_a_setting_the_native_library_is_taken_where_it_loads() {
        String expected = Secp256k1.nativeLibrary().map(Secp256k1::name).orElse("BouncyCastle");
        assertThat(Secp256k1Choice.named(null).name()).isEqualTo(expected);
    }

    @Test
    void each_implementation_can_be_asked_for() {
        assertThat(Secp256k1Choice.named("portable").name()).isEqualTo("BouncyCastle");
        Secp256k1.nativeLibrary()
                .ifPresent(library ->
                        assertThat(Secp256k1Choice.named("native").name()).isEqualTo(library.name()));
    }

    @Test
    void an_unknown_setting_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> Secp256k1Choice.named("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gridbolt.secp256k1 is \"fast\"; it takes \"native\" or \"portable\"");
    }

    @Test
    void a_wrong_setting_is_told_at_every_use() {
        assertThatThrownBy(() -> Secp256k1Choice.choose("fast").get()).isInstanceOf(IllegalArgumentException.class);
    }
}
