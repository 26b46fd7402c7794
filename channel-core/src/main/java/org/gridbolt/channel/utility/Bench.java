package org.gridbolt.channel.utility;

import org.gridbolt.penalty.ruling.SignedSpends;

/**
 * What the utility has ruled and signed on a channel.
 *
 * @param rulings how many rulings it has issued: the sequence of the next one
 * @param signed what it signed: at most one spend of the wallet
 */
public record Bench(int rulings, SignedSpends signed) {

    /** No ruling and no signature. */
    public static final Bench EMPTY = new Bench(0, SignedSpends.NONE);

    Bench ruled() {
        return new Bench(Math.addExact(rulings, 1), signed);
    }

    Bench signing(SignedSpends next) {
        return new Bench(rulings, next);
    }
}
