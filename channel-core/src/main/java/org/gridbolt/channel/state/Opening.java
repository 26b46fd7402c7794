package org.gridbolt.channel.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.ShaChain;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingFees;
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

    /** The household's secrets in this channel. */
    ChannelSecrets secrets() {
        return profile.secrets(keyId);
    }

    /** This household's side of the channel, to be sent. */
    OpenChannel message() {
        ChannelSecrets secrets = secrets();
        ShaChain chain = secrets.shaChain();
        return new OpenChannel(
                terms.hash(),
                secrets.publicKeys(),
                chain.pointAt(CommitmentNumber.ZERO).bytes(),
                chain.pointAt(CommitmentNumber.ZERO.next()).bytes(),
                own);
    }

    /** Everybody's contributions, the peer's being {@code peer}. */
    List<FundingContribution> contributions(FundingContribution peer) {
        return Stream.concat(Stream.of(own, peer), utility.stream()).toList();
    }

    /** Who pays what for the funding. */
    FundingFees fees() {
        Terms content = terms.content();
        return new FundingFees(content.clauses().fundingFee(), content.limits().dustLimit());
    }
}
