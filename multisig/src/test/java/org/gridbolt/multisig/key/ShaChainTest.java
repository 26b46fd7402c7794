package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShaChainTest {

    private static List<AppendixD.Generation> published() {
        return AppendixD.generations();
    }

    @ParameterizedTest
    @MethodSource("published")
    void the_published_secrets_are_generated(AppendixD.Generation vector) {
        assertThat(Bytes.of(new ShaChain(vector.seed()).valueAt(vector.index())))
                .isEqualTo(vector.output());
    }

    @Test
    void every_published_generation_is_run() {
        assertThat(published()).hasSize(5);
    }

    @Property(tries = 100)
    void the_trunk_changes_nothing(@ForAll long seed, @ForAll @LongRange(min = 0, max = (1L << 48) - 1) long index) {
        Bytes root = Examples.randomBytes(seed, 32);
        assertThat(new ShaChain(root).valueAt(index)).isEqualTo(ShaChain.derive(root.toArray(), 48, index));
    }

    @Property(tries = 20)
    void state_n_has_index_2_to_the_48_minus_1_minus_n(@ForAll @LongRange(min = 0, max = (1L << 47) - 1) long n) {
        assertThat(ShaChain.indexOf(new CommitmentNumber(n)) + n).isEqualTo((1L << 48) - 1);
    }

    @Test
    void a_point_is_that_of_its_secret() {
        ShaChain chain = new ShaChain(Examples.bytes32("chain"));
        CommitmentNumber number = new CommitmentNumber(7);
        assertThat(chain.pointAt(number)).isEqualTo(chain.secretAt(number).publicKey());
    }

    @Test
    void a_seed_has_32_bytes() {
        assertThatThrownBy(() -> new ShaChain(Bytes.of(new byte[31]))).isInstanceOf(IllegalArgumentException.class);
    }
}
