package org.gridbolt.penalty.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

class ContractEncodingPropertyTest {

    private static final Map<Class<?>, Function<CanonicalReader, Contract>> READERS = Map.of(
            Terms.class, Terms::readFrom,
            PriceAnnouncement.class, PriceAnnouncement::readFrom,
            TicketBook.class, TicketBook::readFrom,
            StateReceipt.class, StateReceipt::readFrom,
            ReceiptAck.class, ReceiptAck::readFrom,
            UnitAccept.class, UnitAccept::readFrom,
            MeterReading.class, MeterReading::readFrom,
            ProducerSilence.class, ProducerSilence::readFrom,
            PenaltyWaived.class, PenaltyWaived::readFrom,
            PeerAbsence.class, PeerAbsence::readFrom);

    @Property(tries = 400)
    void a_contract_decodes_to_itself(@ForAll("contracts") Contract contract) {
        assertThat(decode(contract, contract.encode()).value()).contains(contract);
    }

    @Property(tries = 1000)
    void one_changed_bit_is_refused_or_means_something_else(
            @ForAll("contracts") Contract contract, @ForAll Random random) {
        Bytes changed = withOneBitChanged(contract.encode(), random);

        decode(contract, changed).value().ifPresent(other -> {
            assertThat(other).isNotEqualTo(contract);
            assertThat(other.hash()).isNotEqualTo(contract.hash());
            assertThat(other.encode()).isEqualTo(changed);
        });
    }

    @Property(tries = 200)
    void a_cut_or_longer_encoding_is_refused(@ForAll("contracts") Contract contract, @ForAll Random random) {
        Bytes encoding = contract.encode();

        assertThat(decode(contract, encoding.slice(0, random.nextInt(encoding.size())))
                        .flaw())
                .isPresent();
        assertThat(decode(contract, encoding.concat(Bytes.of((byte) 0))).flaw()).isPresent();
    }

    @Property(tries = 500)
    void bytes_of_any_kind_are_decoded_or_refused_and_nothing_else(
            @ForAll byte[] bytes, @ForAll("contracts") Contract kind) {
        Outcome<Contract, DecodingFlaw> outcome = decode(kind, Bytes.of(bytes));

        assertThat(outcome.value().isPresent()).isNotEqualTo(outcome.flaw().isPresent());
    }

    @Property(tries = 100)
    void a_signature_is_of_one_content_by_one_key(@ForAll("contracts") Contract contract, @ForAll Random random) {
        PrivateKey signer = new RandomContracts(random).privateKey();
        PrivateKey other = new RandomContracts(random).privateKey();
        Signed<Contract> signed = Signed.sign(contract, signer);

        assertThat(signed.isSignedBy(signer.publicKey())).isTrue();
        assertThat(signed.isSignedBy(other.publicKey())).isFalse();
        assertThat(Signed.sign(contract, signer)).isEqualTo(signed);
        assertThat(Signed.decode(signed.encode(), readerOf(contract)).value()).contains(signed);
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return RandomContracts.any();
    }

    private static Function<CanonicalReader, Contract> readerOf(Contract kind) {
        return Objects.requireNonNull(READERS.get(kind.getClass()));
    }

    private static Outcome<Contract, DecodingFlaw> decode(Contract kind, Bytes encoding) {
        return CanonicalReader.decode(encoding, readerOf(kind));
    }

    private static Bytes withOneBitChanged(Bytes encoding, Random random) {
        byte[] changed = encoding.toArray();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return Bytes.of(changed);
    }
}
