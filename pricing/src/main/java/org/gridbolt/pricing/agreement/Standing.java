package org.gridbolt.pricing.agreement;

import java.time.LocalDate;
import org.bitcoinj.base.Coin;

/**
 * How far an agreement has come.
 *
 * @param day the day that is asked about
 * @param paid the instalments that were paid until then, in whole coins, at least 0; nothing where there are none
 */
public record Standing(LocalDate day, Coin paid) {

    public Standing {
        if (paid.isNegative()) {
            throw new IllegalArgumentException("nobody pays less than nothing: " + paid.getValue());
        }
    }

    /** That day, when no instalment has been paid. */
    public static Standing unpaid(LocalDate day) {
        return new Standing(day, Coin.ZERO);
    }
}
