package org.gridbolt.node.torture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

    private static String file(Replay replay) {
        return String.join("\n", replay.lines()) + "\n";
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, -1, 999_999_999_999_999_999L, 1_000_000_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_saved_violation_is_read_again_whatever_its_seed(long seed) {
        Replay saved = new Replay(seed, Long.MAX_VALUE, "conservation");

        assertThat(Replay.parse(file(saved))).contains(saved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999999999999", "-9223372036854775809", "+1", "", "1e3"})
    void a_seed_that_is_none_is_refused(String seed) {
        assertThat(Replay.parse("gridbolt torture 1\nseed " + seed + "\nevents 1\nviolates it\n"))
                .isEmpty();
    }
}
