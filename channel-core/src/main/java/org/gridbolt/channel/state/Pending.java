package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.event.Command.CloseAlone;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.ChannelReady;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.UtilityFunded;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.Transaction;

/**
 * PENDING: the funding is published and not deep enough, for the first time or again after a reorganisation.
 *
 * @param channel the channel
 * @param funding the funding, published again after a restart, when this household has all of it
 * @param confirmedAt the block that holds it
 * @param spentElsewhere the height at which another transaction took a coin that it spends: once that is buried, the wallet can
 *     never appear
 */
public record Pending(
        Channel channel,
        Optional<Transaction> funding,
        Optional<BlockHeight> confirmedAt,
        Optional<BlockHeight> spentElsewhere)
        implements Funded {

    /** The first one, of a funding that was just completed. */
    static Pending opening(FundingPlan plan, Signature theirs, Optional<Transaction> funding) {
        JournalEntry agreed = new JournalEntry.Agreed(plan.agreement());
        Channel channel = new Channel(
                plan.context(),
                plan.commitments(theirs),
                TradeBook.EMPTY,
                Units.NONE,
                Guard.START,
                Journal.EMPTY.plus(agreed.encode()),
                new BlockHeight(0));
        return new Pending(channel, funding, Optional.empty(), Optional.empty());
    }

    /** Again, after a reorganisation. */
    static Transition suspending(Channel channel) {
        Pending next = new Pending(channel, Optional.empty(), Optional.empty(), Optional.empty());
        return Transition.to(next, new Report(new Notice.Suspended())).and(next.watches());
    }

    private Pending confirmed(Optional<BlockHeight> height) {
        return new Pending(channel, funding, height, spentElsewhere);
    }

    /** The wallet, and the coins whose spend elsewhere would end it. */
    List<ChannelAction> watches() {
        List<ChannelAction> watches =
                new ArrayList<>(List.of(new Watch(channel.context().outpoint())));
        channel.agreement().inputs().forEach(input -> watches.add(new Watch(input)));
        return watches;
    }

    @Override
    public Transition resume() {
        Transition watching = Transition.to(this).and(watches());
        return funding.map(complete -> watching.and(new Publish(Purpose.FUNDING, complete, Optional.empty())))
                .orElse(watching);
    }

    @Override
    public Transition onConnected(Connected event) {
        if (event.party() == Party.UTILITY) {
            return Transition.to(this).and(UnitSteps.reportsAgain(channel));
        }
        return event.party() == self().peer() && isDeep() ? Transition.to(this, ready()) : stay();
    }

    private Send ready() {
        return new Send(
                self().peer(),
                new ChannelReady(channel.commitments().receipts().own().signed()));
    }

    @Override
    public Transition onConfirmed(Confirmed event) {
        if (!isWallet(event.outpoint())) {
            return stay();
        }
        BlockHeight tip = event.height().isAfter(channel.tip()) ? event.height() : channel.tip();
        return with(channel.at(tip)).confirmed(Optional.of(event.height())).afterBlock(false);
    }

    @Override
    public Transition onTick(Tick event) {
        Pending ticked = with(channel.at(event.tip()));
        return ticked.isLost()
                ? Transition.to(
                        new FundingLost(self()),
                        new Report(new Notice.Terminal("a coin of the funding was spent elsewhere")),
                        new Report(new Notice.Closed()))
                : ticked.afterBlock(isDeep());
    }

    /** Buried as deep as a spend must be before it counts as final. */
    private boolean isLost() {
        int depth = spentElsewhere
                .map(height -> channel.tip().value() - height.value() + 1)
                .orElse(0);
        return confirmedAt.isEmpty()
                && depth >= channel.context().terms().depths().irrevocable().value();
    }

    @Override
    public Transition onSpent(Spent event) {
        boolean elsewhere = channel.agreement().inputs().contains(event.outpoint())
                && !event.spender().txid().equals(channel.context().outpoint().txid());
        return elsewhere
                ? Transition.to(new Pending(channel, funding, confirmedAt, Optional.of(event.height())))
                : Funded.super.onSpent(event);
    }

    @Override
    public Transition onUnspent(Unspent event) {
        return channel.agreement().inputs().contains(event.outpoint())
                ? Transition.to(new Pending(channel, funding, confirmedAt, Optional.empty()))
                : stay();
    }

    private Transition afterBlock(boolean wasDeep) {
        if (!isDeep()) {
            return stay();
        }
        boolean first = channel.commitments().own().number().value() == 0 && !wasDeep;
        Transition deep = first ? Transition.to(this, ready()) : stay();
        return deep.then(activateIfReady());
    }

    private boolean isDeep() {
        int depth = confirmedAt
                .map(height -> channel.tip().value() - height.value() + 1)
                .orElse(0);
        return depth >= channel.context().terms().depths().minDepth().value();
    }

    private Transition activateIfReady() {
        boolean ready = channel.commitments().receipts().peer().isPresent();
        return ready && isDeep() ? Active.entering(channel) : stay();
    }

    @Override
    public Transition onUnconfirmed(Unconfirmed event) {
        return isWallet(event.outpoint()) ? Transition.to(confirmed(Optional.empty())) : stay();
    }

    @Override
    public Transition onChannelReady(ChannelReady message) {
        if (channel.commitments().receipts().peer().isPresent()) {
            return stay();
        }
        KnownReceipt receipt = KnownReceipt.of(message.receipt());
        return ReceiptRules.flawOf(receipt, channel.commitments(), channel.context())
                .map(flaw -> refuse(self().peer(), new Refusal.Warned(flaw)))
                .orElseGet(() -> with(channel.with(channel.commitments().withReceipt(receipt)))
                        .activateIfReady());
    }

    /** What the peer sends once it is active must not be lost: it comes again on the next connection. */
    @Override
    public Transition unexpected(PeerMessage message) {
        return refuse(self().peer(), new Refusal.Disconnected(new StateFlaw.Unexpected(message.kind(), name())));
    }

    @Override
    public Transition onOpenChannel(OpenChannel message) {
        return stay();
    }

    @Override
    public Transition onOpeningSigned(OpeningSigned message) {
        return stay();
    }

    @Override
    public Transition onFundingSigned(FundingSigned message) {
        return stay();
    }

    @Override
    public Transition onUtilityFunded(UtilityFunded message) {
        return stay();
    }

    @Override
    public Transition onCloseAlone(CloseAlone command) {
        return ClosingLocal.of(channel, "the household closes alone");
    }

    @Override
    public Pending with(Channel next) {
        return new Pending(next, funding, confirmedAt, spentElsewhere);
    }

    @Override
    public Transition restored() {
        return DataLoss.restored(channel);
    }
}
