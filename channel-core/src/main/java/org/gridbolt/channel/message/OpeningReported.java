package org.gridbolt.channel.message;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.FundingContribution;

/**
 * Tells the utility what the wallet became, once both hold the other's signature on commitment 0. The utility watches only what both households report alike.
 *
 * @param termsHash the terms it speaks of
 * @param consumer the static keys of A
 * @param producer the static keys of B
 * @param consumerPoint the point of A's version 0
 * @param producerPoint the point of B's version 0
 * @param wallet the output that holds all coins of the channel
 * @param contributions what everybody brings to the funding, in the order A, B, U, for a utility that signs it too: it builds the
 *     funding again from them. Empty when the utility brings nothing
 */
public record OpeningReported(
        Sha256Hash termsHash,
        PartyKeys consumer,
        PartyKeys producer,
        PublicKey consumerPoint,
        PublicKey producerPoint,
        Outpoint wallet,
        List<FundingContribution> contributions)
        implements HouseholdMessage {

    public OpeningReported {
        contributions = List.copyOf(contributions);
    }

    /** The report of an opening to which the utility brings nothing. */
    public OpeningReported(
            Sha256Hash termsHash,
            PartyKeys consumer,
            PartyKeys producer,
            PublicKey consumerPoint,
            PublicKey producerPoint,
            Outpoint wallet) {
        this(termsHash, consumer, producer, consumerPoint, producerPoint, wallet, List.of());
    }

    @Override
    public <R> R dispatch(HouseholdMessage.Handler<R> handler) {
        return handler.onOpeningReported(this);
    }
}
