package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.node.Run;
import org.gridbolt.penalty.ruling.RulingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the demo must show on any chain: the settlement of each scenario, to the coin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DemoContract {

    private static final long WALLET = 300_000;
    private static final long CONSUMER = 200_000;
    private static final long PRODUCER = 80_000;
    private static final long UTILITY = 20_000;
    private static final int SMALLEST_TRUE = 1;

    private DemoResult honest;
    private DemoResult failed;
    private DemoResult cheat;

    /** The options that choose the chain. */
    abstract String chain();

    @BeforeAll
    void run(@TempDir Path folder) {
        honest = DemoResult.of(folder.resolve("honest"), chain() + " --scenario honest");
        failed = DemoResult.of(folder.resolve("default"), chain() + " --scenario default");
        cheat = DemoResult.of(folder.resolve("cheat"), chain() + " --scenario cheat");
    }

    DemoResult honest() {
        return honest;
    }

    DemoResult failed() {
        return failed;
    }

    DemoResult cheat() {
        return cheat;
    }

    @Test
    void every_report_is_sound() {
        List.of(honest, failed, cheat).forEach(DemoResult::assertSound);
    }

    @Test
    void the_wallet_holds_what_the_three_put_in() {
        assertThat(honest.coins("/wallet/total")).isEqualTo(WALLET);
        assertThat(honest.coins("/wallet/consumer")).isEqualTo(CONSUMER);
        assertThat(honest.coins("/wallet/producer")).isEqualTo(PRODUCER);
        assertThat(honest.coins("/wallet/utility")).isEqualTo(UTILITY);
        assertThat(honest.at("/wallet/template").asText()).isEqualTo("ROLE_KEYS");
        assertThat(honest.at("/wallet/descriptor").asText()).startsWith("wsh(or_i(multi(2,");
        assertThat(honest.at("/wallet/outpoint").asText())
                .startsWith(honest.transaction("FUNDING").get("txid").asText() + ":");
    }

    @Test
    void an_honest_day_delivers_every_unit() {
        assertThat(honest.units("SETTLED")).hasSize(58);
        assertThat(honest.coins("/totals/wh")).isEqualTo(14_020);
        assertThat(honest.coins("/totals/coins")).isBetween(151_685L, 151_695L);
    }

    @Test
    void an_honest_day_moves_the_price_of_the_energy_and_nothing_else() {
        long paid = honest.coins("/totals/coins");
        long fees = honest.coins("/settlement/fees");
        long consumer = honest.coins("/settlement/consumer");
        long producer = honest.coins("/settlement/producer");

        assertThat(honest.at("/settlement/kind").asText()).isEqualTo("COOPERATIVE");
        assertThat(honest.coins("/settlement/utility")).isEqualTo(UTILITY);
        assertThat(consumer + producer).isEqualTo(CONSUMER + PRODUCER - fees);
        assertThat(consumer == CONSUMER - paid || producer == PRODUCER + paid)
                .as("only the closer pays the fee")
                .isTrue();
        assertThat(honest.transaction("CLOSE").get("fee").asLong()).isEqualTo(fees);
        assertSpendsTheWallet(honest, "CLOSE");
    }

    @Test
    void a_default_costs_the_producer_everything() {
        long settled = failed.coins("/totals/coins");
        long failedUnit = DemoResult.sum(failed.units("REPLACED"), "coins");

        assertThat(failed.units("REPLACED"))
                .singleElement()
                .satisfies(unit -> assertThat(unit.get("unit").asInt()).isEqualTo(40));
        assertThat(failed.at("/settlement/kind").asText()).isEqualTo("PENALTY");
        assertThat(failed.coins("/settlement/fees")).isZero();
        assertThat(failed.coins("/settlement/producer")).isZero();
        assertThat(failed.coins("/settlement/consumer")).isEqualTo(CONSUMER - settled - failedUnit);
        assertThat(failed.coins("/settlement/utility")).isEqualTo(WALLET - (CONSUMER - settled - failedUnit));
    }

    @Test
    void consumer_and_utility_signed_the_penalty() {
        List<Bytes> witness = assertSpendsTheWallet(failed, "PENALTY").witness();
        int top = witness.size() - 1;

        // or_i(A+B, or_i(A+U, B+U)): not the first choice, then the first of the second.
        assertThat(witness.get(top - 1)).isEqualTo(Bytes.EMPTY);
        assertThat(witness.get(top - 2)).isEqualTo(Bytes.of((byte) SMALLEST_TRUE));
        assertThat(failed.transaction("PENALTY").get("fee").asLong()).isZero();
        assertThat(failed.parsed("BUMP").inputs().stream()
                        .map(input -> input.outpoint().txid()))
                .contains(failed.parsed("PENALTY").txid());
    }

    @Test
    void the_penalty_names_the_ruling() throws IOException {
        Sha256Hash ruling = RulingFile.decode(Bytes.of(Files.readAllBytes(failed.ruling())))
                .orElseThrow()
                .ruling()
                .content()
                .hash();

        assertThat(failed.parsed("PENALTY").outputs().stream()
                        .flatMap(output -> OpReturnScript.parse(output.script()).stream())
                        .map(OpReturnScript::ruling))
                .containsExactly(ruling);
    }

    @Test
    void the_ruling_is_verified_from_its_file_alone() {
        Run run = Run.of("verify-ruling", failed.ruling().toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(
                        "the ruling holds", "the key in the terms", "unit 40", "DEFAULT", "its meter's reading of 0 Wh")
                .contains("producer 0");
    }

    @Test
    void a_ruling_with_another_byte_is_refused(@TempDir Path folder) throws IOException {
        byte[] ruling = Files.readAllBytes(failed.ruling());
        Path changed = folder.resolve("changed.bin");
        for (int place = 0; place < ruling.length; place += 97) {
            byte[] copy = ruling.clone();
            copy[place] ^= 1;
            Files.write(changed, copy);
            Run.of("verify-ruling", changed.toString()).assertUnusable("changed.bin", "refused");
        }
    }

    @Test
    void the_ruling_of_another_utility_is_refused() {
        String other = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
        Run.of("verify-ruling", failed.ruling().toString(), "--utility", other).assertUnusable("refused");
    }

    @Test
    void only_a_ruling_leaves_a_ruling_file() {
        assertThat(honest.ruling()).doesNotExist();
        assertThat(cheat.ruling()).doesNotExist();
    }

    @Test
    void a_cheat_leaves_the_producer_nothing() {
        assertThat(cheat.at("/settlement/kind").asText()).isEqualTo("JUSTICE");
        assertThat(cheat.coins("/settlement/producer")).isZero();
        assertThat(cheat.coins("/settlement/utility")).isEqualTo(UTILITY);
        assertSpendsTheWallet(cheat, "COMMITMENT");
        assertThat(cheat.parsed("JUSTICE").inputs().stream()
                        .map(input -> input.outpoint().txid()))
                .contains(cheat.parsed("COMMITMENT").txid());
    }

    @Test
    void the_outputs_on_chain_are_the_settlement() {
        long paidByClose = honest.parsed("CLOSE").outputTotal().getValue();
        long paidByPenalty = failed.parsed("PENALTY").outputTotal().getValue();

        assertThat(paidByClose).isEqualTo(WALLET - honest.coins("/settlement/fees"));
        assertThat(paidByPenalty).isEqualTo(WALLET);
    }

    @CanIgnoreReturnValue
    private static TxInput assertSpendsTheWallet(DemoResult result, String purpose) {
        Transaction spender = result.parsed(purpose);
        String wallet = result.at("/wallet/outpoint").asText();
        assertThat(spender.inputs())
                .anySatisfy(input -> assertThat(input.outpoint().toString()).isEqualTo(wallet));
        return spender.inputs().stream()
                .filter(input -> input.outpoint().toString().equals(wallet))
                .findFirst()
                .orElseThrow();
    }
}
