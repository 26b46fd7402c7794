package org.gridbolt.channel.driver;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.broadcast.Reserve;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.utility.OpenState;
import org.gridbolt.channel.utility.UtilityOrder;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.BumpTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;

/**
 * Gives the utility of one channel the order to pay for a household's version that is stuck: one that the utility's own mempool
 * holds and that no block took for longer than the policy says. A version that is in no mempool it cannot know of, since none is
 * ever sent to it. It pays against no ruling of its own: while one stands, the version is in its way.
 *
 * <p>It reads no clock: {@link #onTip} is called once for every block. It belongs to one thread.
 */
public final class Sponsor {

    private final Chain chain;
    private final Reserve reserve;
    private final SponsorPolicy policy;
    /** Of coins that were offered: once a child of ours waits, the chain has its coin no longer. */
    private final Map<Outpoint, Coin> values = new HashMap<>();

    private Optional<Waiting> waiting = Optional.empty();

    /** Who sees what waits in {@code chain}, and pays out of {@code reserve} as {@code policy} says. */
    public Sponsor(Chain chain, Reserve reserve, SponsorPolicy policy) {
        this.chain = chain;
        this.reserve = reserve;
        this.policy = policy;
    }

    /**
     * A version that waits.
     *
     * @param blocks how many did not take it
     * @param paid the rate of the last child that was ordered
     */
    private record Waiting(Sha256Hash version, int blocks, Optional<FeeRate> paid) {

        Waiting older() {
            return new Waiting(version, blocks + 1, paid);
        }

        Waiting paying(FeeRate rate) {
            return new Waiting(version, blocks, Optional.of(rate));
        }
    }

    /** One more block: looks at what waits, and orders {@code utility} to pay for it when it is time. */
    public void onTip(UtilityDriver utility) {
        Optional<Transaction> version = version(utility);
        waiting = version.map(found -> waiting.filter(known -> known.version().equals(found.txid()))
                .orElseGet(() -> new Waiting(found.txid(), 0, Optional.empty()))
                .older());
        version.ifPresent(found -> payFor(found, utility));
    }

    private Optional<Transaction> version(UtilityDriver utility) {
        return utility.state() instanceof OpenState open && open.ruled().isEmpty()
                ? chain.unconfirmedSpender(open.channel().context().wallet().outpoint())
                        .filter(spender -> spender.anchor().isPresent())
                : Optional.empty();
    }

    private void payFor(Transaction version, UtilityDriver utility) {
        waiting.filter(known -> known.blocks() > policy.delay().value()).ifPresent(known -> {
            int since = known.blocks() - policy.delay().value() - 1;
            FeeRate rate = policy.fees().rate(chain.estimate(policy.fees().target()), since);
            if (known.paid().filter(paid -> paid.compareTo(rate) >= 0).isEmpty()) {
                reserve.child(version, rate, policy.fees().mostCoins())
                        .ifPresent(child -> order(version, child, rate, utility));
            }
        });
    }

    /** What the machine will not pay for, as a revoked version, it does not pay for at the next block either. */
    private void order(Transaction version, Transaction child, FeeRate rate, UtilityDriver utility) {
        fee(version, child)
                .map(fee -> new UtilityOrder.Sponsor(version, child, fee))
                .filter(order -> utility.follow(order).isEmpty())
                .ifPresent(followed -> {
                    reserve.sent(child);
                    waiting = waiting.map(known -> known.paying(rate));
                });
    }

    /** The coin and the anchor, less the change; nothing while nobody knows what the coin holds. */
    private Optional<Coin> fee(Transaction version, Transaction child) {
        Outpoint coin = child.inputs().get(BumpTx.COIN_INPUT).outpoint();
        Outpoint anchor = child.inputs().get(BumpTx.ANCHOR_INPUT).outpoint();
        chain.output(coin).ifPresent(found -> values.put(coin, found.output().value()));
        return Optional.ofNullable(values.get(coin))
                .map(value ->
                        value.add(version.outputs().get(anchor.index()).value()).subtract(child.outputTotal()));
    }
}
