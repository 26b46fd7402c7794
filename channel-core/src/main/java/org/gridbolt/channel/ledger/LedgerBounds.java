package org.gridbolt.channel.ledger;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Limits;

/**
 * What the terms allow a ledger to become.
 *
 * @param consumerReserve the balance below which no change takes the consumer
 * @param producerReserve the same for the producer
 * @param pendingUnitsMax the units of one state
 * @param pendingCoinsMax the coins in the units of one state
 * @param utilityCoinsMax max_u
 * @param dustLimit the least coins of a unit
 */
public record LedgerBounds(
        Coin consumerReserve,
        Coin producerReserve,
        int pendingUnitsMax,
        Coin pendingCoinsMax,
        Coin utilityCoinsMax,
        Coin dustLimit) {

    /** The bounds of a channel with these limits. */
    public static LedgerBounds of(Limits limits) {
        return new LedgerBounds(
                limits.consumerReserve(),
                limits.producerReserve(),
                limits.pendingUnitsMax(),
                limits.pendingCoinsMax(),
                limits.utilityCoinsMax(),
                limits.dustLimit());
    }

    /**
     * The first bound that the step from {@code before} to {@code after} breaks. What was below stays allowed to rise.
     *
     * <p>MUST 5.3: no balance falls below its reserve, and u does not rise above max_u.
     */
    Optional<LedgerFlaw> firstFlaw(Ledger before, Ledger after) {
        return belowReserve(Party.CONSUMER, consumerReserve, before, after)
                .or(() -> belowReserve(Party.PRODUCER, producerReserve, before, after))
                .or(() -> utility(before, after))
                .or(() -> pending(before, after));
    }

    private static Optional<LedgerFlaw> belowReserve(Party party, Coin reserve, Ledger before, Ledger after) {
        Coin balance = after.balances().of(party);
        boolean falls = balance.isLessThan(before.balances().of(party));
        return falls && balance.isLessThan(reserve)
                ? Optional.of(new LedgerFlaw.BelowReserve(party, balance, reserve))
                : Optional.empty();
    }

    private Optional<LedgerFlaw> utility(Ledger before, Ledger after) {
        Coin balance = after.balances().utility();
        boolean rises = balance.isGreaterThan(before.balances().utility());
        return rises && balance.isGreaterThan(utilityCoinsMax)
                ? Optional.of(new LedgerFlaw.TooMuchForUtility(balance, utilityCoinsMax))
                : Optional.empty();
    }

    private Optional<LedgerFlaw> pending(Ledger before, Ledger after) {
        Coin coins = after.units().total();
        return coins.isGreaterThan(before.units().total()) && coins.isGreaterThan(pendingCoinsMax)
                ? Optional.of(new LedgerFlaw.TooMuchPending(coins, pendingCoinsMax))
                : Optional.empty();
    }
}
