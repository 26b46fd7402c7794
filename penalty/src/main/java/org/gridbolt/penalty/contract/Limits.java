package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * How much may be at stake.
 *
 * <p>Encoding: in order, coins as eight bytes and counts as four.
 *
 * @param consumerReserve the balance below which no state takes the consumer once it had more
 * @param producerReserve the same for the producer
 * @param producerBond the balance below which a producer gets no tickets
 * @param pendingUnitsMax units in one state
 * @param pendingCoinsMax coins in the units of one state
 * @param unfoldedUnitsMax delivered units not yet folded into the balances, at which the producer stops injecting
 * @param utilityCoinsMax max_u: no state with a larger balance of the utility is signed
 * @param dustLimit no output and no unit is smaller
 */
public record Limits(
        Coin consumerReserve,
        Coin producerReserve,
        Coin producerBond,
        int pendingUnitsMax,
        Coin pendingCoinsMax,
        int unfoldedUnitsMax,
        Coin utilityCoinsMax,
        Coin dustLimit) {

    /** The most units that any terms may allow in one state. */
    public static final int PENDING_UNITS_BOUND = 64;

    /** The dust limit of a pay-to-witness-script-hash output, in coins. */
    public static final Coin DUST_LIMIT = Coin.valueOf(330);

    /**
     * The highest dust limit of any terms, in coins: the largest that Bitcoin Core knows by default, of a P2PKH output. What is
     * below the limit is trimmed or falls to the utility, so a high one would be a way to take balances.
     */
    public static final Coin DUST_LIMIT_MAX = Coin.valueOf(546);

    private static final int PENDING_UNITS_DEFAULT = 32;
    private static final int UNFOLDED_UNITS_DEFAULT = 8;

    /** The defaults for a wallet funded like that: reserve W/100, bond CwB, pending W/4, max_u W/10. */
    public static Limits defaults(Allocation contributions) {
        Coin wallet = contributions.total();
        Coin reserve = reserveNeeded(wallet, DUST_LIMIT);
        return new Limits(
                reserve,
                reserve,
                contributions.producer(),
                PENDING_UNITS_DEFAULT,
                wallet.div(4),
                UNFOLDED_UNITS_DEFAULT,
                wallet.div(10),
                DUST_LIMIT);
    }

    /** The smallest reserve of a wallet of that many coins: a hundredth, and no less than an output can hold. */
    static Coin reserveNeeded(Coin wallet, Coin dustLimit) {
        Coin hundredth = wallet.div(100);
        return hundredth.isLessThan(dustLimit) ? dustLimit : hundredth;
    }

    void writeTo(CanonicalWriter writer) {
        writer.coins(consumerReserve)
                .coins(producerReserve)
                .coins(producerBond)
                .number(pendingUnitsMax)
                .coins(pendingCoinsMax)
                .number(unfoldedUnitsMax)
                .coins(utilityCoinsMax)
                .coins(dustLimit);
    }

    static Limits readFrom(CanonicalReader reader) {
        return new Limits(
                reader.coins(),
                reader.coins(),
                reader.coins(),
                reader.number(),
                reader.coins(),
                reader.number(),
                reader.coins(),
                reader.coins());
    }
}
