package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.tx.FeeRate;

/**
 * What a transaction that pays its own fee offers for room in a block: the rate of the terms at first, twice as much after each
 * time to react that it has been waiting, and never more than its household is ready to pay. It follows from heights alone, so
 * that the same transaction is offered again at every block until the next step, and after a restart.
 *
 * @param first the first rate
 * @param patience blocks between two steps, at least 1
 * @param most the highest rate
 */
record Bidding(FeeRate first, BlockCount patience, FeeRate most) {

    /** How {@code context}'s household bids for what somebody else may take after it. */
    static Bidding urgent(ChannelContext context) {
        return of(context, context.terms().windows().reaction());
    }

    /** How it bids for what nobody else can take: who comes back after a long sleep has lost nothing, and need not overpay. */
    static Bidding calm(ChannelContext context) {
        return of(context, context.terms().windows().csv());
    }

    private static Bidding of(ChannelContext context, BlockCount patience) {
        FeeRate first = atLeast(context.feeRate(), FeeRate.RELAY);
        FeeRate most = atLeast(context.profile().acceptable().feeRate(), first);
        return new Bidding(first, new BlockCount(Math.max(1, patience.value())), most);
    }

    private static FeeRate atLeast(FeeRate rate, FeeRate least) {
        return rate.compareTo(least) < 0 ? least : rate;
    }

    /** The rates to offer after {@code waited} blocks, the highest first: a claim that cannot pay one pays the next. */
    List<FeeRate> rates(int waited) {
        List<FeeRate> rates = new ArrayList<>(List.of(first));
        for (int step = patience.value();
                step <= waited && rates.get(0).compareTo(most) < 0;
                step += patience.value()) {
            rates.add(0, doubled(rates.get(0)));
        }
        return List.copyOf(rates);
    }

    private FeeRate doubled(FeeRate rate) {
        return new FeeRate((int) Math.min(2L * rate.coinsPerKvb(), most.coinsPerKvb()));
    }
}
