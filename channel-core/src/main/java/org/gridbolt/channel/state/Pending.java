package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.event.Command.CloseAlone;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.ChannelReady;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.UtilityFunded;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.Transaction;

/**
 * PENDING: the funding is published and not deep enough, for the first time or again after a reorganisation.
 *
 * @param channel the channel
 * @param funding the funding, published again after a restart, when this household has all of it
 * @param confirmedAt the block that holds it
 */
public record Pending(Channel channel, Optional<Transaction> funding, Optional<BlockHeight> confirmedAt)
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
        return new Pending(channel, funding, Optional.empty());
    }

    @Override
    public Transition resume() {
        Transition watching = Transition.to(this, new Watch(channel.context().outpoint()));
        return funding.map(complete -> watching.and(new Publish(Purpose.FUNDING, complete, Optional.empty())))
                .orElse(watching);
    }

    @Override
    public Transition onConnected(Connected event) {
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
        return new Pending(channel.at(tip), funding, Optional.of(event.height())).afterBlock(false);
    }

    @Override
    public Transition onTick(Tick event) {
        return new Pending(channel.at(event.tip()), funding, confirmedAt).afterBlock(isDeep());
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
        return isWallet(event.outpoint()) ? Transition.to(new Pending(channel, funding, Optional.empty())) : stay();
    }

    @Override
    public Transition onChannelReady(ChannelReady message) {
        if (channel.commitments().receipts().peer().isPresent()) {
            return stay();
        }
        KnownReceipt receipt = KnownReceipt.of(message.receipt());
        return ReceiptRules.flawOf(receipt, channel.commitments(), channel.context())
                .map(flaw -> refuse(self().peer(), new Refusal.Warned(flaw)))
                .orElseGet(() -> new Pending(
                                channel.with(channel.commitments().withReceipt(receipt)), funding, confirmedAt)
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
        return new Pending(next, funding, confirmedAt);
    }

    @Override
    public Transition restored() {
        return DataLoss.restored(channel);
    }
}
