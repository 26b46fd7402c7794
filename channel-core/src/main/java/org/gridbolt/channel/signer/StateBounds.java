package org.gridbolt.channel.signer;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.penalty.contract.Limits;

/**
 * What the terms allow a version to hold, judged by what the signer remembers of the one before: no balance falls below its
 * reserve, and the utility's share and the pending units do not rise above theirs. That coins are conserved, no version can be
 * built without.
 */
final class StateBounds {

    private StateBounds() {}

    static Optional<SigningRefusal> flawOf(VersionMark before, CommitmentTx after, Limits limits) {
        return belowReserve(Party.CONSUMER, limits.consumerReserve(), before, after)
                .or(() -> belowReserve(Party.PRODUCER, limits.producerReserve(), before, after))
                .or(() -> tooMuchForUtility(limits.utilityCoinsMax(), before, after))
                .or(() -> tooMuchPending(limits, before, after))
                .map(SigningRefusal.OutOfBounds::new);
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
