package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.bitcoinj.base.BitcoinNetwork;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.script.OutputScript;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bitcoin Core derives from our descriptors what we derive. It takes sane miniscript only. */
@OnBitcoind
class DescriptorTest {

    static Stream<ScriptCase.Named> scripts() {
        return scripts(42, 500);
    }

    private static Stream<ScriptCase.Named> scripts(int window, int claimableFrom) {
        return ScriptCase.scripts(ExampleChannel.withWindow(window), new BlockHeight(claimableFrom));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scripts")
    void bitcoind_derives_our_address_from_our_descriptor(ScriptCase.Named named, Bitcoind bitcoind) {
        assertDerived(named.script(), bitcoind);
    }

    /** Where the encoding of a number changes its length or its sign. */
    @ParameterizedTest(name = "{0} blocks")
    @ValueSource(ints = {1, 5, 8, 16, 17, 42, 43, 63, 64, 127, 128, 255, 256, 10922, 10923, 16383, 16384, 21845})
    void every_window_is_encoded_as_bitcoind_encodes_it(int window, Bitcoind bitcoind) {
        scripts(window, window).forEach(named -> assertDerived(named.script(), bitcoind));
    }

    @ParameterizedTest(name = "height {0}")
    @ValueSource(ints = {1, 16, 17, 127, 128, 32767, 32768, 8388607, 8388608, 499_999_999})
    void every_height_is_encoded_as_bitcoind_encodes_it(int height, Bitcoind bitcoind) {
        scripts(42, height).forEach(named -> assertDerived(named.script(), bitcoind));
    }

    @Test
    void the_anchor_has_the_address_that_bitcoind_gives_it(Bitcoind bitcoind) {
        assertDerived(AnchorScript.ANCHOR, bitcoind);
        assertThat(bitcoind.call(
                                "decodescript",
                                AnchorScript.ANCHOR.scriptPubKey().toHex())
                        .path("type")
                        .asText())
                .isEqualTo("anchor");
    }

    @Test
    void a_ruling_has_no_address(Bitcoind bitcoind) {
        OutputScript ruling = new OpReturnScript(ExampleChannel.hash("ruling"));
        assertThat(ruling.address(BitcoinNetwork.REGTEST)).isEmpty();
        assertThat(bitcoind.call("decodescript", ruling.scriptPubKey().toHex())
                        .path("desc")
                        .asText())
                .startsWith(ruling.descriptor() + "#");
    }

    private static void assertDerived(OutputScript script, Bitcoind bitcoind) {
        String descriptor = bitcoind.call("getdescriptorinfo", script.descriptor())
                .path("descriptor")
                .asText();
        assertThat(descriptor).startsWith(script.descriptor() + "#");
        assertThat(bitcoind.call("deriveaddresses", descriptor).path(0).asText())
                .isEqualTo(script.address(BitcoinNetwork.REGTEST).orElseThrow());
    }
}
