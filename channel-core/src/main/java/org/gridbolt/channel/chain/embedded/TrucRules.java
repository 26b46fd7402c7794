package org.gridbolt.channel.chain.embedded;

import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.tx.Transaction;

/** The rules that a transaction of version 3 asks for (BIP 431): at most one parent or one child, both small. */
final class TrucRules {

    private static final int VSIZE_MAX = 10_000;
    private static final int CHILD_VSIZE_MAX = 1_000;

    private final Pool pool;

    TrucRules(Pool pool) {
        this.pool = pool;
    }

    /**
     * A broken rule.
     *
     * @param sibling the other child, if all that is wrong is that there is one: replacing it would do
     */
    record Violation(Rejection rejection, Optional<Sha256Hash> sibling) {

        static Violation of(String details) {
            return new Violation(Rejection.of("TRUC-violation, " + details), Optional.empty());
        }

        static Violation ofSibling(Sha256Hash sibling) {
            return new Violation(of("the parent has another child").rejection(), Optional.of(sibling));
        }
    }

    /** What is wrong with it as a single transaction, if anything is. */
    Optional<Violation> violation(Candidate candidate) {
        Set<Sha256Hash> ancestors = pool.ancestorsOf(candidate.transaction());
        boolean mixed = ancestors.stream().anyMatch(txid -> pool.get(txid).isTruc() != candidate.isTruc());
        if (mixed) {
            return Optional.of(Violation.of("version 3 and another version, one building on the other"));
        }
        return candidate.isTruc() ? sizeViolation(candidate, ancestors) : Optional.empty();
    }

    private Optional<Violation> sizeViolation(Candidate candidate, Set<Sha256Hash> ancestors) {
        if (candidate.vsize() > VSIZE_MAX) {
            return Optional.of(Violation.of("the transaction is too big"));
        }
        if (ancestors.size() > 1) {
            return Optional.of(Violation.of("too many ancestors"));
        }
        return ancestors.stream().findFirst().flatMap(parent -> childViolation(candidate, parent));
    }

    private Optional<Violation> childViolation(Candidate candidate, Sha256Hash parent) {
        if (candidate.vsize() > CHILD_VSIZE_MAX) {
            return Optional.of(Violation.of("the child is too big"));
        }
        Set<Sha256Hash> siblings = pool.childrenOf(parent);
        boolean replaced = siblings.stream().anyMatch(candidate.conflicts()::contains);
        return replaced ? Optional.empty() : siblings.stream().findFirst().map(Violation::ofSibling);
    }

    /** What is wrong with a parent and its child together, if anything is. */
    Optional<Rejection> packageViolation(Candidate parent, Candidate child) {
        if (parent.isTruc() != child.isTruc()) {
            return Optional.of(Violation.of("version 3 and another version, one building on the other")
                    .rejection());
        }
        if (!parent.isTruc()) {
            return Optional.empty();
        }
        boolean deep = hasAncestors(parent.transaction()) || hasAncestors(child.transaction());
        if (deep) {
            return Optional.of(Violation.of("too many ancestors").rejection());
        }
        return child.vsize() > CHILD_VSIZE_MAX
                ? Optional.of(Violation.of("the child is too big").rejection())
                : Optional.empty();
    }

    private boolean hasAncestors(Transaction transaction) {
        return !pool.parentsOf(transaction).isEmpty();
    }
}
