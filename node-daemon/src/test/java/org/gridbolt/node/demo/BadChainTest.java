package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.gridbolt.node.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BadChainTest {

    private FakeNode node;

    @BeforeEach
    void start() throws IOException {
        node = new FakeNode();
    }

    @AfterEach
    void nothing_is_half_open() {
        node.close();
        assertThat(node.asked())
                .doesNotContain("sendrawtransaction", "submitpackage", "generateblock", "generatetodescriptor");
    }

    @Test
    void an_unreachable_bitcoind_is_told() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        Run.of("demo --bitcoind-url http://user:secret@127.0.0.1:" + unused)
                .assertUnusable("127.0.0.1:" + unused, "does not answer");
    }

    @Test
    void a_bitcoind_on_another_network_is_told() {
        node.answer("getblockchaininfo", "{\"chain\":\"main\",\"blocks\":0,\"headers\":0}");
        demo().assertUnusable("main", "regtest");
    }

    @Test
    void a_bitcoind_that_is_too_old_is_told() {
        node.answer("getnetworkinfo", "{\"version\":280100,\"subversion\":\"/Satoshi:28.1.0/\"}");
        demo().assertUnusable("28.1.0", "too old", "29");
    }

    @Test
    void a_policy_that_refuses_our_packages_is_told() {
        node.answer("testmempoolaccept", "[{\"allowed\":false,\"reject-reason\":\"version\"}]");
        demo().assertUnusable("would not relay our packages", "corepolicy=1");
    }

    @Test
    void a_knots_that_does_not_enforce_truc_is_told() {
        node.answer("getmempoolinfo", "{\"truc_policy\":\"accept\"}");
        demo().assertUnusable("mempooltruc=accept", "corepolicy=1");
    }

    @Test
    void a_server_that_is_no_bitcoind_is_told() {
        node.answer("getblockchaininfo", "\"hello\"");
        demo().assertUnusable("127.0.0.1");
    }

    @Test
    void no_password_is_shown() {
        node.answer("getblockchaininfo", "{\"chain\":\"test\"}");
        assertThat(demo().err()).doesNotContain("secret");
    }

    private Run demo() {
        return Run.of("demo --bitcoind-url " + node.url());
    }
}
