package org.gridbolt.node.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.node.Run;

/** What a run of the demo left behind, read as an outsider reads it: from {@code report.json} alone. */
final class DemoResult {

    private final Path folder;
    private final JsonNode report;
    private final Run run;

    private DemoResult(Path folder, JsonNode report, Run run) {
        this.folder = folder;
        this.report = report;
        this.run = run;
    }

    /** Runs the demo with these options, which must go well. */
    static DemoResult of(Path folder, String options) {
        Run run = Run.of("demo --out " + folder + " " + options);
        assertThat(run.exitCode()).as(run.err()).isZero();
        try {
            String json = Files.readString(folder.resolve("report.json"));
            return new DemoResult(folder, new ObjectMapper().readTree(json), run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a person saw. */
    String printed() {
        return run.out();
    }

    /** All that the run said, as one line. */
    String said() {
        return (run.err() + run.out()).replaceAll("\\s+", " ");
    }

    /** The page, {@code report.html}. */
    String page() {
        try {
            return Files.readString(folder.resolve("report.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path ruling() {
        return folder.resolve("ruling.bin");
    }

    JsonNode at(String pointer) {
        return report.at(pointer);
    }

    long coins(String pointer) {
        assertThat(report.at(pointer).isIntegralNumber()).as(pointer).isTrue();
        return report.at(pointer).asLong();
    }

    List<JsonNode> units(String outcome) {
        return units().filter(unit -> unit.get("outcome").asText().equals(outcome))
                .toList();
    }

    Stream<JsonNode> units() {
        return StreamSupport.stream(report.get("units").spliterator(), false);
    }

    static long sum(List<JsonNode> units, String field) {
        return units.stream().mapToLong(unit -> unit.get(field).asLong()).sum();
    }

    /** The one transaction of this purpose. */
    JsonNode transaction(String purpose) {
        List<JsonNode> found = transactions(purpose);
        assertThat(found).as(purpose).hasSize(1);
        return found.get(0);
    }

    /** All transactions of this purpose. */
    List<JsonNode> transactions(String purpose) {
        return transactions()
                .filter(mined -> mined.get("purpose").asText().equals(purpose))
                .toList();
    }

    Transaction parsed(String purpose) {
        return Transaction.ofHex(transaction(purpose).get("hex").asText());
    }

    Stream<JsonNode> transactions() {
        return StreamSupport.stream(report.get("transactions").spliterator(), false);
    }

    /**
     * That {@code other}, the same run on another chain, came to the same: units, totals, who ends with what, by which transactions,
     * and every coin of the fund. What follows from the outpoints alone, as ids, differs.
     */
    void assertSameAs(DemoResult other) {
        assertThat(report.get("units")).isEqualTo(other.report.get("units"));
        assertThat(report.get("totals")).isEqualTo(other.report.get("totals"));
        for (String field : List.of("kind", "consumer", "producer", "utility", "fees")) {
            assertThat(at("/settlement/" + field)).as(field).isEqualTo(other.at("/settlement/" + field));
        }
        assertThat(transactions().map(mined -> mined.get("purpose").asText()))
                .containsExactlyElementsOf(other.transactions()
                        .map(mined -> mined.get("purpose").asText())
                        .toList());
        assertThat(fundEntries()).isEqualTo(other.fundEntries()).isNotEmpty();
    }

    private List<String> fundEntries() {
        return StreamSupport.stream(report.at("/fund/entries").spliterator(), false)
                .map(entry -> entry.get("slot") + " " + entry.get("coins") + " " + entry.get("reason"))
                .toList();
    }

    /** What holds of every report. */
    void assertSound() {
        assertWalletIsConserved();
        assertPricesFollowDemand();
        assertTotalsAreTheSettledUnits();
        transactions().forEach(DemoResult::assertTransactionIsWhatItSays);
        assertFundIsConserved();
    }

    /** What came in is what was paid and what is owed, and every payout is in a block. */
    private void assertFundIsConserved() {
        long sum = StreamSupport.stream(report.at("/fund/entries").spliterator(), false)
                .mapToLong(entry -> entry.get("coins").asLong())
                .sum();
        assertThat(sum).isZero();
        assertThat(coins("/fund/forfeited") + coins("/fund/turnover"))
                .isEqualTo(coins("/fund/paid") + coins("/fund/owed"));
        report.at("/fund/payouts").forEach(DemoResult::assertTransactionIsWhatItSays);
    }

    private void assertWalletIsConserved() {
        long total = coins("/wallet/total");
        assertThat(coins("/wallet/consumer") + coins("/wallet/producer") + coins("/wallet/utility"))
                .isEqualTo(total);
        assertThat(coins("/settlement/consumer")
                        + coins("/settlement/producer")
                        + coins("/settlement/utility")
                        + coins("/settlement/fees"))
                .isEqualTo(total);
    }

    private void assertPricesFollowDemand() {
        BigDecimal a = at("/price/a").decimalValue();
        BigDecimal b = at("/price/b").decimalValue();
        BigDecimal c = at("/price/c").decimalValue();
        units().forEach(unit -> {
            BigDecimal demand = unit.get("demandWh").decimalValue().movePointLeft(3);
            BigDecimal price =
                    a.multiply(demand).multiply(demand).add(b.multiply(demand)).add(c);
            assertThat(new BigDecimal(unit.get("price").asText())).isEqualByComparingTo(price);
        });
    }

    private void assertTotalsAreTheSettledUnits() {
        List<JsonNode> settled = units("SETTLED");
        assertThat(coins("/totals/wh")).isEqualTo(sum(settled, "wh"));
        assertThat(coins("/totals/coins")).isEqualTo(sum(settled, "coins"));
        BigDecimal exact = settled.stream()
                .map(unit -> new BigDecimal(unit.get("price").asText())
                        .multiply(unit.get("wh").decimalValue())
                        .movePointLeft(3))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String[] fraction = at("/totals/exactCoins").asText().split("/", 2);
        assertThat(exact.multiply(new BigDecimal(fraction[1]))).isEqualByComparingTo(new BigDecimal(fraction[0]));
        assertThat(new BigInteger(fraction[0]).gcd(new BigInteger(fraction[1]))).isEqualTo(BigInteger.ONE);
        assertThat(exact.subtract(BigDecimal.valueOf(coins("/totals/coins"))).abs())
                .isLessThan(BigDecimal.valueOf(2));
    }

    private static void assertTransactionIsWhatItSays(JsonNode mined) {
        Transaction transaction = Transaction.ofHex(mined.get("hex").asText());
        assertThat(transaction.txid().toString()).isEqualTo(mined.get("txid").asText());
        assertThat(transaction.vsize()).isEqualTo(mined.get("vsize").asInt());
        assertThat(mined.get("confirmations").asInt())
                .as(mined.get("purpose").asText())
                .isPositive();
        assertThat(mined.get("fee").asLong()).isNotNegative();
    }
}
