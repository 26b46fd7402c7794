package org.gridbolt.channel.chain.embedded;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/** The checks of a mempool that need no look at signatures, in the order in which bitcoind makes them. */
final class Admission {

    /** How a transaction comes. */
    enum Manner {
        /** By itself. */
        ALONE,
        /** As part of a package, each of which is first tried by itself. */
        FIRST_ALONE,
        /** With its parent or its child, one paying for both. */
        IN_PACKAGE,
        /** Out of a block that was undone: what it pays no longer matters. */
        RETURNED
    }

    private static final int CHAIN_MAX = 25;

    private final RelayPolicy policy;
    private final Pool pool;
    private final Coins confirmed;
    private final TimeLocks locks;

    Admission(RelayPolicy policy, Pool pool, Coins confirmed, TimeLocks locks) {
        this.policy = policy;
        this.pool = pool;
        this.confirmed = confirmed;
        this.locks = locks;
    }

    /** What there is to spend, the outputs of the mempool and of {@code alongWith} included. */
    Coins coins(List<Candidate> alongWith) {
        return outpoint -> confirmed
                .coin(outpoint)
                .or(() -> pool.output(outpoint).map(this::unconfirmed))
                .or(() -> alongWith.stream()
                        .filter(parent -> parent.txid().equals(outpoint.txid()))
                        .flatMap(parent -> outputOf(parent, outpoint).stream())
                        .map(this::unconfirmed)
                        .findFirst());
    }

    private static Optional<TxOutput> outputOf(Candidate parent, Outpoint outpoint) {
        List<TxOutput> outputs = parent.transaction().outputs();
        return outpoint.index() < outputs.size() ? Optional.of(outputs.get(outpoint.index())) : Optional.empty();
    }

    private UnspentCoin unconfirmed(TxOutput output) {
        return new UnspentCoin(output, locks.height(), false);
    }

    /** Judges {@code transaction}, whose parents may be among {@code alongWith}. */
    Judged judge(Transaction transaction, List<Candidate> alongWith, Manner manner) {
        Coins coins = coins(alongWith);
        Optional<Rejection> flaw = formFlaw(transaction).or(() -> inputFlaw(transaction, coins));
        if (flaw.isPresent()) {
            return flaw.get();
        }
        Coin fee = ConsensusRules.fee(transaction, coins);
        Candidate candidate =
                new Candidate(transaction, transaction.txid(), transaction.vsize(), fee, pool.conflictsOf(transaction));
        return feeFlaw(candidate, manner)
                .or(() -> chainFlaw(candidate))
                .<Judged>map(rejection -> rejection)
                .orElseGet(() -> judgeTopology(candidate, manner));
    }

    private Optional<Rejection> formFlaw(Transaction transaction) {
        if (transaction.isCoinbase()) {
            return Optional.of(Rejection.of("coinbase"));
        }
        return ConsensusRules.flaw(transaction)
                .or(() -> standardness().flaw(transaction))
                .or(() -> locks.isFinal(transaction) ? Optional.empty() : Optional.of(Rejection.of("non-final")));
    }

    private Standardness standardness() {
        return new Standardness(policy.dust());
    }

    private Optional<Rejection> inputFlaw(Transaction transaction, Coins coins) {
        boolean missing = transaction.inputs().stream()
                .anyMatch(input -> coins.coin(input.outpoint()).isEmpty());
        if (missing) {
            return Optional.of(Rejection.forNow("bad-txns-inputs-missingorspent"));
        }
        if (!locks.isRipe(transaction, coins)) {
            return Optional.of(Rejection.of("non-BIP68-final"));
        }
        return ConsensusRules.spendingFlaw(transaction, coins, locks.height())
                .or(() -> standardness().spendingFlaw(transaction, coins));
    }

    private Optional<Rejection> feeFlaw(Candidate candidate, Manner manner) {
        Optional<Rejection> dust = new EphemeralRules(standardness(), pool).makingFlaw(candidate);
        if (dust.isPresent() || manner == Manner.RETURNED) {
            return dust;
        }
        Optional<Rejection> tooLow = tooLow(candidate.chunk());
        if (!candidate.isTruc()) {
            // A parent of another version pays for its own relay: its child may be replaced and leave it behind.
            return tooLow.map(rejection -> Rejection.of(rejection.reason()));
        }
        return manner == Manner.IN_PACKAGE ? Optional.empty() : tooLow;
    }

    /** What is wrong with the fee of {@code chunk}, if it is too low for relay. */
    Optional<Rejection> tooLow(Chunk chunk) {
        Coin needed = policy.relay().feeFor(Math.toIntExact(chunk.size()));
        return Coin.valueOf(chunk.fee()).isLessThan(needed)
                ? Optional.of(Rejection.forNow("min relay fee not met, " + chunk.fee() + " < " + needed.value))
                : Optional.empty();
    }

    private Optional<Rejection> chainFlaw(Candidate candidate) {
        Set<Sha256Hash> ancestors = pool.ancestorsOf(candidate.transaction());
        boolean longBelow = ancestors.size() >= CHAIN_MAX;
        boolean longAbove = ancestors.stream()
                .anyMatch(ancestor -> pool.withDescendants(List.of(ancestor)).size() >= CHAIN_MAX);
        return longBelow || longAbove ? Optional.of(Rejection.of("too-long-mempool-chain")) : Optional.empty();
    }

    private Judged judgeTopology(Candidate candidate, Manner manner) {
        Optional<TrucRules.Violation> violation = new TrucRules(pool).violation(candidate);
        if (violation.isEmpty()) {
            return withoutContradiction(candidate);
        }
        Optional<Sha256Hash> sibling = violation.get().sibling();
        return sibling.isPresent() && manner != Manner.IN_PACKAGE
                ? withoutContradiction(
                        candidate.replacing(Stream.concat(candidate.conflicts().stream(), sibling.stream())
                                .collect(Collectors.toSet())))
                : violation.get().rejection();
    }

    private Judged withoutContradiction(Candidate candidate) {
        boolean contradicts =
                pool.ancestorsOf(candidate.transaction()).stream().anyMatch(candidate.conflicts()::contains);
        return contradicts ? Rejection.of("bad-txns-spends-conflicting-tx") : candidate;
    }
}
