package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.node.Run;
import org.gridbolt.node.report.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each way for a channel to end must show on any chain: whoever keeps to the protocol has at least what its newest state
 * and the penalty give it. What that is follows here from the units of the report alone.
 */
abstract class ScenarioContract {

    private static final long CONSUMER = 200_000;
    private static final long PRODUCER = 80_000;
    private static final long UTILITY = 20_000;

    /** More than all claims of one settlement pay. */
    private static final long FEES_MAX = 2_000;

    /** Slots from slot 0 to the expiry, of six blocks each. */
    private static final int BLOCKS_TO_EXPIRY = 26 * 6;

    @TempDir
    Path folder;

    /** The options that choose the chain. */
    abstract String chain();

    /** Holds a run with these options against the same run elsewhere. */
    void compare(DemoResult result, String options) {}

    private DemoResult run(String options) {
        DemoResult result = DemoResult.of(folder, chain() + " --scenario " + options);
        result.assertSound();
        assertThat(result.coins("/settlement/fees")).isBetween(0L, FEES_MAX);
        assertThat(result.said()).contains("they end with");
        compare(result, options);
        return result;
    }

    private static long settled(DemoResult result) {
        return DemoResult.sum(result.units("SETTLED"), "coins");
    }

    private static void assertKind(DemoResult result, String kind) {
        assertThat(result.at("/settlement/kind").asText()).isEqualTo(kind);
    }

    private static void assertEnds(DemoResult result, long consumer, long producer, long utility) {
        assertThat(result.coins("/settlement/consumer")).as("consumer").isEqualTo(consumer);
        assertThat(result.coins("/settlement/producer")).as("producer").isEqualTo(producer);
        assertThat(result.coins("/settlement/utility")).as("utility").isEqualTo(utility);
    }

    private static void assertWalletIsSpentBy(DemoResult result, String purpose) {
        String wallet = result.at("/wallet/outpoint").asText();
        assertThat(result.parsed(purpose).inputs())
                .extracting(input -> input.outpoint().toString())
                .contains(wallet);
    }

    private static int block(DemoResult result, JsonNode mined) {
        return result.at("/chain/height").asInt() - mined.get("confirmations").asInt() + 1;
    }

    @Test
    void a_producer_whose_consumer_walks_away_is_paid_for_all_that_it_delivered() {
        DemoResult result = run("walkaway --fail-unit 12");
        long fees = result.coins("/settlement/fees");

        assertKind(result, "UNILATERAL");
        assertWalletIsSpentBy(result, "COMMITMENT");
        assertThat(result.units("SETTLED")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(result.units("LAPSED")).isNotEmpty();
        assertThat(result.transactions("CLAIM")).hasSizeGreaterThanOrEqualTo(2);
        assertEnds(result, CONSUMER - settled(result), PRODUCER + settled(result) - fees, UTILITY);
    }

    @Test
    void a_producer_whose_consumer_is_gone_settles_with_the_utility_in_one_transaction() {
        DemoResult result = run("arbitrated --fail-unit 12");

        assertKind(result, "ARBITRATED");
        assertWalletIsSpentBy(result, "ARBITRATED");
        assertThat(result.transactions("PENALTY")).isEmpty();
        assertThat(result.printed()).containsPattern("ARBITRATED +[0-9a-f]{64}");
        assertThat(result.page()).contains("ARBITRATED");
        assertThat(result.units("SETTLED")).hasSizeGreaterThanOrEqualTo(12);
        assertThat(result.units("LAPSED")).isNotEmpty();
        assertThat(result.coins("/settlement/fees")).isZero();
        assertEnds(result, CONSUMER - settled(result), PRODUCER + settled(result), UTILITY);
        Run verified = Run.of("verify-ruling", result.ruling().toString());
        assertThat(verified.exitCode()).as(verified.err()).isZero();
        assertThat(verified.out())
                .contains("the producer's signed word that the consumer did not answer")
                .contains("The arbitrated close on the wallet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"honest", "default --fail-unit 12", "walkaway --fail-unit 12"})
    void a_plain_wallet_settles_the_same(String scenario) {
        DemoResult plain = run(scenario + " --wallet plain");
        DemoResult roleKeys = DemoResult.of(folder, "--chain embedded --scenario " + scenario);

        assertThat(plain.at("/wallet/template").asText()).isEqualTo("PLAIN");
        assertThat(plain.at("/wallet/descriptor").asText()).startsWith("wsh(sortedmulti(2,");
        assertThat(plain.at("/units")).isEqualTo(roleKeys.at("/units"));
        assertThat(plain.at("/settlement/kind")).isEqualTo(roleKeys.at("/settlement/kind"));
        assertThat(plain.coins("/settlement/utility")).isEqualTo(roleKeys.coins("/settlement/utility"));
        assertThat(plain.coins("/settlement/producer"))
                .isCloseTo(roleKeys.coins("/settlement/producer"), within(FEES_MAX));
    }

    @Test
    void a_sleeping_consumer_has_everything_of_a_producer_that_cheats() {
        DemoResult result = run("cheat --asleep");
        long fees = result.coins("/settlement/fees");

        assertThat(result.at("/scenario").asText()).isEqualTo(Scenario.CHEAT_ASLEEP.toString());
        assertKind(result, "JUSTICE");
        assertWalletIsSpentBy(result, "COMMITMENT");
        assertThat(result.transactions("CLAIM"))
                .as("what only somebody awake does")
                .isEmpty();
        assertEnds(result, CONSUMER + PRODUCER - fees, 0, UTILITY);
    }

    @Test
    void a_producer_that_publishes_before_its_penalty_saves_nothing() {
        DemoResult result = run("default-race --fail-unit 12");
        long fees = result.coins("/settlement/fees");
        long failed = DemoResult.sum(result.units("REPLACED"), "coins");

        assertKind(result, "PENALTY");
        assertWalletIsSpentBy(result, "COMMITMENT");
        assertThat(result.units("REPLACED")).hasSize(1);
        Transaction commitment = result.parsed("COMMITMENT");
        assertThat(result.transactions("PENALTY"))
                .hasSize(2)
                .allSatisfy(penalty -> assertThat(
                                Transaction.ofHex(penalty.get("hex").asText()).inputs())
                        .allMatch(input -> input.outpoint().txid().equals(commitment.txid())));
        assertEnds(
                result, CONSUMER - settled(result) - failed - fees, 0, UTILITY + PRODUCER + settled(result) + failed);
    }

    @Test
    void a_graded_penalty_costs_what_was_lacking_and_a_share_of_it_is_the_consumers() {
        DemoResult result = run("graded-penalty --fail-unit 12");
        JsonNode failed = result.units("REPLACED").get(0);
        long coins = failed.get("coins").asLong();
        long energy = failed.get("wh").asLong();
        long lacking = energy - energy * 3 / 4;
        long balance = PRODUCER + settled(result);
        long replacement = coins * lacking / energy;
        long forfeited = balance * lacking / energy;
        long share = forfeited * 200 / 1_000;

        assertKind(result, "PENALTY");
        assertWalletIsSpentBy(result, "PENALTY");
        assertEnds(
                result,
                CONSUMER - settled(result) - coins + share,
                balance - forfeited + coins - replacement,
                UTILITY + replacement + forfeited - share);
    }

    @Test
    void a_default_whose_penalty_is_waived_costs_what_was_lacking_and_trade_goes_on() {
        DemoResult result = run("graded");
        JsonNode failed = result.units("REPLACED").get(0);
        long coins = failed.get("coins").asLong();
        long energy = failed.get("wh").asLong();
        long lacking = energy - energy * 3 / 4;
        long before = 0;
        long after = 0;
        for (JsonNode unit : result.units("SETTLED")) {
            if (unit.get("slot").asInt() <= failed.get("slot").asInt()) {
                before += unit.get("coins").asLong();
            } else {
                after += unit.get("coins").asLong();
            }
        }
        long balance = PRODUCER + before;
        long replacement = coins * lacking / energy;
        long forfeited = balance * lacking / (10 * energy);
        long share = forfeited * 200 / 1_000;
        long fee = result.coins("/settlement/fees");

        assertKind(result, "COOPERATIVE");
        assertWalletIsSpentBy(result, "CLOSE");
        assertThat(after).isPositive();
        assertEnds(
                result,
                CONSUMER - settled(result) - coins + share - fee,
                PRODUCER + settled(result) + coins - replacement - forfeited,
                UTILITY + replacement + forfeited - share);
    }

    @Test
    void a_channel_closes_by_itself_at_its_expiry() {
        DemoResult result = run("expiry");
        int opened = block(result, result.transaction("FUNDING"));
        int closed = block(result, result.transaction("CLOSE"));

        assertKind(result, "COOPERATIVE");
        assertThat(closed - opened).as("blocks").isGreaterThan(BLOCKS_TO_EXPIRY);
        assertAgreed(result, CONSUMER);
    }

    @Test
    void a_wallet_that_runs_dry_settles_what_was_delivered() {
        DemoResult result = run("wallet-dry");

        assertKind(result, "COOPERATIVE");
        assertThat(result.units("SETTLED")).isNotEmpty();
        assertThat(result.units("LAPSED")).isNotEmpty();
        assertThat(result.said()).contains("run dry");
        assertAgreed(result, 100_000);
    }

    @Test
    void a_close_that_was_reorganised_away_pays_the_same_when_it_is_mined_again() {
        DemoResult result = run("reorg");

        assertKind(result, "COOPERATIVE");
        assertThat(result.said()).containsPattern("reorg: the close is undone with \\d+ block");
        assertAgreed(result, CONSUMER);
    }

    private static void assertAgreed(DemoResult result, long consumer) {
        long fees = result.coins("/settlement/fees");
        long consumerLacks = consumer - settled(result) - result.coins("/settlement/consumer");
        long producerLacks = PRODUCER + settled(result) - result.coins("/settlement/producer");

        assertWalletIsSpentBy(result, "CLOSE");
        assertThat(List.of(consumerLacks, producerLacks))
                .as("who closes pays the fee")
                .containsExactlyInAnyOrder(0L, fees);
        assertThat(result.coins("/settlement/utility")).isEqualTo(UTILITY);
    }
}
