package org.gridbolt.channel.state;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.FundingCheck;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingFees;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;

/**
 * What a household brings to the opening, once it has checked the terms.
 *
 * @param profile the household
 * @param keyId drawn for this channel
 * @param terms the signed terms
 * @param own what it funds with
 * @param utility what the utility funds with, if it does
 */
public record Opening(
        HouseholdProfile profile,
        KeyId keyId,
        Signed<Terms> terms,
        FundingContribution own,
        Optional<FundingContribution> utility) {

    /** The public side of the household's keys in this channel. */
    PublicSide keys() {
        return profile.keys().of(keyId);
    }

    /** This household's side of the channel, to be sent. */
    OpenChannel message() {
        PublicSide keys = keys();
        return new OpenChannel(
                terms.hash(),
                keys.keys(),
                keys.pointAt(CommitmentNumber.ZERO).bytes(),
                keys.pointAt(CommitmentNumber.ZERO.next()).bytes(),
                own);
    }

    /** Everybody's contributions, the peer's being {@code peer}. */
    List<FundingContribution> contributions(FundingContribution peer) {
        return Stream.concat(Stream.of(own, peer), utility.stream()).toList();
    }

    /** What is wrong with the funding with {@code peer}, of whose coins the chain says {@code facts}, if anything. */
    Optional<OpeningFlaw> flawOf(FundingContribution peer, Map<Outpoint, CoinFact> facts) {
        return FundingCheck.flawOf(contributions(peer), terms.content().contributions(), fees(), facts)
                .<OpeningFlaw>map(OpeningFlaw.BadFunding::new)
                .or(() -> ownCoin(peer).map(OpeningFlaw.OwnCoin::new));
    }

    /** A coin that another party brings and that pays to this household: its wallet would sign for it. */
    private Optional<Outpoint> ownCoin(FundingContribution peer) {
        Set<Bytes> scripts = new HashSet<>(Set.of(profile.payoutScript()));
        own.inputs().forEach(input -> scripts.add(script(input)));
        own.change().ifPresent(change -> scripts.add(change.script()));
        return Stream.concat(peer.inputs().stream(), utility.stream().flatMap(brought -> brought.inputs().stream()))
                .filter(input -> scripts.contains(script(input)))
                .map(FundingInput::outpoint)
                .findFirst();
    }

    private static Bytes script(FundingInput input) {
        return input.previous().outputs().get(input.outpoint().index()).script();
    }

    private FundingFees fees() {
        Terms content = terms.content();
        return new FundingFees(content.clauses().fundingFee(), content.limits().dustLimit());
    }
}
