package org.gridbolt.penalty.fund;

import org.bitcoinj.base.Coin;

/**
 * What a ledger comes to: what came in is what was paid, is owed, and is held back for want of a miner.
 *
 * @param forfeited what rulings brought into the pool, without what went to consumers
 * @param turnover what the utility brought in
 * @param paid what payments brought to miners
 * @param owed what miners are owed
 * @param held what the pool holds
 */
public record FundSums(Coin forfeited, Coin turnover, Coin paid, Coin owed, Coin held) {

    public FundSums {
        if (!forfeited.add(turnover).equals(paid.add(owed).add(held))) {
            throw new IllegalStateException("coins were not conserved: " + forfeited.value + " and " + turnover.value
                    + " in, " + paid.value + " paid, " + owed.value + " owed, " + held.value + " held");
        }
    }

    /** The sums of {@code ledger}. */
    public static FundSums of(FundLedger ledger) {
        Coin forfeited = Coin.ZERO;
        Coin turnover = Coin.ZERO;
        Coin paid = Coin.ZERO;
        Coin owed = Coin.ZERO;
        Coin held = Coin.ZERO;
        for (var balance : ledger.balances().entrySet()) {
            Coin coins = balance.getValue();
            if (balance.getKey() instanceof FundAccount.Utility) {
                turnover = turnover.subtract(coins);
            } else if (balance.getKey() instanceof FundAccount.Payment) {
                paid = paid.add(coins);
            } else if (balance.getKey() instanceof FundAccount.Owed) {
                owed = owed.add(coins);
            } else if (balance.getKey() instanceof FundAccount.Pool) {
                held = held.add(coins);
            } else {
                forfeited = forfeited.subtract(coins);
            }
        }
        return new FundSums(forfeited, turnover, paid, owed, held);
    }
}
