package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Payouts;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.TermsFlaw;

/**
 * NEW: waits until both households have asked for the channel.
 *
 * @param profile the utility
 * @param plan what it means to offer
 * @param consumer what A asked for
 * @param producer what B asked for
 * @param tip the newest height that the utility has seen
 */
public record Gathering(
        UtilityProfile profile,
        OpeningPlan plan,
        Optional<ChannelRequested> consumer,
        Optional<ChannelRequested> producer,
        BlockHeight tip)
        implements UtilityState {

    static Gathering of(UtilityProfile profile, OpeningPlan plan) {
        return new Gathering(profile, plan, Optional.empty(), Optional.empty(), new BlockHeight(0));
    }

    @Override
    public UtilityTransition resume() {
        return stay();
    }

    @Override
    public Optional<UtilityTransition> restored() {
        return Optional.empty();
    }

    @Override
    public UtilityTransition requested(Party from, ChannelRequested message) {
        return flawOf(from, message)
                .map(flaw -> refuse(from, flaw))
                .orElseGet(() -> with(message).offer());
    }

    private Optional<ReportFlaw> flawOf(Party from, ChannelRequested message) {
        Registration registered = plan.registered(from);
        boolean same = message.role() == from
                && message.nodeKey().equals(registered.nodeKey())
                && message.meterKey().equals(registered.meterKey());
        if (!same) {
            return Optional.of(new ReportFlaw.NotRegistered(message.role()));
        }
        return Payouts.accepts(message.payoutScript()) ? Optional.empty() : Optional.of(new ReportFlaw.BadPayout(from));
    }

    private Gathering with(ChannelRequested message) {
        return message.role() == Party.CONSUMER
                ? new Gathering(profile, plan, Optional.of(message), producer, tip)
                : new Gathering(profile, plan, consumer, Optional.of(message), tip);
    }

    private UtilityTransition offer() {
        return consumer.flatMap(byConsumer -> producer.map(byProducer -> offer(byConsumer, byProducer)))
                .orElseGet(this::stay);
    }

    private UtilityTransition offer(ChannelRequested byConsumer, ChannelRequested byProducer) {
        Terms terms = plan.terms(byConsumer, byProducer, profile);
        Optional<TermsFlaw> flaw = terms.check();
        if (flaw.isPresent()) {
            return startOver(new ReportFlaw.NoTerms(flaw.get()));
        }
        Offering next = Offering.of(profile, Signed.sign(terms, profile.nodeKey()), plan.contribution(), tip);
        return new UtilityTransition(next, Routine.toBoth(next.offer()));
    }

    /** Both may ask again for something that makes sound terms. */
    private UtilityTransition startOver(ReportFlaw flaw) {
        List<ChannelAction> told = new ArrayList<>(UtilityState.complaint(Party.CONSUMER, flaw));
        told.addAll(UtilityState.complaint(Party.PRODUCER, flaw));
        return new UtilityTransition(new Gathering(profile, plan, Optional.empty(), Optional.empty(), tip), told);
    }

    @Override
    public UtilityTransition onTick(Tick event) {
        return UtilityTransition.to(new Gathering(profile, plan, consumer, producer, event.tip()));
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
