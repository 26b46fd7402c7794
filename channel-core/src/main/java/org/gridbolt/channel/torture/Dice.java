package org.gridbolt.channel.torture;

import java.util.List;
import java.util.SplittableRandom;
import org.gridbolt.multisig.Bytes;

/** All that is left to chance in a trial, from one seed: the same seed and the same questions give the same answers. */
final class Dice {

    private static final int PER_MILLE = 1000;

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Other dice, which from now on fall independently of these. */
    Dice split() {
        return new Dice(random.split());
    }

    /** 0 to {@code bound} - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Whether it happens that is to happen {@code odds} times in a thousand. */
    boolean happens(int odds) {
        return odds > 0 && random.nextInt(PER_MILLE) < odds;
    }

    /** One of them. */
    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** So many bytes. */
    Bytes bytes(int size) {
        byte[] drawn = new byte[size];
        random.nextBytes(drawn);
        return Bytes.of(drawn);
    }
}
