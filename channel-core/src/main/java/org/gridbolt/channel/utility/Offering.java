package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;

/**
 * TERMS: the signed terms are out. Waits until both households report the same wallet.
 *
 * @param profile the utility
 * @param terms what it offered
 * @param consumer what A reported
 * @param producer what B reported
 * @param tip the newest height that the utility has seen
 */
public record Offering(
        UtilityProfile profile,
        Signed<Terms> terms,
        Optional<OpeningReported> consumer,
        Optional<OpeningReported> producer,
        BlockHeight tip)
        implements UtilityState {

    static Offering of(UtilityProfile profile, Signed<Terms> terms, BlockHeight tip) {
        return new Offering(profile, terms, Optional.empty(), Optional.empty(), tip);
    }

    /** What both households are sent. */
    TermsOffered offer() {
        return new TermsOffered(terms, Optional.empty());
    }

    @Override
    public UtilityTransition resume() {
        return new UtilityTransition(this, Routine.toBoth(offer()));
    }

    @Override
    public UtilityTransition onConnected(Connected event) {
        return UtilityTransition.to(this, new Send(event.party(), offer()));
    }

    /** A household that asks again lost the answer; one that asks for something else now comes too late. */
    @Override
    public UtilityTransition requested(Party from, ChannelRequested message) {
        Household offered = terms.content().identity().household(from);
        boolean same = message.role() == from
                && offered.equals(
                        new Household(message.nodeKey(), message.meterKey(), message.keyId(), message.payoutScript()))
                && terms.content().contributions().of(from).equals(message.contribution());
        return same ? UtilityTransition.to(this, new Send(from, offer())) : unexpected(from, message.kind());
    }

    @Override
    public UtilityTransition opened(Party from, OpeningReported message) {
        return flawOf(message)
                .map(reason -> refuse(from, new ReportFlaw.BadOpening(reason)))
                .orElseGet(() -> with(from, message).compared(from));
    }

    private Optional<String> flawOf(OpeningReported message) {
        PartyKeys utility = terms.content().identity().utilityKeys();
        if (!message.termsHash().equals(terms.hash())) {
            return Optional.of("it speaks of other terms");
        }
        if (message.consumer().party() != Party.CONSUMER || message.producer().party() != Party.PRODUCER) {
            return Optional.of("the keys are not those of consumer and producer");
        }
        return ChannelKeyRing.repeatedKey(message.consumer(), message.producer(), utility)
                .map(key -> "key " + key + " stands twice");
    }

    private Offering with(Party from, OpeningReported message) {
        return from == Party.CONSUMER
                ? new Offering(profile, terms, Optional.of(message), producer, tip)
                : new Offering(profile, terms, consumer, Optional.of(message), tip);
    }

    /** Nothing is watched on the word of one household alone. */
    private UtilityTransition compared(Party from) {
        if (consumer.isEmpty() || producer.isEmpty()) {
            return stay();
        }
        return consumer.equals(producer)
                ? watch(consumer.get())
                : refuse(from, new ReportFlaw.BadOpening("the households report different wallets"));
    }

    private UtilityTransition watch(OpeningReported agreed) {
        ChannelKeyRing keys = new ChannelKeyRing(
                agreed.consumer(), agreed.producer(), terms.content().identity().utilityKeys());
        UtilityContext context = UtilityContext.of(profile, terms, keys, agreed.wallet());
        Funding next = new Funding(UtilityChannel.opened(context, tip), Optional.empty());
        return UtilityTransition.to(
                next, new Watch(agreed.wallet()), new Report(new Notice.WalletAgreed(agreed.wallet())));
    }

    @Override
    public UtilityTransition onTick(Tick event) {
        return UtilityTransition.to(new Offering(profile, terms, consumer, producer, event.tip()));
    }

    @Override
    public UtilityTransition onConfirmed(Confirmed event) {
        return stay();
    }

    @Override
    public UtilityTransition onUnconfirmed(Unconfirmed event) {
        return stay();
    }

    @Override
    public UtilityTransition onSpent(Spent event) {
        return stay();
    }

    @Override
    public UtilityTransition onUnspent(Unspent event) {
        return stay();
    }
}
