package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.VectorFile;
import org.gridbolt.penalty.contract.Signed;
import org.junit.jupiter.api.Test;

/** The published test vectors of a ruling and of its file; {@code -Dgolden=rewrite} writes them afresh. */
class RulingVectorsTest {

    private static final RulingFile FILE = withEverything();

    private static RulingFile withEverything() {
        RulingCase ruled = new RulingCase();
        ruled.silences.add(RulingCase.silence(RulingCase.DEFAULTED, 6));
        return ruled.file();
    }

    @Test
    void a_ruling_is_encoded_hashed_and_signed_as_published() {
        Signed<Ruling> ruling = FILE.ruling();
        JsonNode content = VectorFile.content(ruling.content(), UTILITY_NODE, ruling.signature());

        assertThat(VectorFile.of("ruling/ruling").rewrittenWith(content).read()).isEqualTo(content);
    }

    @Test
    void a_ruling_file_is_as_published() {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("utility", UTILITY_NODE.publicKey().toString());
        content.put("file", FILE.encode().toHex());
        content.put("evidenceHash", FILE.evidence().hash().toString());
        content.put("consumer", 160_000);
        content.put("producer", 40_000);
        content.put("utilityCoins", 100_000);

        assertThat(VectorFile.of("ruling/file").rewrittenWith(content).read()).isEqualTo(content);
    }

    /** From the file alone: what was once proved stays proved. */
    @Test
    void a_published_ruling_file_is_verified() {
        JsonNode published = VectorFile.of("ruling/file").read();
        PublicKey utility = PublicKey.ofHex(published.get("utility").asText());

        VerifiedRuling ruling = RulingVerifier.verify(
                        Bytes.ofHex(published.get("file").asText()), utility)
                .value()
                .orElseThrow();

        assertThat(ruling.onWallet().consumer().value)
                .isEqualTo(published.get("consumer").asLong());
        assertThat(ruling.onWallet().producer().value)
                .isEqualTo(published.get("producer").asLong());
        assertThat(ruling.onWallet().utility().value)
                .isEqualTo(published.get("utilityCoins").asLong());
    }
}
