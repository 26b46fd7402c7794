package org.gridbolt.channel.chain.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;

/**
 * The rules on dust that may exist only while it waits: its transaction pays no fee, so nobody mines it alone, and its
 * child spends the dust, so none is left.
 */
final class EphemeralRules {

    private final Standardness standardness;
    private final Pool pool;

    EphemeralRules(Standardness standardness, Pool pool) {
        this.standardness = standardness;
        this.pool = pool;
    }

    /** What is wrong with the transaction that has dust, if anything is. */
    Optional<Rejection> makingFlaw(Candidate candidate) {
        boolean paysFee = !candidate.fee().isZero();
        boolean hasDust = !standardness.dustOutputs(candidate.transaction()).isEmpty();
        return paysFee && hasDust
                ? Optional.of(Rejection.of("dust, a transaction with dust pays no fee"))
                : Optional.empty();
    }

    /** What is wrong with a child, whose parents wait in the mempool or come along, if anything is. */
    Optional<Rejection> spendingFlaw(Candidate child, List<Candidate> alongWith) {
        Stream<Candidate> waiting = pool.parentsOf(child.transaction()).stream().map(pool::get);
        Stream<Candidate> coming = alongWith.stream().filter(parent -> isParent(parent, child));
        boolean left = Stream.concat(waiting, coming).anyMatch(parent -> leavesDust(parent, child.transaction()));
        return left ? Optional.of(Rejection.of("missing-ephemeral-spends")) : Optional.empty();
    }

    private static boolean isParent(Candidate parent, Candidate child) {
        return child.transaction().inputs().stream()
                .anyMatch(input -> input.outpoint().txid().equals(parent.txid()));
    }

    private boolean leavesDust(Candidate parent, Transaction child) {
        return standardness.dustOutputs(parent.transaction()).stream()
                .map(index -> new Outpoint(parent.txid(), index))
                .anyMatch(dust -> child.inputSpending(dust).isEmpty());
    }
}
