package org.gridbolt.penalty.ruling;

import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.payoutScript;
import static org.gridbolt.penalty.ChannelFixture.preimage;
import static org.gridbolt.penalty.ruling.RulingCase.BOOK;
import static org.gridbolt.penalty.ruling.RulingCase.DEFAULTED;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Contract;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.RandomContracts;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.fund.FundLedger;
import org.gridbolt.penalty.fund.FundPage;
import org.gridbolt.penalty.fund.FundRule;
import org.gridbolt.penalty.fund.MinedBlock;
import org.gridbolt.penalty.fund.Miner;
import org.gridbolt.penalty.fund.SlotIncome;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.fuzz.Decoder;
import org.gridbolt.testing.fuzz.DecoderFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.provider.MethodSource;

/** Signed statements, ruling and fraud files, the fund's pages and the co-signers' marks. */
class DecoderFuzzTest {

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

    private static final int SAMPLES = 200;

    private static final DecoderFuzz FUZZ = new DecoderFuzz(decoders());

    private static <T> Decoder decoder(
            String name, Function<Bytes, Outcome<T, DecodingFlaw>> decode, Function<T, Bytes> encode, Bytes... seeds) {
        return Decoder.canonical(
                name,
                input -> decode.apply(Bytes.of(input)).value(),
                value -> encode.apply(value).toArray(),
                Stream.of(seeds).map(Bytes::toArray).toList());
    }

    private static List<Decoder> decoders() {
        RulingFile file = new RulingCase().file();
        FraudProof proof = new FraudProof.DefaultOfRevealedUnit(
                file.ruling(), Signed.sign(BOOK, UTILITY_NODE), DEFAULTED.unit(), preimage(DEFAULTED));
        SignedSpends spends = SignedSpends.NONE.with(WALLET, hash("spend")).orElseThrow();
        List<Decoder> decoders = new ArrayList<>(List.of(
                decoder("RulingFile", RulingFile::decode, RulingFile::encode, file.encode()),
                Decoder.lenient(
                        "RulingVerifier",
                        input -> verified(Bytes.of(input)),
                        List.of(file.encode().toArray())),
                decoder(
                        "Ruling",
                        Ruling::decode,
                        Ruling::encode,
                        file.ruling().content().encode()),
                decoder("FraudFile", FraudFile::decode, FraudFile::encode, new FraudFile(proof).encode()),
                decoder("FraudProof", FraudProof::decode, FraudProof::encode, proof.encode()),
                decoder("SignedSpends", SignedSpends::decode, SignedSpends::encode, spends.encode()),
                decoder(
                        "TerminalMark",
                        TerminalMark::decode,
                        TerminalMark::encode,
                        TerminalMark.cooperativeClose().encode(),
                        TerminalMark.penalty(file.ruling().content()).encode()),
                decoder("FundPage", FundPage::decode, FundPage::encode, page().encode())));
        READERS.forEach((kind, reader) -> decoders.add(signed(kind, reader)));
        return decoders;
    }

    private static Optional<VerifiedRuling> verified(Bytes bytes) {
        return RulingVerifier.verify(bytes, UTILITY_NODE.publicKey()).value();
    }

    private static Decoder signed(Class<?> kind, Function<CanonicalReader, Contract> reader) {
        Bytes[] seeds = IntStream.range(0, SAMPLES)
                .mapToObj(seed -> new RandomContracts(new Random(seed)).contract())
                .filter(kind::isInstance)
                .map(contract -> Signed.sign(contract, UTILITY_NODE).encode())
                .toArray(Bytes[]::new);
        return decoder("Signed." + kind.getSimpleName(), bytes -> Signed.decode(bytes, reader), Signed::encode, seeds);
    }

    private static FundPage page() {
        FundRule rule = FundRule.of(new PerMille(10), new BlockHeight(100), new BlockCount(2));
        List<MinedBlock> blocks = List.of(new MinedBlock(new BlockHeight(102), new Miner(payoutScript("one"))));
        return FundLedger.open(ChainId.REGTEST, rule, new Slot(0))
                .draft(new SlotIncome(List.of(), Coin.valueOf(2001)), blocks, List.of());
    }

    @TestFactory
    Stream<DynamicTest> mutated_seeds_are_read_or_refused() {
        return FUZZ.tests(DecoderFuzz.SHORT);
    }

    @Tag("deep")
    @TestFactory
    Stream<DynamicTest> a_million_mutated_seeds_are_read_or_refused() {
        return FUZZ.tests(DecoderFuzz.LONG);
    }

    private static Stream<byte[]> seeds() {
        return FUZZ.seeds();
    }

    @Tag("jazzer")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "1h")
    void what_jazzer_makes_is_read_or_refused(byte[] input) {
        FUZZ.hold(input);
    }
}
