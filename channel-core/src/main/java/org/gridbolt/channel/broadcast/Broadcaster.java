package org.gridbolt.channel.broadcast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.channel.chain.FeeEstimate;
import org.gridbolt.channel.chain.RejectCause;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.BumpTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;

/**
 * All that one party wants in the chain: offered now and again at every block until it stands there. A transaction without a fee
 * comes with a child of the reserve, which is replaced by one that pays twice as much whenever the transaction has waited
 * too long, or another one is in its place; up to what the party allows, and no further.
 *
 * <p>It reads no clock: {@link #onTip} is called once for every block. It belongs to one thread.
 */
public final class Broadcaster {

    private static final int COINS_TRIED_MAX = 100;

    private final Chain chain;
    private final Reserve reserve;
    private final FeePolicy policy;
    private final Map<Sha256Hash, Offer> offers = new LinkedHashMap<>();

    /** What a party offers to {@code chain}, paid for out of {@code reserve} as {@code policy} allows. */
    public Broadcaster(Chain chain, Reserve reserve, FeePolicy policy) {
        this.chain = chain;
        this.reserve = reserve;
        this.policy = policy;
    }

    /**
     * What is wrong with an offer.
     *
     * @param wish what was to be published
     * @param flaw what is wrong, and what to do
     */
    public record Trouble(Publish wish, BroadcastFlaw flaw) {}

    /**
     * A transaction on its way.
     *
     * @param waited for how many blocks
     * @param paid the rate that its newest child brought it to
     * @param coin the coin that this child spends
     * @param mined whether a block has had it
     */
    private record Offer(Publish wish, int waited, Optional<FeeRate> paid, Optional<Outpoint> coin, boolean mined) {

        static Offer first(Publish wish) {
            return new Offer(wish, 0, Optional.empty(), Optional.empty(), false);
        }

        Transaction transaction() {
            return wish.transaction();
        }

        Offer older() {
            return new Offer(wish, waited + 1, paid, coin, mined);
        }

        Offer paying(FeeRate rate, Outpoint spent) {
            return new Offer(wish, waited, Optional.of(rate), Optional.of(spent), false);
        }

        Offer seenMined() {
            return new Offer(wish, 0, paid, coin, true);
        }
    }

    /** Offers a transaction from now on, in the place of earlier ones that spend the same. What is wrong now, if anything. */
    public List<Trouble> publish(Publish wish) {
        Transaction transaction = wish.transaction();
        Offer known = offers.get(transaction.txid());
        if (known != null && !known.mined()) {
            return List.of();
        }
        Set<Outpoint> spent = spentBy(transaction);
        offers.values().removeIf(offer -> spentBy(offer.transaction()).stream().anyMatch(spent::contains));
        Offer offer = Offer.first(wish);
        offers.put(transaction.txid(), offer);
        return attempt(offer).stream().toList();
    }

    private static Set<Outpoint> spentBy(Transaction transaction) {
        return transaction.inputs().stream().map(TxInput::outpoint).collect(Collectors.toSet());
    }

    /** One more block: offers again what is not confirmed, for more where it has waited too long. What is wrong now. */
    public List<Trouble> onTip() {
        List<Trouble> troubles = new ArrayList<>();
        for (Offer offer : List.copyOf(offers.values())) {
            Offer older = offer.older();
            offers.put(offer.transaction().txid(), older);
            attempt(older).ifPresent(troubles::add);
        }
        return troubles;
    }

    /** Ends an offer: it is confirmed as deep as anybody cares, or not wanted any more. */
    public void forget(Sha256Hash txid) {
        offers.remove(txid);
    }

    /** Whether something is offered that no block has. */
    public boolean isOffering(Sha256Hash txid) {
        return offers.containsKey(txid);
    }

    /** A chain that does not answer changes nothing: the offer stands, and the next block tries again. */
    private Optional<Trouble> attempt(Offer offer) {
        try {
            return flawOf(offer).map(flaw -> new Trouble(offer.wish(), flaw));
        } catch (ChainUnavailable silent) {
            return Optional.of(new Trouble(
                    offer.wish(), new BroadcastFlaw.ChainSilent(silent.flaw().line())));
        }
    }

    /** One that a block had and whose outputs are all gone is taken for mined: else whoever wants it says so again. */
    private Optional<BroadcastFlaw> flawOf(Offer offer) {
        if (isConfirmed(offer.transaction())) {
            offers.put(offer.transaction().txid(), offer.seenMined());
            return Optional.empty();
        }
        if (offer.mined() && !isWaiting(offer)) {
            return Optional.empty();
        }
        return offer.wish().anchor().isPresent()
                ? withChild(offer)
                : refusal(chain.submit(List.of(offer.transaction())));
    }

    private boolean isConfirmed(Transaction transaction) {
        return IntStream.range(0, transaction.outputs().size())
                .anyMatch(index -> chain.output(transaction.outpoint(index))
                        .filter(output -> output.isConfirmed())
                        .isPresent());
    }

    /** That it is spent elsewhere, not yet final, or behind another claim is no news: the machine looks at the chain itself. */
    private static Optional<BroadcastFlaw> refusal(SubmitResult result) {
        if (!(result instanceof SubmitResult.Rejected rejected)) {
            return Optional.empty();
        }
        return switch (rejected.cause()) {
            case INPUTS_MISSING_OR_SPENT, NOT_YET_FINAL, CONFLICT, FEE_TOO_LOW -> Optional.empty();
            case SCRIPT, POLICY, INVALID -> Optional.of(new BroadcastFlaw.Refused(rejected.reason()));
        };
    }

    private Optional<BroadcastFlaw> withChild(Offer offer) {
        FeeEstimate estimate = chain.estimate(policy.target());
        FeeRate rate = policy.rate(estimate, offer.waited());
        boolean enough = offer.paid().filter(paid -> paid.compareTo(rate) >= 0).isPresent() && isWaiting(offer);
        if (enough) {
            return offer.waited() >= policy.patience().value() && rate.equals(policy.most())
                    ? Optional.of(new BroadcastFlaw.CapReached(rate))
                    : Optional.empty();
        }
        return bid(offer, rate).or(() -> absurd(estimate));
    }

    private boolean isWaiting(Offer offer) {
        return IntStream.range(0, offer.transaction().outputs().size())
                .anyMatch(index ->
                        chain.output(offer.transaction().outpoint(index)).isPresent());
    }

    private Optional<BroadcastFlaw> absurd(FeeEstimate estimate) {
        return estimate instanceof FeeEstimate.Absurd said
                ? Optional.of(new BroadcastFlaw.AbsurdEstimate(said.said(), policy.rate(estimate, 0)))
                : Optional.empty();
    }

    /** Bids more and more until it is taken: another transaction may stand in its place, or its own last child. */
    private Optional<BroadcastFlaw> bid(Offer offer, FeeRate first) {
        for (FeeRate rate = first; ; rate = policy.raised(rate)) {
            Optional<Transaction> child = child(offer, rate);
            if (child.isEmpty()) {
                return Optional.of(new BroadcastFlaw.ReserveSpent(rate));
            }
            SubmitResult result = chain.submit(List.of(offer.transaction(), child.get()));
            if (result.isThere()) {
                reserve.sent(child.get());
                offers.put(offer.transaction().txid(), offer.paying(rate, coinOf(child.get())));
                return Optional.empty();
            }
            if (!isOutbid(result)) {
                return refusal(result);
            }
            if (rate.equals(policy.most())) {
                return Optional.of(new BroadcastFlaw.CapReached(rate));
            }
        }
    }

    /** The wallet behind the reserve may have spent a coin elsewhere; the one of the last child is spent by that child. */
    private Optional<Transaction> child(Offer offer, FeeRate rate) {
        for (int tried = 0; tried < COINS_TRIED_MAX; tried++) {
            Optional<Transaction> child = reserve.child(offer.transaction(), rate, policy.mostCoins());
            Optional<Outpoint> gone = child.map(Broadcaster::coinOf)
                    .filter(coin -> !offer.coin().equals(Optional.of(coin)))
                    .filter(coin -> !chain.fact(coin).unspent());
            if (gone.isEmpty()) {
                return child;
            }
            reserve.gone(gone.get());
        }
        return Optional.empty();
    }

    private static Outpoint coinOf(Transaction child) {
        return child.inputs().get(BumpTx.COIN_INPUT).outpoint();
    }

    private static boolean isOutbid(SubmitResult result) {
        return result instanceof SubmitResult.Rejected rejected
                && (rejected.cause() == RejectCause.CONFLICT || rejected.cause() == RejectCause.FEE_TOO_LOW);
    }
}
