package org.gridbolt.channel.utility;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Terms;

/**
 * A channel as the utility means to offer it, before the households have asked for it.
 *
 * @param nonce 32 random bytes, drawn for this channel and for no other
 * @param consumer who may ask as the consumer
 * @param producer who may ask as the producer
 * @param schedule where slots lie in the chain, and when the channel ends
 * @param conditions everything else
 * @param contribution what the utility itself puts into the wallet, if it does
 */
public record OpeningPlan(
        Bytes nonce,
        Registration consumer,
        Registration producer,
        SlotSchedule schedule,
        Conditions conditions,
        Optional<FundingContribution> contribution) {

    public OpeningPlan {
        if (nonce.size() != Identity.NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has 32 bytes, not " + nonce.size());
        }
    }

    /** A channel to which the utility brings nothing. */
    public OpeningPlan(
            Bytes nonce, Registration consumer, Registration producer, SlotSchedule schedule, Conditions conditions) {
        this(nonce, consumer, producer, schedule, conditions, Optional.empty());
    }

    /** The household that is registered for that side. */
    Registration registered(Party side) {
        return side == Party.CONSUMER ? consumer : producer;
    }

    /** The terms for what both asked for. */
    Terms terms(ChannelRequested byConsumer, ChannelRequested byProducer, UtilityProfile profile) {
        Allocation contributions = new Allocation(byConsumer.contribution(), byProducer.contribution(), brought());
        Identity identity = new Identity(
                nonce,
                profile.chain(),
                household(byConsumer),
                household(byProducer),
                profile.nodeKey().publicKey(),
                profile.keys(nonce),
                profile.payoutScript());
        return new Terms(
                identity,
                contributions,
                conditions.windows(),
                conditions.depths(),
                schedule,
                conditions.limitsFor(contributions),
                conditions.clauses());
    }

    private static Household household(ChannelRequested request) {
        PublicKey nodeKey = request.nodeKey();
        return new Household(nodeKey, request.meterKey(), request.keyId(), request.payoutScript());
    }

    private Coin brought() {
        return contribution.map(FundingContribution::amount).orElse(Coin.ZERO);
    }
}
