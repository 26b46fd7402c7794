package org.gridbolt.penalty.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_NODE;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_METER;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_NODE;
import static org.gridbolt.penalty.ChannelFixture.TERMS;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.announcement;
import static org.gridbolt.penalty.ChannelFixture.book;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.receipt;
import static org.gridbolt.penalty.ChannelFixture.ticket;
import static org.gridbolt.penalty.ChannelFixture.unit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.VectorFile;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The published test vectors of each signed type: fields, encoding, hash and signature. With {@code -Dgolden=rewrite} they are
 * written afresh: whoever commits a change understands it, and gives the tag a new version.
 */
class ContractVectorsTest {

    private static final Ticket FIRST = ticket(1, 30_000);
    private static final Ticket SECOND = ticket(2, 40_000);
    private static final StateReceipt RECEIPT =
            receipt(Party.PRODUCER, Allocation.of(130_000, 80_000, 20_000), new PendingUnits(List.of(FIRST, SECOND)));

    private static final Map<String, Function<CanonicalReader, Contract>> READERS = Map.ofEntries(
            Map.entry("terms", Terms::readFrom),
            Map.entry("terms-graded", Terms::readFrom),
            Map.entry("price-announcement", PriceAnnouncement::readFrom),
            Map.entry("ticket-book", TicketBook::readFrom),
            Map.entry("state-receipt", StateReceipt::readFrom),
            Map.entry("receipt-ack", ReceiptAck::readFrom),
            Map.entry("unit-accept", UnitAccept::readFrom),
            Map.entry("meter-reading", MeterReading::readFrom),
            Map.entry("producer-silence", ProducerSilence::readFrom),
            Map.entry("penalty-waived", PenaltyWaived::readFrom),
            Map.entry("peer-absence", PeerAbsence::readFrom));

    record Sample(String name, Contract contract, PrivateKey signer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample("terms", TERMS, UTILITY_NODE),
                new Sample("terms-graded", graded(), UTILITY_NODE),
                new Sample("price-announcement", announcement(FIRST), UTILITY_NODE),
                new Sample("ticket-book", book(FIRST, SECOND), UTILITY_NODE),
                new Sample("state-receipt", RECEIPT, PRODUCER_NODE),
                new Sample("receipt-ack", new ReceiptAck(CHANNEL, hash("A's receipt"), RECEIPT.hash()), UTILITY_NODE),
                new Sample(
                        "unit-accept",
                        new UnitAccept(CHANNEL, List.of(unit(1), unit(2)), RECEIPT.hash()),
                        PRODUCER_NODE),
                new Sample(
                        "meter-reading",
                        new MeterReading(CHANNEL, unit(1), new WattHours(100), new BlockHeight(1013)),
                        PRODUCER_METER),
                new Sample(
                        "producer-silence",
                        new ProducerSilence(CHANNEL, unit(1), new BlockHeight(1013), new BlockHeight(1019)),
                        CONSUMER_NODE),
                new Sample("penalty-waived", new PenaltyWaived(CHANNEL, hash("the ruling")), CONSUMER_NODE),
                new Sample(
                        "peer-absence",
                        new PeerAbsence(CHANNEL, Party.PRODUCER, new BlockHeight(1013), new BlockHeight(1019)),
                        PRODUCER_NODE));
    }

    private static Terms graded() {
        return ChannelFixture.terms(new Graded(new Fraction(1, 2), 3, new PerMille(400)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_contract_is_encoded_hashed_and_signed_as_published(Sample sample) {
        Signed<Contract> signed = Signed.sign(sample.contract(), sample.signer());
        JsonNode content = VectorFile.content(sample.contract(), sample.signer(), signed.signature());

        assertThat(VectorFile.of("contract/" + sample.name())
                        .rewrittenWith(content)
                        .read())
                .isEqualTo(content);
    }

    /** From the file alone, as another implementation reads it. */
    @ParameterizedTest
    @MethodSource("samples")
    void a_published_vector_is_consistent(Sample sample) {
        JsonNode vector = VectorFile.of("contract/" + sample.name()).read();
        Bytes encoding = Bytes.ofHex(vector.get("encoding").asText());
        Contract decoded = CanonicalReader.decode(encoding, Objects.requireNonNull(READERS.get(sample.name())))
                .value()
                .orElseThrow();

        assertThat(decoded).isEqualTo(sample.contract());
        assertThat(decoded.encode()).isEqualTo(encoding);
        assertThat(Tag.of(vector.get("tag").asText()).hash(encoding))
                .hasToString(vector.get("hash").asText());
        assertThat(new Signed<>(
                                decoded,
                                Signature.of(Bytes.ofHex(vector.get("signature").asText())))
                        .isSignedBy(PublicKey.ofHex(vector.get("publicKey").asText())))
                .isTrue();
    }
}
