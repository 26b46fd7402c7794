package org.gridbolt.channel.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.channel.testing.MessageExamples;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.testing.fuzz.Decoder;
import org.gridbolt.testing.fuzz.DecoderFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages, and the stored form of each kind of state with its history. */
class DecoderFuzzTest {

    private static final DecoderFuzz FUZZ = new DecoderFuzz(decoders());

    /** There are dozens of kinds. */
    private static final int SHORTER = DecoderFuzz.SHORT / 20;

    private static List<Decoder> decoders() {
        List<Decoder> decoders = new ArrayList<>();
        decoders.add(Decoder.canonical(
                "MessageCodec",
                input -> MessageCodec.decode(Bytes.of(input)).value(),
                message -> MessageCodec.encode(message).toArray(),
                MessageExamples.ofEachKind().stream()
                        .map(message -> MessageCodec.encode(message).toArray())
                        .toList()));
        Set<String> known = new HashSet<>();
        Situations.ofSomeDays().machines().stream()
                .flatMap(machine -> machine.decoders().stream())
                .filter(decoder -> known.add(decoder.name()))
                .forEach(decoders::add);
        return decoders;
    }

    @TestFactory
    Stream<DynamicTest> mutated_seeds_are_read_or_refused() {
        return FUZZ.tests(SHORTER);
    }

    @Tag("deep")
    @TestFactory
    Stream<DynamicTest> fifty_thousand_mutated_seeds_are_read_or_refused() {
        return FUZZ.tests(DecoderFuzz.LONG / 20);
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
