package org.gridbolt.penalty.policy;

import java.math.BigInteger;
import org.bitcoinj.base.Coin;

/**
 * A share in thousandths.
 *
 * @param value 0 to 1000
 */
public record PerMille(int value) {

    /** No share. */
    public static final PerMille ZERO = new PerMille(0);

    private static final int WHOLE = 1000;

    public PerMille {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("no share in thousandths: " + value);
        }
    }

    /** This share of {@code coins}, rounded down; exact for any amount. */
    public Coin floorOf(Coin coins) {
        BigInteger product = BigInteger.valueOf(coins.value).multiply(BigInteger.valueOf(value));
        return Coin.valueOf(product.divide(BigInteger.valueOf(WHOLE)).longValueExact());
    }
}
