package org.gridbolt.penalty.ruling;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;

/** Compares mined transactions with what the utility ruled and the consumer promised. */
final class RuledClaims {

    private RuledClaims() {}

    /**
     * Whether {@code claim} takes a unit that {@code ruling} found defaulted by the utility's branch, and pays a household less than the
     * ruling gives it out of these units on whichever of the two newest versions confirmed.
     */
    static boolean isUnpaid(VerifiedRuling ruling, Evidence evidence, Bytes claim) {
        return Transaction.parse(claim)
                .filter(transaction -> takesDefaulted(ruling, evidence, transaction))
                .filter(transaction ->
                        owes(ruling, transaction, Party.CONSUMER) || owes(ruling, transaction, Party.PRODUCER))
                .isPresent();
    }

    private static boolean takesDefaulted(VerifiedRuling ruling, Evidence evidence, Transaction transaction) {
        return ruling.ruling().units(Verdict.DEFAULT).stream()
                .flatMap(unit -> evidence.ticket(unit).stream())
                .anyMatch(ticket -> UtilityClaim.isOf(transaction, ruling.terms(), ticket));
    }

    /**
     * Whether {@code spend} of the producer's balance leaves it less than the ruling does on whichever of the two newest versions
     * confirmed: on one that was under way it has no less.
     */
    static boolean owesBalance(VerifiedRuling ruling, Transaction spend) {
        Coin paid = paidTo(spend, ruling.terms().identity().payoutScript(Party.PRODUCER));
        return paid.isLessThan(least(
                ruling, split -> split.ofProducerBalance(dustLimit(ruling)).producer()));
    }

    private static boolean owes(VerifiedRuling ruling, Transaction transaction, Party household) {
        Terms terms = ruling.terms();
        Coin paid = paidTo(transaction, terms.identity().payoutScript(household));
        return paid.isLessThan(
                least(ruling, split -> split.ofDefaultedUnits(dustLimit(ruling)).of(household)));
    }

    private static Coin dustLimit(VerifiedRuling ruling) {
        return ruling.terms().limits().dustLimit();
    }

    private static Coin least(VerifiedRuling ruling, Function<Split, Coin> due) {
        return Stream.of(ruling.consumerSplit(), ruling.producerSplit())
                .map(due)
                .reduce((one, other) -> one.isLessThan(other) ? one : other)
                .orElseThrow();
    }

    private static Coin paidTo(Transaction transaction, Bytes script) {
        return transaction.outputs().stream()
                .filter(output -> output.script().equals(script))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }

    /** Whether {@code penalty} is by consumer and utility, on the wallet of {@code waived}, and names the ruling waived there. */
    static boolean isWaived(Terms terms, PenaltyWaived waived, Bytes penalty) {
        Optional<Transaction> parsed = Transaction.parse(penalty)
                .filter(transaction -> transaction.inputs().size() == 1)
                .filter(transaction -> ChannelRef.of(
                                terms, transaction.inputs().get(0).outpoint())
                        .equals(waived.channel()));
        return parsed.filter(transaction -> WalletPath.isOf(terms, Party.CONSUMER, transaction))
                .filter(transaction -> transaction.outputs().stream()
                        .flatMap(output -> OpReturnScript.parse(output.script()).stream())
                        .anyMatch(note -> note.ruling().equals(waived.ruling())))
                .isPresent();
    }
}
