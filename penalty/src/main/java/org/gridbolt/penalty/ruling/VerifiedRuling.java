package org.gridbolt.penalty.ruling;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.JudgedState;
import org.gridbolt.penalty.policy.JudgedUnit;
import org.gridbolt.penalty.policy.Split;

/**
 * A ruling that its evidence proves, and the coins that follow from it.
 *
 * @param ruling the ruling
 * @param terms the channel's terms
 * @param signer the household that signs with the utility: the consumer, or the one that is not missing
 * @param consumerSplit the split of the consumer's newest version
 * @param producerSplit the split of the producer's newest version
 */
public record VerifiedRuling(Ruling ruling, Terms terms, Party signer, Split consumerSplit, Split producerSplit) {

    /** The ruling's hash, as it stands on chain. */
    public Sha256Hash hash() {
        return ruling.hash();
    }

    /** What carries this out on the wallet pays to each. */
    public Allocation onWallet() {
        return splitOf(signer).onWallet(terms.limits().dustLimit());
    }

    /** The split of that side's newest version. */
    Split splitOf(Party side) {
        return side == Party.CONSUMER ? consumerSplit : producerSplit;
    }

    /**
     * Why {@code transaction} is not the penalty that carries this ruling out on the wallet, if it is not: it must spend the
     * wallet by the signer and the utility, name the ruling, and pay each what is due. Whether it was mined is for the chain to say.
     */
    public Optional<PenaltyFlaw> checkPenalty(Transaction transaction) {
        return PenaltyCheck.check(this, transaction);
    }

    /**
     * The split of the version that confirmed, be it the one that was ruled on or one that was under way. What the ruling does
     * not decide on has no part in it: those units go to whom their own scripts say, and a producer does not save its balance
     * by adding one.
     *
     * @param balances its balances
     * @param units its pending units
     * @param tickets those that the evidence holds, by hash
     */
    public Split onConfirmed(Allocation balances, List<PendingUnit> units, Map<Sha256Hash, Ticket> tickets) {
        List<JudgedUnit> judged = units.stream()
                .flatMap(unit -> Optional.ofNullable(tickets.get(unit.hash())).stream())
                .flatMap(ticket -> ruling.on(ticket.unit()).map(verdict -> verdict.on(ticket)).stream())
                .sorted(Comparator.comparing(JudgedUnit::unit))
                .toList();
        return Split.of(
                new JudgedState(balances, judged, consumerSplit.state().defaults()),
                terms.clauses().policy());
    }

    /** The split when the newest version of {@code side} confirmed first. */
    public Split onVersionOf(Party side) {
        return splitOf(side);
    }
}
