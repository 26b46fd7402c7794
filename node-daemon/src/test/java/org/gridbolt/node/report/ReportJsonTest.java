package org.gridbolt.node.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

    private final JsonNode report = parse(ReportJson.of(SampleReports.failed()));

    @Test
    void it_has_these_fields_in_this_order() {
        assertThat(names(report))
                .containsExactly(
                        "scenario",
                        "chain",
                        "wallet",
                        "price",
                        "units",
                        "totals",
                        "settlement",
                        "transactions",
                        "fund");
        assertThat(names(report.get("fund")))
                .containsExactly("turnoverShare", "forfeited", "turnover", "paid", "owed", "entries", "payouts");
        assertThat(names(report.at("/fund/entries/0"))).containsExactly("slot", "account", "coins", "reason");
        assertThat(names(report.get("chain"))).containsExactly("kind", "version", "height");
        assertThat(names(report.get("wallet")))
                .containsExactly("outpoint", "total", "consumer", "producer", "utility", "template", "descriptor");
        assertThat(names(report.get("price"))).containsExactly("a", "b", "c");
        assertThat(names(report.get("units").get(0)))
                .containsExactly("unit", "slot", "wh", "demandWh", "price", "coins", "outcome");
        assertThat(names(report.get("totals"))).containsExactly("wh", "coins", "exactCoins");
        assertThat(names(report.get("settlement")))
                .containsExactly("kind", "txid", "consumer", "producer", "utility", "fees");
        assertThat(names(report.get("transactions").get(0)))
                .containsExactly("purpose", "txid", "hex", "vsize", "fee", "confirmations");
    }

    @Test
    void words_are_spelled_as_the_command_line_and_the_protocol_spell_them() {
        assertThat(report.get("scenario").asText()).isEqualTo("default");
        assertThat(report.at("/chain/kind").asText()).isEqualTo("embedded");
        assertThat(report.at("/units/1/outcome").asText()).isEqualTo("REPLACED");
        assertThat(report.at("/settlement/kind").asText()).isEqualTo("PENALTY");
        assertThat(report.at("/transactions/1/purpose").asText()).isEqualTo("PENALTY");
    }

    @Test
    void amounts_are_numbers_and_a_unit_s_price_is_a_decimal_string() {
        assertThat(report.at("/units/1/price").asText()).isEqualTo("7812.5");
        assertThat(report.at("/units/1/price").isTextual()).isTrue();
        assertThat(report.at("/price/c").asInt()).isEqualTo(5_000);
        assertThat(report.at("/settlement/utility").asLong()).isEqualTo(103_000);
    }

    private static List<String> names(JsonNode object) {
        Iterator<String> names = object.fieldNames();
        List<String> found = new java.util.ArrayList<>();
        names.forEachRemaining(found::add);
        return found;
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
