package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Refused;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.UtilityFunded;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.FundingInput;
import org.gridbolt.multisig.tx.Transaction;

/**
 * FUNDING_SENT: the own inputs are signed and sent, so the funding may appear at any time. The channel is forgotten only after
 * one of the own inputs is spent elsewhere and buried.
 *
 * @param plan the funding, as built here
 * @param theirs the peer's signature on the own version 0
 * @param witnesses what has come of the inputs' witnesses, the own among them
 * @param spentElsewhere the height at which another transaction took an own input
 */
public record FundingSent(FundingPlan plan, Signature theirs, Witnesses witnesses, Optional<BlockHeight> spentElsewhere)
        implements ChannelState {

    @Override
    public Party self() {
        return plan.context().self();
    }

    /** The wallet, and the own inputs, whose spend elsewhere would end the opening. */
    static List<ChannelAction> watches(FundingPlan plan) {
        List<ChannelAction> watches = new ArrayList<>();
        watches.add(new Watch(plan.context().outpoint()));
        for (FundingInput input : plan.opening().own().inputs()) {
            watches.add(new Watch(input.outpoint()));
        }
        return watches;
    }

    @Override
    public Transition resume() {
        return Transition.to(this).and(watches(plan));
    }

    /** In the meantime the channel may have been active, and its first version revoked. */
    @Override
    public Transition restored() {
        return Pending.opening(plan, theirs, Optional.empty()).restored();
    }

    @Override
    public Transition onConnected(Connected event) {
        if (event.party() == Party.UTILITY) {
            return Transition.to(this, new Send(Party.UTILITY, plan.report()));
        }
        FundingSigned own =
                new FundingSigned(plan.funding().txid(), witnesses.own().orElseThrow());
        return Transition.to(this, SignedZero.openingAgain(plan)).and(new Send(event.party(), own));
    }

    @Override
    public Transition onOpenChannel(OpenChannel message) {
        return message.equals(plan.theirs()) ? stay() : unexpected(message);
    }

    @Override
    public Transition onOpeningSigned(OpeningSigned message) {
        return stay();
    }

    @Override
    public Transition onFundingSigned(FundingSigned message) {
        return Witnesses.flawOf(plan, plan.theirs().contribution(), message.witnesses())
                .map(flaw -> refuse(self().peer(), new Refusal.Warned(flaw)))
                .orElseGet(() -> with(witnesses.withPeer(message.witnesses())).publishIfComplete());
    }

    @Override
    public Transition onUtilityFunded(UtilityFunded message) {
        if (plan.opening().utility().isEmpty()) {
            return unexpected(message);
        }
        return plan.opening()
                .utility()
                .flatMap(brought -> Witnesses.flawOf(plan, brought, message.witnesses()))
                .map(flaw -> refuse(Party.UTILITY, new Refusal.Warned(flaw)))
                .orElseGet(
                        () -> with(witnesses.withUtility(message.witnesses())).publishIfComplete());
    }

    private FundingSent with(Witnesses next) {
        return new FundingSent(plan, theirs, next, spentElsewhere);
    }

    /** Publishes the funding once all its witnesses are here. */
    Transition publishIfComplete() {
        return witnesses.signed(plan).map(this::publish).orElseGet(this::stay);
    }

    private Transition publish(Transaction funding) {
        Pending next = Pending.opening(plan, theirs, Optional.of(funding));
        return Transition.to(next, new Publish(Purpose.FUNDING, funding, Optional.empty()))
                .and(next.watches());
    }

    /** The peer, which had all witnesses before this household did, has published. */
    @Override
    public Transition onConfirmed(Confirmed event) {
        if (!event.outpoint().equals(plan.context().outpoint())) {
            return stay();
        }
        Pending next = Pending.opening(plan, theirs, Optional.empty());
        return Transition.to(next).and(next.watches()).then(next.onConfirmed(event));
    }

    @Override
    public Transition onUnconfirmed(Unconfirmed event) {
        return stay();
    }

    @Override
    public Transition onSpent(Spent event) {
        Sha256Hash spender = event.spender().txid();
        return isOwnInput(event.outpoint()) && !spender.equals(plan.funding().txid())
                ? Transition.to(new FundingSent(plan, theirs, witnesses, Optional.of(event.height())))
                : stay();
    }

    private boolean isOwnInput(Outpoint outpoint) {
        return plan.opening().own().inputs().stream()
                .anyMatch(input -> input.outpoint().equals(outpoint));
    }

    @Override
    public Transition onUnspent(Unspent event) {
        return isOwnInput(event.outpoint())
                ? Transition.to(new FundingSent(plan, theirs, witnesses, Optional.empty()))
                : stay();
    }

    @Override
    public Transition onTick(Tick event) {
        int depth = spentElsewhere
                .map(height -> event.tip().value() - height.value() + 1)
                .orElse(0);
        boolean buried = depth >= plan.context().terms().depths().irrevocable().value();
        return buried ? Transition.to(new FundingLost(self()), new Report(new Notice.Closed())) : stay();
    }

    @Override
    public Transition onCoinsFound(CoinsFound event) {
        return stay();
    }

    @Override
    public Transition onRefused(Refused event) {
        return Transition.to(
                this,
                new Report(new Notice.PublicationRefused(event.transaction().txid(), event.reason())));
    }
}
