package org.gridbolt.node.torture;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.profile.ProfileReader;
import org.gridbolt.pricing.rule.Coefficient;
import org.gridbolt.pricing.rule.QuadraticPrice;
import org.gridbolt.testing.fuzz.Decoder;
import org.gridbolt.testing.fuzz.DecoderFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that the command line and its files hold. */
class DecoderFuzzTest {

    private static final String PROFILE = """
            hour_start,home1_load_wh,home1_pv_wh,home2_load_wh,home2_pv_wh
            2017-02-19T00:00,732,0,1186,0
            2017-02-19T01:00,1200,0,1271,0
            """;

    private static final DecoderFuzz FUZZ = new DecoderFuzz(decoders());

    private static Decoder text(String name, Function<String, Optional<?>> reading, String... seeds) {
        return Decoder.lenient(
                name,
                input ->
                        reading.apply(new String(input, StandardCharsets.UTF_8)).map(read -> true),
                Stream.of(seeds)
                        .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private static List<Decoder> decoders() {
        return List.of(
                Decoder.canonical(
                        "Price",
                        input -> Price.parse(new String(input, StandardCharsets.UTF_8)),
                        price -> price.toDecimalString().getBytes(StandardCharsets.UTF_8),
                        List.of("10000".getBytes(StandardCharsets.UTF_8), "0.25".getBytes(StandardCharsets.UTF_8))),
                text("QuadraticPrice", said -> QuadraticPrice.parse(said).value(), "0.25,1,3"),
                text("Coefficient", said -> Coefficient.parse("a", said).value(), "0.25", "12"),
                Decoder.lenient(
                        "ProfileReader",
                        input -> ProfileReader.read("a file", input).value(),
                        List.of(PROFILE.getBytes(StandardCharsets.UTF_8))),
                text("Replay", Replay::parse, "gridbolt torture 1\nseed -7\nevents 100\nviolates conservation\n"));
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
