package org.gridbolt.pricing.market;

import java.math.BigInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;

/**
 * What a slot costs a participant.
 *
 * @param participant who
 * @param side on which side it stood
 * @param energy where its energy went to, or came from
 * @param exact the coins it would pay if coins could be divided; negative when it is paid
 * @param pays the whole coins it pays, less than one coin from {@code exact}; negative when it is paid
 */
public record Bill(Participant participant, Side side, EnergySplit energy, BigFraction exact, Coin pays) {

    public Bill {
        BigInteger error = exact.getNumerator()
                .subtract(BigInteger.valueOf(pays.getValue()).multiply(exact.getDenominator()));
        if (error.abs().compareTo(exact.getDenominator()) >= 0) {
            throw new IllegalArgumentException(participant + " pays " + pays.getValue() + " coins instead of " + exact);
        }
    }
}
