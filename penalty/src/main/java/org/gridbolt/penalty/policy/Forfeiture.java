package org.gridbolt.penalty.policy;

import org.bitcoinj.base.Coin;

/**
 * What the defaulted units of a state cost its producer.
 *
 * @param producerLeft B of protocol section 6: the producer's balance after the defaults, without the delivered units
 * @param replacement the sum of q: what the utility is paid for the energy it supplied
 * @param forfeited CP: what the producer loses besides
 */
public record Forfeiture(Coin producerLeft, Coin replacement, Coin forfeited) {

    public Forfeiture {
        if (producerLeft.isNegative() || replacement.isNegative() || forfeited.isNegative()) {
            throw new IllegalArgumentException(
                    "never negative: " + producerLeft.value + ", " + replacement.value + ", " + forfeited.value);
        }
    }
}
