package org.gridbolt.testing.fuzz;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One way in for bytes from outside, and what it promises whatever they are. */
public final class Decoder {

    /** What a decoder may allocate whatever the input: buffers, and the sentence of a refusal. */
    private static final long ALLOCATION_BASE = 1 << 20;

    /** What it may allocate for each byte of the input: slices of slices of it, and points, of which 33 bytes make some kB. */
    private static final long ALLOCATION_PER_BYTE = 2_000;

    private static final int READINGS = 4;

    private final String name;
    private final Function<byte[], Optional<byte[]>> reading;
    private final List<byte[]> seeds;

    private Decoder(String name, Function<byte[], Optional<byte[]>> reading, List<byte[]> seeds) {
        this.name = name;
        this.reading = reading;
        this.seeds = List.copyOf(seeds);
    }

    /** One whose values have one encoding each: what decodes encodes to the same bytes. */
    public static <T> Decoder canonical(
            String name, Function<byte[], Optional<T>> decode, Function<T, byte[]> encode, List<byte[]> seeds) {
        return new Decoder(name, input -> decode.apply(input).map(encode), seeds);
    }

    /** One that takes several spellings of a value. */
    public static <T> Decoder lenient(String name, Function<byte[], Optional<T>> decode, List<byte[]> seeds) {
        return new Decoder(name, input -> decode.apply(input).map(value -> input), seeds);
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** Real encodings. */
    public List<byte[]> seeds() {
        return seeds;
    }

    /** Holds that each seed is read, so that its mutants get further than the first byte. */
    void holdSeeds() {
        for (byte[] seed : seeds) {
            if (reading.apply(seed).isEmpty()) {
                throw new AssertionError(
                        name + " refuses a seed: " + HexFormat.of().formatHex(seed));
            }
        }
    }

    /** Holds that {@code input} is refused or read, that its value has no other spelling, and that reading it is cheap. */
    public void hold(byte[] input) {
        Optional<byte[]> again;
        try {
            again = cheaply(input);
        } catch (RuntimeException | Error thrown) {
            throw new AssertionError(failure("throws " + thrown, input), thrown);
        }
        if (again.isPresent() && !Arrays.equals(again.get(), input)) {
            throw new AssertionError(
                    failure("reads a second spelling of " + HexFormat.of().formatHex(again.get()), input));
        }
    }

    /** The first reading may load classes, so only what every reading allocates counts. */
    private Optional<byte[]> cheaply(byte[] input) {
        long least = Long.MAX_VALUE;
        for (int count = 0; count < READINGS; count++) {
            long before = AllocationMeter.allocated();
            Optional<byte[]> read = reading.apply(input);
            least = Math.min(least, AllocationMeter.allocated() - before);
            if (least <= ALLOCATION_BASE + ALLOCATION_PER_BYTE * input.length) {
                return read;
            }
        }
        throw new AssertionError("allocates " + least + " bytes");
    }

    private String failure(String what, byte[] input) {
        return name + " " + what + System.lineSeparator() + "replay: -D" + DecoderFuzz.DECODER + "=" + name + " -D"
                + DecoderFuzz.INPUT + "=" + HexFormat.of().formatHex(input);
    }
}
