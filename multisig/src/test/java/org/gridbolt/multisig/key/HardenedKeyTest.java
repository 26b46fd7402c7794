package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.crypto.ChildNumber;
import org.bitcoinj.crypto.DeterministicKey;
import org.bitcoinj.crypto.HDKeyDerivation;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardenedKeyTest {

    /** BIP 32, test vector 1: the master and its first hardened child. */
    @ParameterizedTest
    @CsvSource({
        "000102030405060708090a0b0c0d0e0f, '', e8f32e723decf4051aefac8e2c93c9c5b214313817cdb01a1494b917c8436b35",
        "000102030405060708090a0b0c0d0e0f, 0, edb2e14f9ee77d26dd93b4ecede8d16ed408ce149b6cd80b0715a2d911a0afea"
    })
    void the_published_keys_come_out(String seed, String path, String key) {
        HardenedKey node = HardenedKey.master(Bytes.ofHex(seed));
        for (String step : path.isEmpty() ? new String[0] : path.split("/")) {
            node = node.child(Integer.parseInt(step));
        }

        assertThat(node.key().bytes()).hasToString(key);
    }

    @Property(tries = 30)
    void bitcoinj_derives_the_same_keys(
            @ForAll @Size(32) byte[] seed, @ForAll @Size(max = 4) List<@IntRange(min = 0) Integer> path) {
        HardenedKey ours = HardenedKey.master(Bytes.of(seed));
        DeterministicKey theirs = HDKeyDerivation.createMasterPrivateKey(seed);
        for (int index : path) {
            ours = ours.child(index);
            theirs = HDKeyDerivation.deriveChildKey(theirs, new ChildNumber(index, true));
        }

        assertThat(ours.key().bytes()).isEqualTo(Bytes.of(theirs.getPrivKeyBytes()));
    }
}
