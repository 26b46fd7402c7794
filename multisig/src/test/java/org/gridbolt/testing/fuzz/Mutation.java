package org.gridbolt.testing.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages real encodings: the same chance gives the same bytes. */
public final class Mutation {

    private static final int CHANGES_MAX = 4;
    private static final int RANGE_MAX = 40;
    private static final int RANDOM_MAX = 300;

    /** Counts and amounts at the edges of their ranges. */
    private static final long[] EDGES = {
        0,
        1,
        -1,
        0x7f,
        0x80,
        0xff,
        0x100,
        0xffff,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xffff_ffffL,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        2_100_000_000_000_000L
    };

    private final List<byte[]> seeds;
    private final Random random;

    /** Of {@code seeds}, at least one. */
    public Mutation(List<byte[]> seeds, Random random) {
        this.seeds = List.copyOf(seeds);
        this.random = random;
    }

    /** Another input: mostly a seed with a few changes, sometimes nothing but noise. */
    public byte[] next() {
        if (random.nextInt(30) == 0) {
            return noise(random.nextInt(RANDOM_MAX));
        }
        byte[] mutant = seed().clone();
        for (int changes = 1 + random.nextInt(CHANGES_MAX); changes > 0; changes--) {
            mutant = changed(mutant);
        }
        return mutant;
    }

    private byte[] seed() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] noise(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        if (bytes.length == 0) {
            return noise(1 + random.nextInt(RANGE_MAX));
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(RANGE_MAX));
        byte[] head = Arrays.copyOf(bytes, at);
        byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
        return switch (random.nextInt(9)) {
            case 0, 1 -> overwritten(bytes, at, noise(1));
            case 2 -> overwritten(bytes, at, new byte[] {(byte) (bytes[at] ^ (1 << random.nextInt(Byte.SIZE)))});
            case 3 -> overwritten(bytes, at, edge());
            case 4 -> head;
            case 5 -> joined(head, Arrays.copyOfRange(bytes, to, bytes.length));
            case 6 -> joined(joined(head, Arrays.copyOfRange(bytes, at, to)), tail);
            case 7 -> joined(joined(head, noise(to - at)), tail);
            default -> overwritten(bytes, at, piece(seed()));
        };
    }

    /** A number at the edge of its range, in one to eight bytes. */
    private byte[] edge() {
        long edge = EDGES[random.nextInt(EDGES.length)];
        byte[] bytes = new byte[1 << random.nextInt(4)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (edge >>> (Byte.SIZE * (bytes.length - 1 - i)));
        }
        return bytes;
    }

    private byte[] piece(byte[] other) {
        if (other.length == 0) {
            return other;
        }
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + random.nextInt(RANGE_MAX)));
    }

    private static byte[] overwritten(byte[] bytes, int at, byte[] piece) {
        byte[] content = bytes.clone();
        System.arraycopy(piece, 0, content, at, Math.min(piece.length, content.length - at));
        return content;
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }
}
