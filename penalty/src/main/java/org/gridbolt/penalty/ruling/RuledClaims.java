package org.gridbolt.penalty.ruling;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.policy.Split;

/** Compares mined transactions with what the utility ruled and the consumer promised. */
final class RuledClaims {

    private RuledClaims() {}

    /** The ruling that one of {@code claims} says it carries out, if it is another one. */
    static Optional<Sha256Hash> otherRuling(Sha256Hash ruling, List<Bytes> claims) {
        return claims.stream()
                .flatMap(claim -> Transaction.parse(claim).stream())
                .flatMap(claim -> named(claim).stream())
                .filter(named -> !named.equals(ruling))
                .findFirst();
    }

    private static Optional<Sha256Hash> named(Transaction claim) {
        List<Sha256Hash> named = claim.outputs().stream()
                .flatMap(output -> OpReturnScript.parse(output.script()).stream())
                .map(OpReturnScript::ruling)
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
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

    static Coin dustLimit(VerifiedRuling ruling) {
        return ruling.terms().limits().dustLimit();
    }

    private static Coin least(VerifiedRuling ruling, Function<Split, Coin> due) {
        return Stream.of(ruling.consumerSplit(), ruling.producerSplit())
                .map(due)
                .reduce((one, other) -> one.isLessThan(other) ? one : other)
                .orElseThrow();
    }

    static Coin paidTo(Transaction transaction, Bytes script) {
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
