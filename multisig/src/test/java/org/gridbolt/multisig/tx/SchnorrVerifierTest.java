package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SchnorrVerifierTest {

    @ParameterizedTest(name = "vector {0}")
    @CsvFileSource(files = "src/test/resources/vectors/bip340.csv")
    void signatures_are_judged_as_in_bip_340(
            int index, String key, String message, String signature, boolean valid, String comment) {
        assertThat(SchnorrVerifier.verify(Bytes.ofHex(message), Bytes.ofHex(signature), Bytes.ofHex(key)))
                .as("%d: %s", index, comment)
                .isEqualTo(valid);
    }
}
