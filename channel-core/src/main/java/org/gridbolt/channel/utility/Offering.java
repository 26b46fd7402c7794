package org.gridbolt.channel.utility;

import java.util.List;
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
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingTx;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;

/**
 * TERMS: the signed terms are out. Waits until both households report the same wallet.
 *
 * @param profile the utility
 * @param terms what it offered
 * @param own what it brings to the funding, if it does
 * @param consumer what A reported
 * @param producer what B reported
 * @param tip the newest height that the utility has seen
 */
public record Offering(
        UtilityProfile profile,
        Signed<Terms> terms,
        Optional<FundingContribution> own,
        Optional<OpeningReported> consumer,
        Optional<OpeningReported> producer,
        BlockHeight tip)
        implements UtilityState {

    static Offering of(
            UtilityProfile profile, Signed<Terms> terms, Optional<FundingContribution> own, BlockHeight tip) {
        return new Offering(profile, terms, own, Optional.empty(), Optional.empty(), tip);
    }

    /** What both households are sent. */
    TermsOffered offer() {
        return new TermsOffered(terms, own);
    }

    @Override
    public UtilityTransition resume() {
        return new UtilityTransition(this, Routine.toBoth(offer()));
    }

    @Override
    public Optional<UtilityTransition> restored() {
        return Optional.empty();
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
                ? new Offering(profile, terms, own, Optional.of(message), producer, tip)
                : new Offering(profile, terms, own, consumer, Optional.of(message), tip);
    }

    /** Nothing is watched on the word of one household alone. */
    private UtilityTransition compared(Party from) {
        if (consumer.isEmpty() || producer.isEmpty()) {
            return stay();
        }
        return consumer.equals(producer)
                ? agree(from, consumer.get())
                : refuse(from, new ReportFlaw.BadOpening("the households report different wallets"));
    }

    private UtilityTransition agree(Party from, OpeningReported agreed) {
        ChannelKeyRing keys = new ChannelKeyRing(
                agreed.consumer(), agreed.producer(), terms.content().identity().utilityKeys());
        UtilityContext context = UtilityContext.of(profile, terms, keys, agreed.wallet());
        UtilityChannel channel = UtilityChannel.opened(context, tip);
        if (own.isEmpty()) {
            return watch(new Funding(channel, Optional.empty()));
        }
        return isFunded(agreed, context.wallet().scripts())
                ? watch(new Funding(channel, Optional.empty(), agreed.contributions()))
                : refuse(from, new ReportFlaw.BadOpening("the contributions do not make the wallet"));
    }

    /** Whether what the households report that everybody brings makes the wallet that they report. */
    private boolean isFunded(OpeningReported agreed, ChannelScripts scripts) {
        List<FundingContribution> brought = agreed.contributions();
        boolean complete =
                brought.stream().map(FundingContribution::party).toList().equals(List.of(Party.values()))
                        && brought.stream()
                                .allMatch(one -> one.amount()
                                        .equals(terms.content().contributions().of(one.party())))
                        && brought.get(brought.size() - 1).equals(own.orElseThrow());
        return complete && FundingTx.build(scripts, brought).wallet().outpoint().equals(agreed.wallet());
    }

    private static UtilityTransition watch(Funding next) {
        Outpoint wallet = next.channel().context().wallet().outpoint();
        return UtilityTransition.to(next, new Watch(wallet), new Report(new Notice.WalletAgreed(wallet)))
                .and(next.signing());
    }

    @Override
    public UtilityTransition onTick(Tick event) {
        return UtilityTransition.to(new Offering(profile, terms, own, consumer, producer, event.tip()));
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
