package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;

class PreimageKeyTest {

    private static final Bytes SEED = Examples.bytes32("seed");

    @Test
    void it_is_another_one_for_each_seed_and_the_seed_of_none() {
        assertThat(PreimageKey.derive(SEED))
                .isEqualTo(PreimageKey.derive(SEED))
                .isNotEqualTo(PreimageKey.derive(Examples.bytes32("other")))
                .isNotEqualTo(new PreimageKey(SEED));
    }

    @Test
    void it_has_32_bytes_and_shows_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PreimageKey(SEED.slice(0, 31)));
        assertThat(new PreimageKey(SEED).toString()).doesNotContain(SEED.toHex());
    }

    @Test
    void each_ruling_has_a_salt_of_its_own() {
        PreimageKey key = PreimageKey.derive(SEED);

        assertThat(key.salt(Sha256Hash.ZERO_HASH, 0))
                .isEqualTo(key.salt(Sha256Hash.ZERO_HASH, 0))
                .isNotEqualTo(key.salt(Sha256Hash.ZERO_HASH, 1))
                .isNotEqualTo(key.salt(Sha256Hash.of(SEED.toArray()), 0));
    }
}
