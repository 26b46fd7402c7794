package org.gridbolt.penalty.ruling;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Terms;
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

    private static boolean owes(VerifiedRuling ruling, Transaction transaction, Party household) {
        Terms terms = ruling.terms();
        Coin paid = paidTo(transaction, terms.identity().payoutScript(household));
        return paid.isLessThan(leastDue(ruling, allocation -> allocation.of(household)));
    }

    private static Coin leastDue(VerifiedRuling ruling, Function<Allocation, Coin> share) {
        Coin dustLimit = ruling.terms().limits().dustLimit();
        return Stream.of(ruling.consumerSplit(), ruling.producerSplit())
                .map(split -> share.apply(split.ofDefaultedUnits(dustLimit)))
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
