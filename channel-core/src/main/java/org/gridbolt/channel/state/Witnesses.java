package org.gridbolt.channel.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingFlaw;
import org.gridbolt.multisig.tx.Transaction;

/**
 * The witnesses of the funding's inputs, as far as they are here, each party's checked.
 *
 * @param own this household's
 * @param peer the other household's
 * @param utility the utility's
 */
public record Witnesses(
        Optional<List<List<Bytes>>> own, Optional<List<List<Bytes>>> peer, Optional<List<List<Bytes>>> utility) {

    /** None yet. */
    public static final Witnesses NONE = new Witnesses(Optional.empty(), Optional.empty(), Optional.empty());

    /** With this household's. */
    Witnesses withOwn(List<List<Bytes>> witnesses) {
        return new Witnesses(Optional.of(witnesses), peer, utility);
    }

    /** With the other household's. */
    Witnesses withPeer(List<List<Bytes>> witnesses) {
        return new Witnesses(own, Optional.of(witnesses), utility);
    }

    /** With the utility's. */
    Witnesses withUtility(List<List<Bytes>> witnesses) {
        return new Witnesses(own, peer, Optional.of(witnesses));
    }

    /** What is wrong with the witnesses of {@code contribution}'s inputs, if anything. */
    static Optional<OpeningFlaw> flawOf(
            FundingPlan plan, FundingContribution contribution, List<List<Bytes>> witnesses) {
        int inputs = contribution.inputs().size();
        if (witnesses.size() != inputs) {
            return Optional.of(new OpeningFlaw.WrongWitnesses(witnesses.size(), inputs));
        }
        for (int i = 0; i < inputs; i++) {
            Outpoint outpoint = contribution.inputs().get(i).outpoint();
            Optional<FundingFlaw> flaw = plan.funding().flawOf(outpoint, witnesses.get(i));
            if (flaw.isPresent()) {
                return flaw.map(OpeningFlaw.BadFunding::new);
            }
        }
        return Optional.empty();
    }

    /** The funding, ready to publish; nothing while witnesses are missing. */
    Optional<Transaction> signed(FundingPlan plan) {
        Map<Outpoint, List<Bytes>> all = new HashMap<>();
        boolean complete = put(all, plan.opening().own(), own)
                && put(all, plan.theirs().contribution(), peer)
                && plan.opening()
                        .utility()
                        .map(brought -> put(all, brought, utility))
                        .orElse(true);
        return complete ? Optional.of(plan.funding().signed(all)) : Optional.empty();
    }

    private static boolean put(
            Map<Outpoint, List<Bytes>> all, FundingContribution contribution, Optional<List<List<Bytes>>> witnesses) {
        if (witnesses.isEmpty()) {
            return contribution.inputs().isEmpty();
        }
        for (int i = 0; i < contribution.inputs().size(); i++) {
            all.put(contribution.inputs().get(i).outpoint(), witnesses.get().get(i));
        }
        return true;
    }
}
