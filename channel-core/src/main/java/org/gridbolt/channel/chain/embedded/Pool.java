package org.gridbolt.channel.chain.embedded;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/** The transactions that wait for a block, parents before children, and who builds on whom. Judges nothing. */
final class Pool {

    private final Map<Sha256Hash, Candidate> entries = new LinkedHashMap<>();
    private final Map<Outpoint, Sha256Hash> spenders = new HashMap<>();

    Collection<Candidate> all() {
        return List.copyOf(entries.values());
    }

    boolean contains(Sha256Hash txid) {
        return entries.containsKey(txid);
    }

    Optional<Candidate> entry(Sha256Hash txid) {
        return Optional.ofNullable(entries.get(txid));
    }

    boolean isSpent(Outpoint outpoint) {
        return spenders.containsKey(outpoint);
    }

    /** What spends it here. */
    Optional<Candidate> spender(Outpoint outpoint) {
        return Optional.ofNullable(spenders.get(outpoint)).flatMap(this::entry);
    }

    Optional<TxOutput> output(Outpoint outpoint) {
        return entry(outpoint.txid())
                .map(entry -> entry.transaction().outputs())
                .filter(outputs -> outpoint.index() < outputs.size())
                .map(outputs -> outputs.get(outpoint.index()));
    }

    void add(Candidate candidate) {
        entries.put(candidate.txid(), candidate);
        candidate.transaction().inputs().forEach(input -> spenders.put(input.outpoint(), candidate.txid()));
    }

    private void remove(Sha256Hash txid) {
        Candidate removed = entries.remove(txid);
        if (removed != null) {
            removed.transaction().inputs().forEach(input -> spenders.remove(input.outpoint()));
        }
    }

    /** Removes transactions and all that builds on them. */
    void evict(Collection<Sha256Hash> txids) {
        withDescendants(txids).forEach(this::remove);
    }

    /** A block has it: what builds on it stays, what conflicts with it goes. */
    void confirm(Transaction transaction) {
        remove(transaction.txid());
        evict(conflictsOf(transaction));
    }

    /** The entries that spend what {@code transaction} spends. */
    Set<Sha256Hash> conflictsOf(Transaction transaction) {
        Set<Sha256Hash> conflicts = new LinkedHashSet<>();
        for (TxInput input : transaction.inputs()) {
            Optional.ofNullable(spenders.get(input.outpoint())).ifPresent(conflicts::add);
        }
        return conflicts;
    }

    /** The entries whose outputs {@code transaction} spends. */
    Set<Sha256Hash> parentsOf(Transaction transaction) {
        Set<Sha256Hash> parents = new LinkedHashSet<>();
        transaction.inputs().stream()
                .map(input -> input.outpoint().txid())
                .filter(this::contains)
                .forEach(parents::add);
        return parents;
    }

    /** All entries that {@code transaction} builds on. */
    Set<Sha256Hash> ancestorsOf(Transaction transaction) {
        Set<Sha256Hash> ancestors = new LinkedHashSet<>();
        for (Sha256Hash parent : parentsOf(transaction)) {
            if (ancestors.add(parent)) {
                ancestors.addAll(ancestorsOf(get(parent).transaction()));
            }
        }
        return ancestors;
    }

    /** Those entries and all that build on them. */
    Set<Sha256Hash> withDescendants(Collection<Sha256Hash> txids) {
        Set<Sha256Hash> result = new LinkedHashSet<>();
        for (Sha256Hash txid : txids) {
            if (contains(txid) && result.add(txid)) {
                result.addAll(withDescendants(childrenOf(txid)));
            }
        }
        return result;
    }

    Set<Sha256Hash> childrenOf(Sha256Hash txid) {
        Set<Sha256Hash> children = new LinkedHashSet<>();
        for (int i = 0; i < get(txid).transaction().outputs().size(); i++) {
            Optional.ofNullable(spenders.get(new Outpoint(txid, i))).ifPresent(children::add);
        }
        return children;
    }

    Candidate get(Sha256Hash txid) {
        return entry(txid).orElseThrow();
    }
}
