package org.gridbolt.channel.chain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.BlockSource.Link;
import org.gridbolt.channel.chain.ChainEvent.Confirmed;
import org.gridbolt.channel.chain.ChainEvent.Spent;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;

/**
 * Follows the tip of a {@link BlockSource}, through reorgs, and tells what blocks do to watched outpoints: the part of a
 * {@link Chain} that is the same for every node.
 *
 * <p>It moves by walking back from the node's newest block to one it knows. The node may move on during that walk: then
 * the walk has still been along one branch, and the next poll goes on from there.
 */
public final class ChainFollower {

    private final BlockSource source;
    private final Set<Outpoint> watched = new LinkedHashSet<>();
    private final Map<Outpoint, BlockHeight> missed = new LinkedHashMap<>();
    private final Map<ChainTip, List<ChainEvent>> told = new HashMap<>();
    private Link tip;

    /** A follower that stands at the newest block of {@code source}. */
    public ChainFollower(BlockSource source) {
        this.source = source;
        this.tip = source.link(source.bestBlock());
    }

    /** The newest block that was told. */
    public ChainTip tip() {
        return tip.block();
    }

    /** See {@link Chain#watch}. */
    public void watch(Outpoint outpoint, BlockHeight since) {
        if (watched.add(outpoint)) {
            missed.put(outpoint, since);
        }
    }

    /** See {@link Chain#forget}. */
    public void forget(Outpoint outpoint) {
        watched.remove(outpoint);
        missed.remove(outpoint);
        told.values().forEach(events -> events.removeIf(event -> concerns(event, outpoint)));
        told.values().removeIf(List::isEmpty);
    }

    private static boolean concerns(ChainEvent event, Outpoint outpoint) {
        return event instanceof Spent spent
                ? spent.outpoint().equals(outpoint)
                : event instanceof Confirmed confirmed && confirmed.outpoint().equals(outpoint);
    }

    /** See {@link Chain#poll}. */
    public List<ChainEvent> poll() {
        List<ChainEvent> events = new ArrayList<>();
        Link from = tip;
        Branch branch = branchTo(source.bestBlock(), from);
        // Read everything first and change only then: a node that fails half way leaves this as it was.
        catchUp(events, branch.undone());
        branch.undone().forEach(link -> disconnect(link, events));
        branch.added().forEach(link -> connect(link, events));
        remember(events, branch.undone());
        missed.clear();
        tip = branch.added().isEmpty()
                ? branch.tipAfterUndoing()
                : branch.added().getLast();
        return events;
    }

    /**
     * The way from one block to another.
     *
     * @param undone newest first
     * @param added oldest first
     * @param tipAfterUndoing the newest block that both have
     */
    private record Branch(List<Link> undone, Deque<Link> added, Link tipAfterUndoing) {}

    private Branch branchTo(Sha256Hash best, Link from) {
        List<Link> undone = new ArrayList<>();
        Deque<Link> added = new ArrayDeque<>();
        Link ours = from;
        Link theirs = best.equals(from.block().hash()) ? from : source.link(best);
        while (!ours.block().equals(theirs.block())) {
            if (theirs.block().height().isBefore(ours.block().height())) {
                undone.add(ours);
                ours = source.link(ours.previous());
            } else {
                added.addFirst(theirs);
                theirs = source.link(theirs.previous());
            }
        }
        return new Branch(undone, added, ours);
    }

    /** What the outpoints watched since the last poll missed, on the blocks up to the tip that both branches have. */
    private void catchUp(List<ChainEvent> events, List<Link> undone) {
        if (missed.isEmpty()) {
            return;
        }
        BlockHeight first = missed.values().stream().min(BlockHeight::compareTo).orElseThrow();
        Deque<Link> seen = new ArrayDeque<>();
        Link link = undone.isEmpty()
                ? tip
                : source.link(undone.get(undone.size() - 1).previous());
        while (!link.block().height().isBefore(first) && link.block().height().value() > 0) {
            seen.addFirst(link);
            link = source.link(link.previous());
        }
        seen.forEach(block -> tell(block.block(), newlyWatchedAt(block.block().height()), events));
    }

    private Set<Outpoint> newlyWatchedAt(BlockHeight height) {
        Set<Outpoint> result = new LinkedHashSet<>(missed.keySet());
        result.removeIf(outpoint -> height.isBefore(missed.getOrDefault(outpoint, height)));
        return result;
    }

    private void connect(Link link, List<ChainEvent> events) {
        tell(link.block(), watched, events);
        events.add(new ChainEvent.BlockConnected(link.block()));
    }

    private void disconnect(Link link, List<ChainEvent> events) {
        List<ChainEvent> ofBlock = new ArrayList<>(told.getOrDefault(link.block(), List.of()));
        Collections.reverse(ofBlock);
        ofBlock.stream().map(ChainFollower::undoing).forEach(events::add);
        events.add(new ChainEvent.BlockDisconnected(link.block()));
    }

    private static ChainEvent undoing(ChainEvent event) {
        return event instanceof Spent spent
                ? new ChainEvent.Unspent(spent.outpoint(), spent.block())
                : new ChainEvent.Unconfirmed(((Confirmed) event).outpoint(), event.block());
    }

    private void remember(List<ChainEvent> events, List<Link> undone) {
        undone.forEach(link -> told.remove(link.block()));
        for (ChainEvent event : events) {
            if (event instanceof Spent || event instanceof Confirmed) {
                told.computeIfAbsent(event.block(), block -> new ArrayList<>()).add(event);
            }
        }
    }

    private void tell(ChainTip block, Set<Outpoint> outpoints, List<ChainEvent> events) {
        if (outpoints.isEmpty()) {
            return;
        }
        for (Transaction transaction : source.transactions(block.hash())) {
            tellSpent(transaction, block, outpoints, events);
            tellConfirmed(transaction, block, outpoints, events);
        }
    }

    private static void tellSpent(
            Transaction transaction, ChainTip block, Set<Outpoint> outpoints, List<ChainEvent> events) {
        transaction.inputs().stream()
                .map(TxInput::outpoint)
                .filter(outpoints::contains)
                .forEach(outpoint -> events.add(new Spent(outpoint, transaction, block)));
    }

    private static void tellConfirmed(
            Transaction transaction, ChainTip block, Set<Outpoint> outpoints, List<ChainEvent> events) {
        Sha256Hash txid = transaction.txid();
        for (int i = 0; i < transaction.outputs().size(); i++) {
            Outpoint outpoint = new Outpoint(txid, i);
            if (outpoints.contains(outpoint)) {
                events.add(new Confirmed(outpoint, transaction.outputs().get(i), block));
            }
        }
    }
}
