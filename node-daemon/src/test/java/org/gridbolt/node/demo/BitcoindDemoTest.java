package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBitcoind
class BitcoindDemoTest extends DemoContract {

    @TempDir
    @SuppressWarnings("NonFinalStaticField") // JUnit sets it
    private static Path otherFolder;

    @Override
    String chain() {
        return SharedBitcoind.option();
    }

    @Test
    void the_report_says_bitcoind() {
        assertThat(honest().at("/chain/kind").asText()).isEqualTo("bitcoind");
    }

    @Test
    void every_transaction_of_a_report_is_mined(Bitcoind bitcoind) {
        Stream.of(honest(), failed(), cheat())
                .flatMap(DemoResult::transactions)
                .forEach(reported -> assertMined(bitcoind, reported));
    }

    @Test
    void the_embedded_chain_gives_the_same_units_totals_settlement_and_fund() {
        assertSame(honest(), "honest");
        assertSame(failed(), "default");
        assertSame(cheat(), "cheat");
    }

    private static void assertSame(DemoResult here, String scenario) {
        DemoResult there = DemoResult.of(otherFolder.resolve(scenario), "--chain embedded --scenario " + scenario);
        here.assertSameAs(there);
    }

    private static void assertMined(Bitcoind bitcoind, JsonNode reported) {
        String txid = reported.get("txid").asText();
        int confirmations = reported.get("confirmations").asInt();
        int newest = bitcoind.height();
        boolean found = Stream.iterate(newest, height -> height - 1)
                .limit(1_000)
                .takeWhile(height -> height > 0)
                .anyMatch(height -> blockHas(bitcoind, height, txid));
        assertThat(confirmations).isPositive();
        assertThat(found).as(reported.get("purpose").asText()).isTrue();
    }

    private static boolean blockHas(Bitcoind bitcoind, int height, String txid) {
        JsonNode block =
                bitcoind.call("getblock", bitcoind.call("getblockhash", height).asText());
        return block.get("tx").toString().contains(txid);
    }
}
