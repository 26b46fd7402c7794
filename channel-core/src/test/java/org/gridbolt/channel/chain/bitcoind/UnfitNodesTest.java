package org.gridbolt.channel.chain.bitcoind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bitcoinj.base.BitcoinNetwork;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.chain.bitcoind.BitcoindAddress.UserAndPassword;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason not to use a node is found at the start and said in one line. The node here is made of canned answers. */
class UnfitNodesTest {

    private static final Map<String, String> FIT = Map.of(
            "getblockchaininfo", "{\"chain\":\"regtest\",\"initialblockdownload\":true,\"blocks\":5,\"headers\":9}",
            "getnetworkinfo", "{\"version\":290000,\"subversion\":\"/Satoshi:29.0.0/\"}",
            "getmempoolinfo", "{}",
            "testmempoolaccept", "[{\"allowed\":false,\"reject-reason\":\"missing-inputs\"}]",
            "getbestblockhash", "\"" + "ab".repeat(32) + "\"",
            "getblockheader", "{\"height\":5,\"previousblockhash\":\"" + "cd".repeat(32) + "\"}");

    private final List<CannedNode> nodes = new ArrayList<>();

    @AfterEach
    void stop() {
        nodes.forEach(CannedNode::close);
    }

    private BitcoindAddress node(int status, UnaryOperator<String> bodies) {
        CannedNode node = new CannedNode(status, bodies);
        nodes.add(node);
        return node.address();
    }

    private BitcoindAddress nodeOfStatus(int status) {
        return node(status, method -> "");
    }

    /** Answers as a fit node does, but for one method. */
    private BitcoindAddress nodeWith(String method, String answer) {
        return node(200, asked -> body(asked.equals(method) ? answer : FIT.getOrDefault(asked, "null")));
    }

    private static String body(String result) {
        return result.startsWith("error:")
                ? "{\"result\":null,\"error\":" + result.substring("error:".length()) + "}"
                : "{\"result\":" + result + "}";
    }

    private static BitcoindAddress address(int port) {
        return new BitcoindAddress(URI.create("http://127.0.0.1:" + port + "/"), new UserAndPassword("a:b"));
    }

    private static ChainFlaw flawOf(BitcoindAddress address, BitcoinNetwork network) {
        ChainUnavailable unavailable =
                catchThrowableOfType(ChainUnavailable.class, () -> BitcoindChain.connect(address, network));
        assertThat(unavailable.getMessage())
                .isEqualTo(unavailable.flaw().line())
                .doesNotContain("\n");
        return unavailable.flaw();
    }

    @Test
    void a_fit_node_is_used() {
        assertThat(BitcoindChain.connect(nodeWith("", ""), BitcoinNetwork.REGTEST)
                        .tip()
                        .height()
                        .value())
                .isEqualTo(5);
    }

    @Test
    void a_node_that_is_not_there() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(flawOf(address(port), BitcoinNetwork.REGTEST)).isInstanceOf(ChainFlaw.Unreachable.class);
    }

    @Test
    void a_host_that_is_not_there() {
        BitcoindAddress nowhere = BitcoindAddress.parse("http://a:b@no-such-host.invalid:8332", BitcoinNetwork.MAINNET);
        assertThat(flawOf(nowhere, BitcoinNetwork.MAINNET))
                .isEqualTo(new ChainFlaw.Unreachable("http://no-such-host.invalid:8332/", "no such host"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void wrong_credentials(int refused) {
        assertThat(flawOf(nodeOfStatus(refused), BitcoinNetwork.REGTEST))
                .isInstanceOf(ChainFlaw.WrongCredentials.class);
    }

    @Test
    void a_node_that_is_too_busy() {
        assertThat(flawOf(nodeOfStatus(503), BitcoinNetwork.REGTEST)).isInstanceOf(ChainFlaw.Unreachable.class);
    }

    @Test
    void no_cookie() {
        BitcoindAddress address = new BitcoindAddress(
                nodeWith("", "").url(), new BitcoindAddress.Cookie(Path.of("no", "such", "cookie")));
        assertThat(flawOf(address, BitcoinNetwork.REGTEST)).isInstanceOf(ChainFlaw.WrongCredentials.class);
    }

    @ParameterizedTest
    @CsvSource({"main, MAINNET", "test, TESTNET", "testnet4, TESTNET", "signet, SIGNET", "regtest, REGTEST"})
    void another_network(String chain, BitcoinNetwork network) {
        BitcoindAddress node = nodeWith("getblockchaininfo", "{\"chain\":\"" + chain + "\"}");
        for (BitcoinNetwork wanted : BitcoinNetwork.values()) {
            if (wanted != network) {
                assertThat(flawOf(node, wanted))
                        .isEqualTo(new ChainFlaw.OtherNetwork(node.url().toString(), wanted, chain));
            }
        }
        assertThat(BitcoindChain.connect(node, network).identity().network()).isEqualTo(network);
    }

    @Test
    void a_node_that_is_too_old() {
        BitcoindAddress node = nodeWith("getnetworkinfo", "{\"version\":280100,\"subversion\":\"/Satoshi:28.1.0/\"}");
        assertThat(flawOf(node, BitcoinNetwork.REGTEST))
                .isEqualTo(new ChainFlaw.TooOld(node.url().toString(), "/Satoshi:28.1.0/"));
    }

    @Test
    void a_node_that_still_catches_up() {
        BitcoindAddress node = nodeWith(
                "getblockchaininfo", "{\"chain\":\"main\",\"initialblockdownload\":true,\"blocks\":5,\"headers\":9}");
        assertThat(flawOf(node, BitcoinNetwork.MAINNET))
                .isEqualTo(new ChainFlaw.StillSyncing(node.url().toString(), "5 of 9 blocks"));
    }

    @Test
    void a_node_that_warms_up() {
        BitcoindAddress node = nodeWith("getblockchaininfo", "error:{\"code\":-28,\"message\":\"Loading\"}");
        assertThat(flawOf(node, BitcoinNetwork.REGTEST)).isInstanceOf(ChainFlaw.StillSyncing.class);
    }

    @Test
    void a_node_without_the_rules_of_version_three() {
        BitcoindAddress node = nodeWith("getmempoolinfo", "{\"truc_policy\":\"accept\"}");
        assertThat(flawOf(node, BitcoinNetwork.REGTEST).line()).contains("mempooltruc=accept", "-corepolicy=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "dust", "dust-nonzero", "anchor", "scriptpubkey"})
    void a_node_that_does_not_relay_our_forms(String reason) {
        BitcoindAddress node =
                nodeWith("testmempoolaccept", "[{\"allowed\":false,\"reject-reason\":\"" + reason + "\"}]");
        assertThat(flawOf(node, BitcoinNetwork.REGTEST)).isInstanceOf(ChainFlaw.PolicyRefuses.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"error:{\"code\":-32601,\"message\":\"Method not found\"}", "<html>"})
    void something_else_that_speaks_http(String answer) {
        assertThat(flawOf(nodeWith("getblockchaininfo", answer), BitcoinNetwork.REGTEST))
                .isInstanceOf(ChainFlaw.Unexpected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "ftp://a:b@h:1",
                "http://a:b@h",
                "http://a:b@:1",
                "http://a b",
                "h:1",
                "",
                "http://a:b@h:99999",
                "http://a:b@c@h h:1"
            })
    void no_address(String text) {
        ChainUnavailable unavailable =
                catchThrowableOfType(ChainUnavailable.class, () -> BitcoindAddress.parse(text, BitcoinNetwork.REGTEST));
        assertThat(unavailable.flaw()).isInstanceOf(ChainFlaw.BadAddress.class);
        assertThat(unavailable.getMessage()).doesNotContain("a:b", "\n");
    }

    @Test
    void an_address_with_and_without_credentials() {
        BitcoindAddress named = BitcoindAddress.parse("http://user:secret@localhost:18443", BitcoinNetwork.REGTEST);
        assertThat(named.url()).isEqualTo(URI.create("http://localhost:18443/"));
        assertThat(named.credentials()).isEqualTo(new UserAndPassword("user:secret"));
        assertThat(named.toString()).doesNotContain("secret");
        assertThat(BitcoindAddress.parse("http://localhost:18443", BitcoinNetwork.REGTEST)
                        .credentials()
                        .describe())
                .endsWith("regtest/.cookie");
    }
}
