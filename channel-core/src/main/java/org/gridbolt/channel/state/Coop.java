package org.gridbolt.channel.state;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.MessageDraft;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.action.TransactionDraft;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.Command.CloseAlone;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.ClosingProposed;
import org.gridbolt.channel.message.ClosingSigned;
import org.gridbolt.channel.message.Reestablish;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.CloseTx;

/**
 * COOP: this household has signed the cooperative close, and so marked the channel terminal: it is never updated again. When
 * the peer does not answer, the own newest version says the same.
 *
 * @param channel the channel
 * @param close the close
 * @param theirs the peer's signature on it
 * @param since the height at which it was signed
 */
public record Coop(Channel channel, CloseTx close, Optional<Signature> theirs, BlockHeight since) implements Terminal {

    /** The closer signs first. */
    static Transition proposing(Progress progress, CloseTx close) {
        Coop next = new Coop(
                progress.channel(), close, Optional.empty(), progress.channel().tip());
        return progress.and(next.proposal())
                .report(new Notice.Terminal("closing together"))
                .in(channel -> next);
    }

    /** The state of these parts, as it is stored. */
    public static Coop restored(
            Channel channel,
            Party closer,
            Coin fee,
            BlockHeight lockTime,
            Optional<Signature> theirs,
            BlockHeight since) {
        CloseTx close = Closing.as(channel, closer, fee, lockTime)
                .orElseThrow(() -> new IllegalArgumentException("no close with a fee of " + fee.value));
        return new Coop(channel, close, theirs, since);
    }

    /** The height from which the close is final. */
    public BlockHeight lockTime() {
        return new BlockHeight(Math.toIntExact(close.unsigned().lockTime()));
    }

    private ChannelAction proposal() {
        return new SendSigned<>(self().peer(), new MessageDraft.Proposal(order(), lockTime()));
    }

    private SigningOrder.Close order() {
        return new SigningOrder.Close(
                channel.context().deed(), close, channel.commitments().lastRevealed());
    }

    /** The other one completes it. */
    static Transition answering(Channel channel, CloseTx close, Signature theirs) {
        Coop next = new Coop(channel, close, Optional.of(theirs), channel.tip());
        return Transition.to(
                next, next.answer(), new Report(new Notice.Terminal("closing together")), next.publication(theirs));
    }

    private ChannelAction answer() {
        return new SendSigned<>(self().peer(), new MessageDraft.Answer(order()));
    }

    private ChannelAction publication(Signature peers) {
        return new PublishSigned<>(Purpose.CLOSE, new TransactionDraft.Close(order(), self(), peers), Optional.empty());
    }

    private boolean isCloser() {
        return close.closer() == self();
    }

    @Override
    public Transition resume() {
        Transition watching = Transition.to(this, new Watch(channel.context().outpoint()));
        return theirs.map(peers -> watching.and(publication(peers))).orElse(watching);
    }

    @Override
    public Transition onConnected(Connected event) {
        if (event.party() != self().peer()) {
            return stay();
        }
        ChannelAction again = isCloser() ? proposal() : answer();
        return Transition.to(this, again);
    }

    /** The peer may have missed what was signed last; there is nothing else to go on with. */
    @Override
    public Transition onReestablish(Reestablish message) {
        return onConnected(new Connected(self().peer()));
    }

    @Override
    public Transition onClosingProposed(ClosingProposed message) {
        return isCloser() ? unexpected(message) : Transition.to(this, answer());
    }

    @Override
    public Transition onClosingSigned(ClosingSigned message) {
        if (theirs.isPresent()) {
            return stay();
        }
        boolean completes = message.txid().equals(close.txid()) && close.verify(message.signature(), self().peer());
        if (!completes) {
            return refuse(self().peer(), new Refusal.Warned(new ClosingFlaw.BadAnswer(message.txid())));
        }
        Coop complete = new Coop(channel, close, Optional.of(message.signature()), since);
        return Transition.to(complete, complete.publication(message.signature()));
    }

    /** A proposal is made again: the peer may have been a block behind, and wait for the lock time to come. */
    @Override
    public Transition onTick(Tick event) {
        Coop ticked = new Coop(channel.at(event.tip()), close, theirs, since);
        if (theirs.isPresent()) {
            return Transition.to(ticked, publication(theirs.get()));
        }
        int waited = event.tip().value() - since.value();
        boolean tooLong =
                waited >= channel.context().terms().windows().reaction().value();
        return tooLong
                ? ClosingLocal.of(ticked.channel(), "the peer does not answer")
                : Transition.to(ticked, ticked.proposal());
    }

    @Override
    public String bound() {
        return "it closes together with its peer";
    }

    @Override
    public Transition onCloseAlone(CloseAlone command) {
        return ClosingLocal.of(channel, "the household closes alone");
    }

    @Override
    public Coop with(Channel next) {
        return new Coop(next, close, theirs, since);
    }
}
