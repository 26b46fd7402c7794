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
import org.gridbolt.channel.broadcast.BroadcastFlaw;
import org.gridbolt.channel.broadcast.Broadcaster;
import org.gridbolt.channel.broadcast.Broadcaster.Trouble;
import org.gridbolt.channel.broadcast.FeePolicy;
import org.gridbolt.channel.broadcast.Reserve;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * All that the parties in this process bring into the chain, each by a broadcaster of its own that pays out of its purse; and what
 * of it was mined.
 */
final class Broadcasts {

    private final Chain view;
    private final FeePolicy fees;
    private final List<Purse> purses;
    private final Map<Purse, Broadcaster> broadcasters = new LinkedHashMap<>();
    private final Map<Sha256Hash, Offer> offers = new LinkedHashMap<>();
    private final Map<Sha256Hash, Offer> settled = new HashMap<>();
    private final Map<Sha256Hash, Transaction> known = new HashMap<>();
    private final List<Mined> mined = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();

    /**
     * What one process brings into a chain.
     *
     * @param view a view of its own
     * @param fees what each party is ready to pay
     * @param purses of all whose coins these transactions spend and make
     */
    Broadcasts(Chain view, FeePolicy fees, List<Purse> purses) {
        this.view = view;
        this.fees = fees;
        this.purses = List.copyOf(purses);
    }

    /** A transaction that somebody wants mined. */
    private record Offer(Purpose purpose, Transaction transaction) {}

    /** The purse as its broadcaster sees it: every child that the mempool takes is known here. */
    private final class Till implements Reserve {

        private final Purse purse;

        Till(Purse purse) {
            this.purse = purse;
        }

        @Override
        public Optional<Transaction> child(Transaction parent, FeeRate rate, Coin mostCoins) {
            return purse.child(parent, rate, mostCoins);
        }

        @Override
        public void gone(Outpoint coin) {
            purse.gone(coin);
        }

        @Override
        public void sent(Transaction child) {
            purse.sent(child);
            expect(new Offer(Purpose.BUMP, child));
        }
    }

    /** Remembers a transaction whose outputs are spent here, so that fees can be told. */
    void know(Transaction transaction) {
        known.put(transaction.txid(), transaction);
    }

    /** Offers a transaction now and at every block; what is wrong now, if anything. */
    Optional<BroadcastFlaw> publish(Publish wish, Purse payer) {
        return publish(wish, broadcasters.computeIfAbsent(payer, this::broadcaster));
    }

    private Broadcaster broadcaster(Purse payer) {
        return new Broadcaster(view, new Till(payer), fees);
    }

    /** The same, paying {@code rate} from the start, and without a second offer. */
    Optional<BroadcastFlaw> publish(Publish wish, Purse payer, FeeRate rate) {
        FeePolicy once = new FeePolicy(rate, rate, fees.mostCoins(), fees.target(), fees.patience());
        return publish(wish, new Broadcaster(view, new Till(payer), once));
    }

    private Optional<BroadcastFlaw> publish(Publish wish, Broadcaster broadcaster) {
        Transaction transaction = wish.transaction();
        expect(new Offer(wish.purpose(), transaction));
        List<Trouble> wrong = isMined(transaction.txid()) ? List.of() : broadcaster.publish(wish);
        return wrong.stream().map(Trouble::flaw).findFirst();
    }

    private void expect(Offer offer) {
        Transaction transaction = offer.transaction();
        if (!settled.containsKey(transaction.txid())) {
            offers.putIfAbsent(transaction.txid(), offer);
        }
        know(transaction);
        view.watch(transaction.outpoint(0), view.tip().height());
    }

    private boolean isMined(Sha256Hash txid) {
        return mined.stream().anyMatch(found -> found.transaction().txid().equals(txid));
    }

    /** Looks at the blocks since the last time, and offers again what is not there. */
    void onBlocks() {
        for (ChainEvent event : view.poll()) {
            if (event instanceof ChainEvent.Confirmed confirmed) {
                confirmed(confirmed.outpoint(), confirmed.block().height());
            } else if (event instanceof ChainEvent.Unconfirmed undone) {
                undone(undone.outpoint());
            } else if (event instanceof ChainEvent.BlockConnected) {
                offerAgain();
            }
        }
    }

    private void offerAgain() {
        broadcasters.forEach((purse, broadcaster) -> {
            purse.takeBack(coin -> view.fact(coin).unspent());
            troubles.addAll(broadcaster.onTip());
        });
    }

    private void confirmed(Outpoint outpoint, BlockHeight height) {
        Offer offer = offers.remove(outpoint.txid());
        if (offer != null) {
            settled.put(outpoint.txid(), offer);
            Transaction transaction = offer.transaction();
            mined.add(new Mined(offer.purpose(), transaction, transaction.fee(this::spent), height));
            purses.forEach(purse -> purse.receive(transaction));
        }
    }

    /** A block that is no longer in the chain had it: its broadcaster offers it again. */
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
        return offers.values().stream().anyMatch(offer -> isThere(offer.transaction()));
    }

    /** In a block, or in the mempool with an output that nobody spent. */
    private boolean isThere(Transaction transaction) {
        return IntStream.range(0, transaction.outputs().size())
                .anyMatch(index -> view.output(transaction.outpoint(index)).isPresent());
    }

    /** What was mined, by height, and within a block in the order of a channel's life. */
    List<Mined> mined() {
        return mined.stream()
                .sorted(Comparator.comparing(Mined::height).thenComparing(Mined::purpose))
                .toList();
    }

    /** What was wrong with an offer at a block, in order. */
    List<Trouble> troubles() {
        return List.copyOf(troubles);
    }
}
