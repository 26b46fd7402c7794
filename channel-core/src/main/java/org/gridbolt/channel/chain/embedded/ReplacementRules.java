package org.gridbolt.channel.chain.embedded;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.tx.FeeRate;

/**
 * What a transaction or a package must pay to take the place of others: more for a byte than each that it conflicts with,
 * and as much as all that would go plus its own relay (BIP 125 rules 2 to 5 as Bitcoin Core 29 has them, and its package
 * replacement).
 */
final class ReplacementRules {

    private static final int EVICTED_MAX = 100;
    private static final String PACKAGE = "package RBF failed: ";

    private final Pool pool;
    private final FeeRate increment;

    ReplacementRules(Pool pool, FeeRate increment) {
        this.pool = pool;
        this.increment = increment;
    }

    /** What is wrong with a single transaction that replaces others, if anything is. */
    Optional<Rejection> flaw(Candidate candidate) {
        if (candidate.conflicts().isEmpty()) {
            return Optional.empty();
        }
        boolean paysMore = candidate.conflicts().stream()
                .map(pool::get)
                .allMatch(conflict -> candidate.chunk().paysMoreThan(conflict.chunk()));
        if (!paysMore) {
            return Optional.of(Rejection.forNow("insufficient fee, below the rate of what it replaces"));
        }
        Set<Sha256Hash> evicted = pool.withDescendants(candidate.conflicts());
        if (evicted.size() > EVICTED_MAX) {
            return Optional.of(Rejection.of("too many potential replacements"));
        }
        return addsUnconfirmed(candidate, evicted)
                ? Optional.of(Rejection.of("replacement-adds-unconfirmed"))
                : paysFor(candidate.chunk(), evicted)
                        ? Optional.empty()
                        : Optional.of(Rejection.forNow("insufficient fee, below what it replaces and its own relay"));
    }

    private boolean addsUnconfirmed(Candidate candidate, Set<Sha256Hash> evicted) {
        Set<Sha256Hash> before = new LinkedHashSet<>();
        evicted.forEach(txid -> before.addAll(pool.parentsOf(pool.get(txid).transaction())));
        return !before.containsAll(pool.parentsOf(candidate.transaction()));
    }

    private boolean paysFor(Chunk replacement, Set<Sha256Hash> evicted) {
        Coin gone = evicted.stream().map(txid -> pool.get(txid).fee()).reduce(Coin.ZERO, Coin::add);
        Coin needed = gone.add(increment.feeFor(Math.toIntExact(replacement.size())));
        return !Coin.valueOf(replacement.fee()).isLessThan(needed);
    }

    /** What is wrong with a parent and child that replace others, if anything is. */
    Optional<Rejection> packageFlaw(Candidate parent, Candidate child) {
        Set<Sha256Hash> conflicts = new LinkedHashSet<>(parent.conflicts());
        conflicts.addAll(child.conflicts());
        if (conflicts.isEmpty()) {
            return Optional.empty();
        }
        Set<Sha256Hash> evicted = pool.withDescendants(conflicts);
        return topologyFlaw(parent, child, evicted).or(() -> priceFlaw(parent.chunk(), child.chunk(), evicted));
    }

    private Optional<Rejection> topologyFlaw(Candidate parent, Candidate child, Set<Sha256Hash> evicted) {
        boolean builds = !pool.parentsOf(parent.transaction()).isEmpty()
                || !pool.parentsOf(child.transaction()).isEmpty();
        if (builds) {
            return refuse("new transaction cannot have mempool ancestors");
        }
        if (evicted.size() > EVICTED_MAX) {
            return refuse("too many potential replacements");
        }
        return evicted.stream().allMatch(this::isPairAtMost)
                ? Optional.empty()
                : refuse("it replaces too long a chain");
    }

    /** Whether it stands alone, or with one parent or one child that has no other. */
    private boolean isPairAtMost(Sha256Hash txid) {
        Set<Sha256Hash> cluster = new LinkedHashSet<>(pool.withDescendants(List.of(txid)));
        for (Sha256Hash member : List.copyOf(cluster)) {
            Set<Sha256Hash> ancestors = pool.ancestorsOf(pool.get(member).transaction());
            cluster.addAll(pool.withDescendants(ancestors));
        }
        return cluster.size() <= 2;
    }

    private Optional<Rejection> priceFlaw(Chunk parent, Chunk child, Set<Sha256Hash> evicted) {
        Chunk both = parent.plus(child);
        if (!paysFor(both, evicted)) {
            return refuse("insufficient anti-DoS fees");
        }
        if (!both.paysMoreThan(parent)) {
            return refuse("package feerate is less than or equal to parent feerate");
        }
        Set<Sha256Hash> kept = new LinkedHashSet<>();
        evicted.forEach(txid -> kept.addAll(pool.parentsOf(pool.get(txid).transaction())));
        kept.removeAll(evicted);
        return improves(both, evicted, kept)
                ? Optional.empty()
                : refuse("insufficient feerate: does not improve feerate diagram");
    }

    private boolean improves(Chunk both, Set<Sha256Hash> evicted, Set<Sha256Hash> kept) {
        List<Chunk> after = new ArrayList<>(List.of(both));
        kept.forEach(txid -> after.add(pool.get(txid).chunk()));
        return new FeerateDiagram(after).improvesOn(new FeerateDiagram(chunksOf(evicted, kept)));
    }

    private List<Chunk> chunksOf(Set<Sha256Hash> evicted, Set<Sha256Hash> kept) {
        Set<Sha256Hash> all = new LinkedHashSet<>(kept);
        all.addAll(evicted);
        List<Chunk> chunks = new ArrayList<>();
        for (Sha256Hash txid : all) {
            Candidate entry = pool.get(txid);
            boolean isChild = !pool.parentsOf(entry.transaction()).isEmpty();
            if (!isChild) {
                chunks.addAll(withChild(entry));
            }
        }
        return chunks;
    }

    private List<Chunk> withChild(Candidate parent) {
        return pool.childrenOf(parent.txid()).stream()
                .findFirst()
                .map(child -> FeerateDiagram.linearized(
                        parent.chunk(), pool.get(child).chunk()))
                .orElse(List.of(parent.chunk()));
    }

    private static Optional<Rejection> refuse(String reason) {
        return Optional.of(Rejection.of(PACKAGE + reason));
    }
}
