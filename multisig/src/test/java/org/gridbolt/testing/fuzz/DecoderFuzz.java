package org.gridbolt.testing.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The decoders of a module under mutated seeds: with fixed chance, as long as asked for, or one of them under one input. */
public final class DecoderFuzz {

    /** How many inputs each decoder gets in every build. */
    public static final int SHORT = 2_000;

    /** How many inputs each decoder gets in a long campaign. */
    public static final int LONG = 1_000_000;

    /** The property that names the one decoder to fuzz. */
    static final String DECODER = "gridbolt.fuzz.decoder";

    /** The property with the one input to try again, in hexadecimal. */
    static final String INPUT = "gridbolt.fuzz.input";

    private static final String TRIES = "gridbolt.fuzz.tries";

    private final List<Decoder> decoders;

    /** Of these. */
    public DecoderFuzz(List<Decoder> decoders) {
        this.decoders = List.copyOf(decoders);
    }

    /** A test for each decoder, of that many inputs unless a property says otherwise. */
    public Stream<DynamicTest> tests(int tries) {
        int count = Integer.getInteger(TRIES, tries);
        return chosen().map(decoder -> DynamicTest.dynamicTest(decoder.name(), () -> fuzz(decoder, count)));
    }

    /** Holds one decoder to {@code input}: its first two bytes say which. */
    public void hold(byte[] input) {
        List<Decoder> chosen = chosen().toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no decoder here is called " + System.getProperty(DECODER));
        }
        if (input.length >= Short.BYTES) {
            int number = Short.toUnsignedInt(ByteBuffer.wrap(input).getShort());
            chosen.get(number % chosen.size()).hold(Arrays.copyOfRange(input, Short.BYTES, input.length));
        }
    }

    /** Inputs to begin with: the seeds of the decoders, each behind the bytes that say which. */
    public Stream<byte[]> seeds() {
        List<Decoder> chosen = chosen().toList();
        return IntStream.range(0, chosen.size())
                .boxed()
                .flatMap(at -> chosen.get(at).seeds().stream().map(seed -> behind(at, seed)));
    }

    private static byte[] behind(int number, byte[] seed) {
        return ByteBuffer.allocate(Short.BYTES + seed.length)
                .putShort((short) number)
                .put(seed)
                .array();
    }

    private Stream<Decoder> chosen() {
        String only = System.getProperty(DECODER, "");
        return decoders.stream()
                .filter(decoder -> only.isEmpty() || decoder.name().equals(only));
    }

    private static void fuzz(Decoder decoder, int tries) {
        String input = System.getProperty(INPUT, "");
        if (!input.isEmpty()) {
            decoder.hold(HexFormat.of().parseHex(input));
            return;
        }
        decoder.holdSeeds();
        Mutation mutation = new Mutation(decoder.seeds(), new Random(tries));
        for (int i = 0; i < tries; i++) {
            decoder.hold(mutation.next());
        }
    }
}
