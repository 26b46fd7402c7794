package org.gridbolt.multisig.tx;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;

/**
 * How coins are divided among the three.
 *
 * @param consumer A's, at least 0
 * @param producer B's, at least 0
 * @param utility U's, at least 0
 */
public record Allocation(Coin consumer, Coin producer, Coin utility) {

    /** Nothing for anybody. */
    public static final Allocation ZERO = new Allocation(Coin.ZERO, Coin.ZERO, Coin.ZERO);

    public Allocation {
        if (consumer.isNegative() || producer.isNegative() || utility.isNegative()) {
            throw new IllegalArgumentException(
                    "nobody has less than nothing: " + consumer.value + ", " + producer.value + ", " + utility.value);
        }
    }

    /** Of so many coins each. */
    public static Allocation of(long consumer, long producer, long utility) {
        return new Allocation(Coin.valueOf(consumer), Coin.valueOf(producer), Coin.valueOf(utility));
    }

    /** The coins of {@code party}. */
    public Coin of(Party party) {
        return switch (party) {
            case CONSUMER -> consumer;
            case PRODUCER -> producer;
            case UTILITY -> utility;
        };
    }

    /** The same, but {@code coins} for {@code party}. */
    public Allocation with(Party party, Coin coins) {
        return switch (party) {
            case CONSUMER -> new Allocation(coins, producer, utility);
            case PRODUCER -> new Allocation(consumer, coins, utility);
            case UTILITY -> new Allocation(consumer, producer, coins);
        };
    }

    /** All coins together; an {@link ArithmeticException} when they are more than fit. */
    public Coin total() {
        return consumer.add(producer).add(utility);
    }
}
