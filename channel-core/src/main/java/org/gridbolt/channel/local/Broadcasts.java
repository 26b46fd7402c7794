package org.gridbolt.channel.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * All that the three bring into the chain: offered again at every block until it is mined, paid for by a child where it pays no
 * fee itself.
 */
final class Broadcasts {

    /** What the mempool of any node takes and any miner mines, at twice the least rate of relay. */
    static final FeeRate RATE = new FeeRate(2 * FeeRate.RELAY.coinsPerKvb());

    private final Chain view;
    private final Coin dustLimit;
    private final Map<Sha256Hash, Offer> offers = new LinkedHashMap<>();
    private final Map<Sha256Hash, Offer> settled = new HashMap<>();
    private final Map<Sha256Hash, Transaction> known = new HashMap<>();
    private final List<Mined> mined = new ArrayList<>();

    /**
     * What one process brings into a chain.
     *
     * @param view a view of its own
     * @param dustLimit the least output
     */
    Broadcasts(Chain view, Coin dustLimit) {
        this.view = view;
        this.dustLimit = dustLimit;
    }

    /** A transaction that somebody wants mined, and who pays for it. */
    private record Offer(Publish wish, Purse payer, FeeRate rate) {}

    /** Remembers a transaction whose outputs are spent here, so that fees can be told. */
    void know(Transaction transaction) {
        known.put(transaction.txid(), transaction);
    }

    /** Offers a transaction now and at every block; the words of the node when it refuses it now. */
    Optional<String> publish(Publish wish, Purse payer) {
        return publish(wish, payer, RATE);
    }

    /** The same, at another rate. */
    Optional<String> publish(Publish wish, Purse payer, FeeRate rate) {
        Offer offer = new Offer(wish, payer, rate);
        offers.putIfAbsent(wish.transaction().txid(), offer);
        know(wish.transaction());
        watch(wish.transaction());
        return submit(offer);
    }

    private void watch(Transaction transaction) {
        view.watch(transaction.outpoint(0), view.tip().height());
    }

    private Optional<String> submit(Offer offer) {
        Transaction transaction = offer.wish().transaction();
        if (isThere(transaction)) {
            return Optional.empty();
        }
        return offer.wish().anchor().isPresent() ? submitWithChild(offer) : submit(List.of(transaction));
    }

    /** In a block, or in the mempool with an output that nobody spent. */
    private boolean isThere(Transaction transaction) {
        return isMined(transaction.txid())
                || IntStream.range(0, transaction.outputs().size())
                        .anyMatch(index ->
                                view.output(transaction.outpoint(index)).isPresent());
    }

    private boolean isMined(Sha256Hash txid) {
        return mined.stream().anyMatch(found -> found.transaction().txid().equals(txid));
    }

    private Optional<String> submitWithChild(Offer offer) {
        Transaction parent = offer.wish().transaction();
        Optional<Transaction> child = offer.payer().bump(parent, offer.rate(), dustLimit);
        if (child.isEmpty()) {
            return Optional.of("no coin is left to pay for it");
        }
        Optional<String> refusal = submit(List.of(parent, child.get()));
        if (refusal.isEmpty()) {
            offer.payer().sent(child.get());
            Publish bump = new Publish(Purpose.BUMP, child.get(), Optional.empty());
            offers.put(child.get().txid(), new Offer(bump, offer.payer(), offer.rate()));
            know(child.get());
            watch(child.get());
        }
        return refusal;
    }

    private Optional<String> submit(List<Transaction> transactions) {
        return view.submit(transactions) instanceof SubmitResult.Rejected rejected
                ? Optional.of(rejected.reason())
                : Optional.empty();
    }

    /** Looks at the blocks since the last time, and offers again what is not there. */
    void onBlocks() {
        for (ChainEvent event : view.poll()) {
            if (event instanceof ChainEvent.Confirmed confirmed) {
                confirmed(confirmed.outpoint(), confirmed.block().height());
            } else if (event instanceof ChainEvent.Unconfirmed undone) {
                undone(undone.outpoint());
            }
        }
        List.copyOf(offers.values()).forEach(offer -> {
            Optional<String> ignored = submit(offer);
        });
    }

    private void confirmed(Outpoint outpoint, BlockHeight height) {
        Offer offer = offers.remove(outpoint.txid());
        if (offer != null) {
            settled.put(outpoint.txid(), offer);
            Transaction transaction = offer.wish().transaction();
            mined.add(new Mined(offer.wish().purpose(), transaction, transaction.fee(this::spent), height));
            offer.payer().receive(transaction);
        }
    }

    /** A block that is no longer in the chain had it: it is offered again. */
    private void undone(Outpoint outpoint) {
        Offer offer = settled.remove(outpoint.txid());
        if (offer != null) {
            mined.removeIf(found -> found.transaction().txid().equals(outpoint.txid()));
            offers.put(outpoint.txid(), offer);
        }
    }

    /** The output at {@code outpoint} of a transaction that went through here. */
    TxOutput spent(Outpoint outpoint) {
        Transaction transaction = known.get(outpoint.txid());
        if (transaction == null) {
            throw new IllegalStateException("nobody told of " + outpoint);
        }
        return transaction.outputs().get(outpoint.index());
    }

    /** Whether something that the mempool has is not mined yet. */
    boolean isWaiting() {
        return offers.values().stream().anyMatch(offer -> isThere(offer.wish().transaction()));
    }

    /** What was mined, by height, and within a block in the order of a channel's life. */
    List<Mined> mined() {
        return mined.stream()
                .sorted(Comparator.comparing(Mined::height).thenComparing(Mined::purpose))
                .toList();
    }
}
