package org.gridbolt.channel.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.Serial;
import java.util.Random;

/** Chance that Jazzer decides: each choice is read off its input, so that coverage guides which lies are told when. */
final class GuidedChance extends Random {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient FuzzedDataProvider input;

    GuidedChance(FuzzedDataProvider input) {
        super(0);
        this.input = input;
    }

    @Override
    public int nextInt(int bound) {
        return input.consumeInt(0, bound - 1);
    }

    /** Zeros once the input is used up. */
    @Override
    protected int next(int bits) {
        return input.consumeInt() >>> (Integer.SIZE - bits);
    }
}
