package org.gridbolt.channel.state;

import java.util.Optional;
import java.util.Set;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;

/**
 * TERMS: the utility was asked for a channel and has not answered yet.
 *
 * @param profile the household
 * @param usedKeyIds the key ids of all its earlier channels
 * @param keyId drawn for this one
 * @param contribution what it funds with
 * @param early the peer's side, when the peer had its terms first
 */
public record AwaitingTerms(
        HouseholdProfile profile,
        Set<KeyId> usedKeyIds,
        KeyId keyId,
        FundingContribution contribution,
        Optional<OpenChannel> early)
        implements OffChain {

    public AwaitingTerms {
        usedKeyIds = Set.copyOf(usedKeyIds);
    }

    @Override
    public Party self() {
        return profile.role();
    }

    @Override
    public Transition resume() {
        return stay();
    }

    @Override
    public Transition onConnected(Connected event) {
        return event.party() == Party.UTILITY ? Transition.to(this, new Send(Party.UTILITY, request())) : stay();
    }

    /** What the utility is asked. */
    ChannelRequested request() {
        return new ChannelRequested(
                profile.role(),
                profile.nodeKey().publicKey(),
                profile.meterKey(),
                keyId,
                contribution.amount(),
                profile.payoutScript());
    }

    @Override
    public Transition onTermsOffered(TermsOffered message) {
        Optional<OpeningFlaw> flaw = flawOf(message);
        if (flaw.isPresent()) {
            return refuse(Party.UTILITY, new Refusal.Warned(flaw.get()));
        }
        Opening opening = new Opening(profile, keyId, message.terms(), contribution, message.contribution());
        Negotiating next = new Negotiating(opening, Optional.empty(), Optional.empty());
        Transition sent = Transition.to(next, new Send(self().peer(), opening.message()));
        return early.map(theirs -> sent.then(next.onOpenChannel(theirs))).orElse(sent);
    }

    @Override
    public Transition onOpenChannel(OpenChannel message) {
        return Transition.to(new AwaitingTerms(profile, usedKeyIds, keyId, contribution, Optional.of(message)));
    }

    private Optional<OpeningFlaw> flawOf(TermsOffered message) {
        Signed<Terms> signed = message.terms();
        Terms terms = signed.content();
        if (!signed.isSignedBy(profile.utility())) {
            return Optional.of(new OpeningFlaw.TermsNotSigned());
        }
        return terms.check()
                .or(() -> terms.checkKeyId(self(), keyId, usedKeyIds))
                .<OpeningFlaw>map(OpeningFlaw.BadTerms::new)
                .or(() -> otherTerms(terms, message.contribution()).map(OpeningFlaw.OtherTerms::new))
                .or(() -> profile.acceptable().flawOf(terms, self()).map(OpeningFlaw.NotAcceptable::new));
    }

    private Optional<String> otherTerms(Terms terms, Optional<FundingContribution> utility) {
        Household asked =
                new Household(profile.nodeKey().publicKey(), profile.meterKey(), keyId, profile.payoutScript());
        if (!terms.identity().chain().equals(profile.chain())) {
            return Optional.of("chain");
        }
        if (!terms.identity().utilityNodeKey().equals(profile.utility())) {
            return Optional.of("utility");
        }
        if (!terms.identity().household(self()).equals(asked)) {
            return Optional.of("household");
        }
        if (!terms.contributions().of(self()).equals(contribution.amount())) {
            return Optional.of("contribution");
        }
        boolean utilityBrings = terms.contributions().utility().isPositive();
        return utilityBrings == utility.isPresent() ? Optional.empty() : Optional.of("contribution of the utility");
    }
}
