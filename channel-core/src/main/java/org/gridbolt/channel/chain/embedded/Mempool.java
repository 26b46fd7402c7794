package org.gridbolt.channel.chain.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.FeeEstimate;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.chain.SubmitResult.Accepted;
import org.gridbolt.channel.chain.SubmitResult.AlreadyKnown;
import org.gridbolt.channel.chain.SubmitResult.Rejected;
import org.gridbolt.channel.chain.embedded.Admission.Manner;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;

/**
 * The waiting room of a node: takes single transactions, and a parent with the child that pays for it, by the rules of
 * Bitcoin Core 29. Where those reach further than a channel does (larger packages, rare forms), this is stricter.
 */
final class Mempool {

    private final RelayPolicy policy;
    private final Coins confirmed;
    private final Supplier<TimeLocks> nextBlock;
    private Pool pool = new Pool();

    Mempool(RelayPolicy policy, Coins confirmed, Supplier<TimeLocks> nextBlock) {
        this.policy = policy;
        this.confirmed = confirmed;
        this.nextBlock = nextBlock;
    }

    Pool pool() {
        return pool;
    }

    SubmitResult submit(List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            throw new IllegalArgumentException("nothing to submit");
        }
        Optional<Transaction> burning =
                transactions.stream().filter(Mempool::burnsCoins).findFirst();
        if (burning.isPresent()) {
            return Rejection.of("Unspendable output exceeds maximum configured by user (maxburnamount)")
                    .of(burning.get().txid());
        }
        List<Transaction> fresh = transactions.stream().filter(this::isNew).toList();
        if (fresh.isEmpty()) {
            return new AlreadyKnown();
        }
        return transactions.size() == 1 ? submitOne(fresh.get(0)) : submitPackage(transactions, fresh);
    }

    /** A bitcoind lets us burn none, though it would relay it. */
    private static boolean burnsCoins(Transaction transaction) {
        return transaction.outputs().stream()
                .anyMatch(output -> output.value().isPositive() && ScriptKind.isUnspendable(output.script()));
    }

    private boolean isNew(Transaction transaction) {
        Sha256Hash txid = transaction.txid();
        return !pool.contains(txid) && !isConfirmed(txid, transaction.outputs().size());
    }

    private boolean isConfirmed(Sha256Hash txid, int outputs) {
        return IntStream.range(0, outputs)
                .anyMatch(i -> confirmed.coin(new Outpoint(txid, i)).isPresent());
    }

    private SubmitResult submitOne(Transaction transaction) {
        return takeAlone(transaction, Manner.ALONE)
                .<SubmitResult>map(rejection -> rejection.of(transaction.txid()))
                .orElseGet(Accepted::new);
    }

    private SubmitResult submitPackage(List<Transaction> transactions, List<Transaction> fresh) {
        Transaction child = transactions.get(transactions.size() - 1);
        Optional<Rejection> shape = shapeFlaw(transactions, child);
        if (shape.isPresent()) {
            return shape.get().of(child.txid());
        }
        return takeEach(fresh);
    }

    /** Each is tried alone first, and only those that a child could make good are tried together. */
    private SubmitResult takeEach(List<Transaction> fresh) {
        List<Transaction> open = new ArrayList<>();
        List<Rejected> refusals = new ArrayList<>();
        for (Transaction transaction : fresh) {
            Optional<Rejection> rejection = takeAlone(transaction, Manner.FIRST_ALONE);
            rejection.map(refused -> refused.of(transaction.txid())).ifPresent(refusals::add);
            rejection.filter(Rejection::reconsiderable).ifPresent(refused -> open.add(transaction));
        }
        if (refusals.isEmpty()) {
            return new Accepted();
        }
        return open.size() < refusals.size() ? Rejected.mostTelling(refusals) : takeTogether(open);
    }

    /** A package is a child and its parents; no parent builds on another, and no two spend the same. */
    private Optional<Rejection> shapeFlaw(List<Transaction> transactions, Transaction child) {
        List<Transaction> parents = transactions.subList(0, transactions.size() - 1);
        Set<Sha256Hash> ids = parents.stream().map(Transaction::txid).collect(Collectors.toSet());
        if (ids.size() < parents.size() || ids.contains(child.txid())) {
            return refuse("package-contains-duplicates");
        }
        List<Outpoint> spent = transactions.stream()
                .flatMap(transaction -> spentBy(transaction).stream())
                .toList();
        if (Set.copyOf(spent).size() < spent.size()) {
            return refuse("conflict-in-package");
        }
        boolean nested = parents.stream().anyMatch(parent -> buildsOnAny(parent, ids));
        if (nested || !idsSpentBy(child).containsAll(ids)) {
            return refuse("package topology disallowed. not child-with-parents");
        }
        boolean complete = child.inputs().stream()
                .map(TxInput::outpoint)
                .allMatch(outpoint -> ids.contains(outpoint.txid())
                        || confirmed.coin(outpoint).isPresent());
        return complete ? Optional.empty() : refuse("package-not-child-with-unconfirmed-parents");
    }

    private static Set<Outpoint> spentBy(Transaction transaction) {
        return transaction.inputs().stream().map(TxInput::outpoint).collect(Collectors.toSet());
    }

    private static boolean buildsOnAny(Transaction transaction, Set<Sha256Hash> ids) {
        return idsSpentBy(transaction).stream().anyMatch(ids::contains);
    }

    private static Set<Sha256Hash> idsSpentBy(Transaction transaction) {
        return transaction.inputs().stream()
                .map(input -> input.outpoint().txid())
                .collect(Collectors.toSet());
    }

    private static Optional<Rejection> refuse(String reason) {
        return Optional.of(Rejection.of(reason));
    }

    /** Takes one transaction, or says why not. */
    private Optional<Rejection> takeAlone(Transaction transaction, Manner manner) {
        Admission admission = admission();
        Judged judged = admission.judge(transaction, List.of(), manner);
        if (judged instanceof Rejection rejection) {
            return Optional.of(rejection);
        }
        Candidate candidate = (Candidate) judged;
        Optional<Rejection> flaw = ephemeral()
                .spendingFlaw(candidate, List.of())
                .or(() -> replacement().flaw(candidate))
                .or(() -> ScriptJudge.STANDARD.flaw(transaction, admission.coins(List.of())))
                .or(() -> manner == Manner.ALONE ? tooHigh(candidate) : Optional.empty());
        if (flaw.isEmpty()) {
            enter(List.of(candidate));
        }
        return flaw;
    }

    /** A bitcoind keeps us from paying what cannot be meant. */
    private static Optional<Rejection> tooHigh(Candidate candidate) {
        boolean believable = !candidate.fee().isGreaterThan(FeeEstimate.BELIEVED_MAX.feeFor(candidate.vsize()));
        return believable ? Optional.empty() : Optional.of(Rejection.of("Fee exceeds maximum configured by user"));
    }

    /** Takes a parent and its child, neither of which can come alone. */
    private SubmitResult takeTogether(List<Transaction> open) {
        Transaction last = open.get(open.size() - 1);
        if (open.size() == 1) {
            return submitOne(last);
        }
        if (open.size() > 2) {
            return Rejection.of("package RBF failed: package must be 1-parent-1-child")
                    .of(last.txid());
        }
        return takePair(open.get(0), last);
    }

    private SubmitResult takePair(Transaction parentTransaction, Transaction childTransaction) {
        Admission admission = admission();
        Judged parent = admission.judge(parentTransaction, List.of(), Manner.IN_PACKAGE);
        if (parent instanceof Rejection rejection) {
            return rejection.of(parentTransaction.txid());
        }
        List<Candidate> parents = List.of((Candidate) parent);
        Judged child = admission.judge(childTransaction, parents, Manner.IN_PACKAGE);
        if (child instanceof Rejection rejection) {
            return rejection.of(childTransaction.txid());
        }
        return takePair(admission, parents.get(0), (Candidate) child);
    }

    private SubmitResult takePair(Admission admission, Candidate parent, Candidate child) {
        Optional<Rejection> flaw = new TrucRules(pool)
                .packageViolation(parent, child)
                .or(() -> admission.tooLow(parent.chunk().plus(child.chunk())))
                .or(() -> replacement().packageFlaw(parent, child))
                .or(() -> ephemeral().spendingFlaw(child, List.of(parent)));
        if (flaw.isPresent()) {
            return flaw.get().of(child.txid());
        }
        Coins coins = admission.coins(List.of(parent));
        for (Candidate candidate : List.of(parent, child)) {
            Optional<Rejection> wrong = ScriptJudge.STANDARD.flaw(candidate.transaction(), coins);
            if (wrong.isPresent()) {
                return wrong.get().of(candidate.txid());
            }
        }
        enter(List.of(parent, child));
        return new Accepted();
    }

    private void enter(List<Candidate> candidates) {
        candidates.forEach(candidate -> pool.evict(candidate.conflicts()));
        candidates.forEach(pool::add);
    }

    private Admission admission() {
        return new Admission(policy, pool, confirmed, nextBlock.get());
    }

    private EphemeralRules ephemeral() {
        return new EphemeralRules(new Standardness(policy.dust()), pool);
    }

    private ReplacementRules replacement() {
        return new ReplacementRules(pool, policy.increment());
    }

    /** After blocks were undone: takes back what they had, oldest first, and looks again at what waited already. */
    void resettle(List<Transaction> returned) {
        List<Candidate> waiting = List.copyOf(pool.all());
        pool = new Pool();
        returned.forEach(this::takeBack);
        waiting.forEach(candidate -> takeBack(candidate.transaction()));
    }

    private void takeBack(Transaction transaction) {
        if (isNew(transaction)) {
            Optional<Rejection> ignored = takeAlone(transaction, Manner.RETURNED);
        }
    }
}
