package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.chain.bitcoind.BitcoindProgram;
import org.gridbolt.node.report.ChainKind;
import org.gridbolt.node.terminal.UnusableInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainChoiceTest {

    private static final BitcoindProgram PROGRAM =
            new BitcoindProgram(Path.of("/opt/bitcoind"), "Bitcoin Core daemon version v30.0.0");
    private static final Optional<String> NO_URL = Optional.empty();

    @Test
    void a_bitcoind_that_is_found_is_used() {
        assertThat(ChainChoice.of(Optional.empty(), NO_URL, () -> Optional.of(PROGRAM)))
                .isEqualTo(new ChainChoice.Started(PROGRAM));
    }

    @Test
    void without_one_the_chain_is_embedded_and_it_says_so() {
        assertThat(ChainChoice.of(Optional.empty(), NO_URL, Optional::empty))
                .isInstanceOf(ChainChoice.Embedded.class)
                .satisfies(choice -> assertThat(choice.sentence()).contains("embedded", "no bitcoind found"));
    }

    @Test
    void embedded_when_asked_for_does_not_look_for_a_bitcoind() {
        assertThat(ChainChoice.of(Optional.of(ChainKind.EMBEDDED), NO_URL, () -> {
                    throw new AssertionError("not asked for");
                }))
                .isInstanceOf(ChainChoice.Embedded.class);
    }

    @Test
    void a_bitcoind_that_is_asked_for_and_not_found_is_an_error_that_says_what_to_do() {
        assertThatThrownBy(() -> ChainChoice.of(Optional.of(ChainKind.BITCOIND), NO_URL, Optional::empty))
                .isInstanceOf(UnusableInput.class)
                .hasMessageContaining("scripts/get-bitcoind");
    }

    @Test
    void a_url_is_shown_without_its_password() {
        Optional<String> url = Optional.of("http://alice:secret@127.0.0.1:18443");

        assertThat(ChainChoice.of(Optional.empty(), url, Optional::empty))
                .isInstanceOf(ChainChoice.Running.class)
                .satisfies(choice -> assertThat(choice.sentence())
                        .contains("127.0.0.1:18443")
                        .doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:18443", "https:", "ftp://127.0.0.1", "regtest"})
    void a_url_that_is_none_of_a_bitcoind_is_refused(String url) {
        assertThatThrownBy(() -> ChainChoice.of(Optional.empty(), Optional.of(url), Optional::empty))
                .isInstanceOf(ChainUnavailable.class)
                .hasMessageContaining("http://");
    }

    @Test
    void a_url_contradicts_the_embedded_chain() {
        Optional<String> url = Optional.of("http://127.0.0.1:18443");
        assertThatThrownBy(() -> ChainChoice.of(Optional.of(ChainKind.EMBEDDED), url, Optional::empty))
                .isInstanceOf(UnusableInput.class);
    }

    @Test
    void the_search_finds_nothing_where_there_is_no_script() {
        assertThat(new BitcoindSearch(Map.of()).find()).isEmpty();
        assertThat(new BitcoindSearch(Map.of("GRIDBOLT_HOME", "/nowhere")).find())
                .isEmpty();
    }

    @Test
    void the_search_never_downloads() {
        Map<String, String> bare = Map.of(
                "GRIDBOLT_HOME", System.getProperty("gridbolt.root"),
                "PATH", "/usr/bin:/bin",
                "GRIDBOLT_CACHE", "/nowhere/at/all");
        assertThat(new BitcoindSearch(bare).find()).isEmpty();
    }
}
