package org.gridbolt.channel.testing;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Depths;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.PenaltyPolicy;

/** Conditions under which a default leaves the producer enough to trade on. */
public final class Gradings {

    private static final Coin BOND = Coin.valueOf(40_000);
    private static final Coin UTILITY_MOST = Coin.valueOf(56_000);

    private Gradings() {}

    /** That policy, with room for the utility to be paid in a living channel, and a bond below what a default leaves. */
    public static Conditions of(PenaltyPolicy policy) {
        Limits usual =
                Limits.defaults(new Allocation(Neighbourhood.CONSUMER_SHARE, Neighbourhood.PRODUCER_SHARE, Coin.ZERO));
        Limits limits = new Limits(
                usual.consumerReserve(),
                usual.producerReserve(),
                BOND,
                usual.pendingUnitsMax(),
                usual.pendingCoinsMax(),
                usual.unfoldedUnitsMax(),
                UTILITY_MOST,
                usual.dustLimit());
        Clauses clauses = Clauses.DEFAULT;
        return new Conditions(
                Windows.DEFAULT,
                Depths.DEFAULT,
                Optional.of(limits),
                new Clauses(
                        policy,
                        clauses.deliveryTolerance(),
                        clauses.gridFee(),
                        clauses.fundingFee(),
                        clauses.template()));
    }
}
