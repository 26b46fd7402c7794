package org.gridbolt.penalty.policy;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Allocation;

/**
 * The allocation that a ruling results in: by a penalty on the wallet, or, when a commitment confirmed first, by spending
 * that commitment's outputs. Both ways pay each party the same, except where an output would be dust.
 *
 * <p>With a, b, u the balances, D, R, X the coins of the units defaulted, delivered and cancelled, and B, q, CP of the
 * {@link Forfeiture}, K = floor(CP consumer_share / 1000):
 *
 * <pre>
 *     a' = a + X + K        b' = B + R        u' = u + q + CP - K        a' + b' + u' = W
 * </pre>
 *
 * <p>On chain the state's own outputs already pay a and u; R goes to the producer by preimage and X back to the consumer
 * by time. What remains is to move y = b - B between the producer's balance and the defaulted units, whose coins the
 * utility claims: a positive y is taken from the balance by A and U, a negative one is paid out of the units.
 *
 * @param state the state that is split
 * @param forfeiture what the defaults cost
 * @param consumerShare K: the consumer's part of the forfeit
 */
public record Split(JudgedState state, Forfeiture forfeiture, Coin consumerShare) {

    public Split {
        Coin moved = forfeiture.producerLeft().add(forfeiture.replacement()).add(forfeiture.forfeited());
        Coin available = state.balances().producer().add(state.coins(Verdict.DEFAULT));
        if (!moved.equals(available)) {
            throw new IllegalArgumentException(
                    "b and the defaulted units hold " + available.value + ", not " + moved.value);
        }
        if (consumerShare.isNegative() || consumerShare.isGreaterThan(forfeiture.forfeited())) {
            throw new IllegalArgumentException("no part of the forfeit: " + consumerShare.value);
        }
    }

    /** The split of {@code state} under {@code policy}. */
    public static Split of(JudgedState state, PenaltyPolicy policy) {
        Forfeiture forfeiture = policy.judge(state);
        return new Split(state, forfeiture, policy.consumerShare().floorOf(forfeiture.forfeited()));
    }

    /** What a penalty on the wallet pays: a', b', u', where an output below {@code dustLimit} falls to the utility. */
    public Allocation onWallet(Coin dustLimit) {
        Allocation balances = state.balances();
        Coin consumer = balances.consumer().add(state.coins(Verdict.CANCELLED)).add(consumerShare);
        Coin producer = forfeiture.producerLeft().add(state.coins(Verdict.DELIVERED));
        return payable(consumer, producer, state.total(), dustLimit);
    }

    /**
     * What the next state holds when the consumer waives the penalty and the ruling is carried out off chain: a', b', u' to the
     * coin, since a balance may be as small as it likes.
     */
    public Allocation offChain() {
        return onWallet(Coin.ZERO);
    }

    /** y = b - B: what the producer's balance lacks (positive) or is owed (negative) after the defaults. */
    private Coin takenFromBalance() {
        return state.balances().producer().subtract(forfeiture.producerLeft());
    }

    /** Whether consumer and utility spend the producer's balance of a confirmed commitment; else they leave it. */
    public boolean spendsProducerBalance() {
        return takenFromBalance().isPositive();
    }

    /**
     * How consumer and utility divide the producer's balance of a confirmed commitment, an output below {@code dustLimit}
     * falling to the utility; all of it is the producer's when they leave it.
     */
    public Allocation ofProducerBalance(Coin dustLimit) {
        Coin taken = atLeastZero(takenFromBalance());
        Coin balance = state.balances().producer();
        return payable(least(consumerShare, taken), balance.subtract(taken), balance, dustLimit);
    }

    /**
     * How the one transaction in which the utility claims the defaulted units of a confirmed commitment pays, an output
     * below {@code dustLimit} falling to the utility.
     */
    public Allocation ofDefaultedUnits(Coin dustLimit) {
        Coin taken = atLeastZero(takenFromBalance());
        Coin consumer = consumerShare.subtract(least(consumerShare, taken));
        Coin producer = atLeastZero(takenFromBalance().negate());
        return payable(consumer, producer, state.coins(Verdict.DEFAULT), dustLimit);
    }

    /**
     * The same where only {@code held} coins of those units are left. What is missing the consumer took by its own branch, late:
     * that counts as paid to it, and the producer is paid before the utility is.
     */
    public Allocation ofDefaultedUnits(Coin held, Coin dustLimit) {
        Allocation whole = ofDefaultedUnits(dustLimit);
        if (held.equals(whole.total())) {
            return whole;
        }
        Coin producer = least(whole.producer(), held);
        Coin owed = atLeastZero(whole.consumer().subtract(whole.total().subtract(held)));
        return payable(least(owed, held.subtract(producer)), producer, held, dustLimit);
    }

    /** q + CP - K: what the utility gets of the defaults, for the energy that it supplied and for the pool. */
    public Coin utilityShare() {
        return forfeiture.replacement().add(pool());
    }

    /** What the slot's fund receives: the forfeit without the consumer's share. */
    public Coin pool() {
        return forfeiture.forfeited().subtract(consumerShare);
    }

    private static Allocation payable(Coin consumer, Coin producer, Coin total, Coin dustLimit) {
        Coin paidToConsumer = consumer.isLessThan(dustLimit) ? Coin.ZERO : consumer;
        Coin paidToProducer = producer.isLessThan(dustLimit) ? Coin.ZERO : producer;
        return new Allocation(
                paidToConsumer, paidToProducer, total.subtract(paidToConsumer).subtract(paidToProducer));
    }

    private static Coin least(Coin one, Coin other) {
        return one.isLessThan(other) ? one : other;
    }

    private static Coin atLeastZero(Coin coins) {
        return coins.isNegative() ? Coin.ZERO : coins;
    }
}
