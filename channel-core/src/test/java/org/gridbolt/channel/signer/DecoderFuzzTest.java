package org.gridbolt.channel.signer;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.ruling.SignedSpends;
import org.gridbolt.testing.fuzz.Decoder;
import org.gridbolt.testing.fuzz.DecoderFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.provider.MethodSource;

/** The signers' records, which stay readable in their older forms too. */
class DecoderFuzzTest {

    private static final DecoderFuzz FUZZ = new DecoderFuzz(decoders());

    private static Bytes ofHousehold() {
        SignedChannel channel = new SignedChannel(Party.CONSUMER);
        channel.advanceTo(3);
        return channel.marks.load(SignedChannel.keyId(Party.CONSUMER)).orElseThrow();
    }

    private static Bytes ofUtility() {
        Sha256Hash hash = Sha256Hash.wrap(Examples.bytes32("hash").toArray());
        SignedSpends spends =
                SignedSpends.NONE.with(new Outpoint(hash, 1), hash).orElseThrow();
        return UtilityMark.first(hash).under(hash, spends).encode();
    }

    private static Optional<Bytes> inFile(Bytes file) {
        try {
            return Optional.of(MarkFile.decode(file, "in a file"));
        } catch (MarkUnreadable refused) {
            return Optional.empty();
        }
    }

    private static List<Decoder> decoders() {
        return List.of(
                Decoder.lenient(
                        "HouseholdMark",
                        input -> HouseholdMark.decode(Bytes.of(input)).value(),
                        List.of(ofHousehold().toArray())),
                Decoder.lenient(
                        "UtilityMark",
                        input -> UtilityMark.decode(Bytes.of(input)).value(),
                        List.of(ofUtility().toArray())),
                Decoder.canonical(
                        "MarkFile",
                        input -> inFile(Bytes.of(input)),
                        mark -> MarkFile.encode(mark).toArray(),
                        List.of(MarkFile.encode(ofHousehold()).toArray())));
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
