package org.gridbolt.channel.signer;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Terms;

/**
 * What the terms allow a version to hold, judged by what the signer remembers of the one before: no balance falls below its
 * reserve, the producer's falls and the utility's rises only by a ruling whose penalty was waived, and the utility's share and the pending units do not rise above theirs. That coins are conserved, no version can be
 * built without.
 */
final class StateBounds {

    private StateBounds() {}

    static Optional<SigningRefusal> flawOf(
            VersionMark before, CommitmentTx after, Terms terms, Optional<WaiverMark> waiver) {
        Limits limits = terms.limits();
        return unitsOfWaiver(after, waiver)
                .or(() -> divided(before, after, terms, waiver))
                .or(() -> belowReserve(Party.CONSUMER, limits.consumerReserve(), before, after))
                .or(() -> belowReserve(Party.PRODUCER, limits.producerReserve(), before, after))
                .or(() -> tooMuchForUtility(limits.utilityCoinsMax(), before, after))
                .or(() -> tooMuchPending(limits, before, after))
                .map(SigningRefusal.OutOfBounds::new);
    }

    /** A waived ruling is carried out on all of its units at once, and what it took out never comes back. */
    private static Optional<String> unitsOfWaiver(CommitmentTx after, Optional<WaiverMark> waiver) {
        return waiver.filter(mark -> {
                    int held = mark.heldBy(after);
                    boolean some = held > 0 && held < mark.units().size();
                    return some || (held > 0 && mark.isIn(after.version().owner()));
                })
                .map(mark -> "some units of the waived ruling " + mark.ruling() + " are pending, and others are not");
    }

    /**
     * Nothing that is traded takes coins from the producer, and nothing but grid fees gives the utility any: only a waived ruling does,
     * and no more of the one and of the other than it says.
     *
     * <p>MUST 6.3: the signer lets no state take coins from the producer without a waiver.
     */
    private static Optional<String> divided(
            VersionMark before, CommitmentTx after, Terms terms, Optional<WaiverMark> waiver) {
        Optional<WaiverMark> due = waiver.filter(mark -> mark.isCarriedOutBy(after));
        Coin producer =
                before.balances().producer().add(due.map(WaiverMark::producer).orElse(Coin.ZERO));
        Coin utility =
                before.balances().utility().add(due.map(WaiverMark::utility).orElse(Coin.ZERO));
        if (after.balances().producer().isLessThan(producer)) {
            return Optional.of("the producer has " + after.balances().producer().value + " coins, and " + producer.value
                    + " are its own: no waived ruling takes them");
        }
        Coin most = utility.add(gridFees(before, terms));
        boolean between = !after.balances().utility().isLessThan(utility)
                && !after.balances().utility().isGreaterThan(most);
        return between
                ? Optional.empty()
                : Optional.of("the utility has " + after.balances().utility().value + " coins, where " + utility.value
                        + " to " + most.value + " can be");
    }

    /** As many as the units of that version can cost, which are never smaller than dust. */
    private static Coin gridFees(VersionMark before, Terms terms) {
        long units = before.pending().value / terms.limits().dustLimit().value;
        return terms.clauses().gridFee().multiply(units);
    }

    private static Optional<String> belowReserve(Party party, Coin reserve, VersionMark before, CommitmentTx after) {
        Coin balance = after.balances().of(party);
        boolean falls = balance.isLessThan(before.balances().of(party));
        return falls && balance.isLessThan(reserve)
                ? Optional.of(party + " falls to " + balance.value + " coins, below its reserve of " + reserve.value)
                : Optional.empty();
    }

    private static Optional<String> tooMuchForUtility(Coin most, VersionMark before, CommitmentTx after) {
        Coin balance = after.balances().utility();
        boolean rises = balance.isGreaterThan(before.balances().utility());
        return rises && balance.isGreaterThan(most)
                ? Optional.of("the utility rises to " + balance.value + " coins, above " + most.value)
                : Optional.empty();
    }

    private static Optional<String> tooMuchPending(Limits limits, VersionMark before, CommitmentTx after) {
        Coin pending = VersionMark.pending(after);
        boolean tooMuch = pending.isGreaterThan(before.pending()) && pending.isGreaterThan(limits.pendingCoinsMax());
        return tooMuch || after.units().size() > limits.pendingUnitsMax()
                ? Optional.of(after.units().size() + " units of " + pending.value + " coins are pending")
                : Optional.empty();
    }
}
