package org.gridbolt.channel.state;

import java.util.List;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.MessageDraft;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.Command.CloseAlone;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.VerifiedRuling;

/**
 * RULED: the utility ruled, and its evidence proves it. The channel is never updated again. Whom the ruling asks, the consumer
 * or the household that is not missing, has signed for the utility to publish; the other one waits for it. A utility that does not publish it locks nobody's coins:
 * after the time to react, or by command, the own newest version is published, and the ruling is carried out on what
 * confirms.
 *
 * @param channel the channel
 * @param ruling the ruling, as the journal keeps it
 * @param verified what it comes to
 * @param since the height at which this household stood by it
 */
public record Ruled(Channel channel, Kept<RulingFile> ruling, VerifiedRuling verified, BlockHeight since)
        implements Terminal {

    /** The state after a ruling that this household stands by. */
    static Ruled of(Channel channel, RulingFile file, VerifiedRuling verified) {
        Journal journal = channel.journal().plus(new JournalEntry.Ruled(file).encode());
        Kept<RulingFile> kept = new Kept<>(channel.journal().size(), file);
        return new Ruled(channel.with(journal), kept, verified, channel.tip());
    }

    /** The state of these parts, as it is stored: the ruling is proved again. */
    public static Ruled restored(Channel channel, Kept<RulingFile> ruling, BlockHeight since) {
        PublicKey utility = channel.context().terms().identity().utilityNodeKey();
        VerifiedRuling verified = RulingVerifier.verify(ruling.value(), utility).orElseThrow();
        return new Ruled(channel, ruling, verified, since);
    }

    /** The step into this state. */
    Transition entering() {
        return Transition.to(this, new Report(new Notice.Terminal("carrying a ruling out")))
                .and(signatures());
    }

    private List<ChannelAction> signatures() {
        return self() == verified.signer() ? List.of(signature()) : List.of();
    }

    /** What divides the wallet: the penalty, or the arbitrated close. */
    PenaltyTx penalty() {
        return PenaltyTx.build(channel.context().wallet(), verified.signer(), verified.onWallet(), verified.hash());
    }

    private ChannelAction signature() {
        SigningOrder.RuledWallet order =
                new SigningOrder.RuledWallet(channel.context().deed(), penalty(), ruling.value());
        return new SendSigned<>(Party.UTILITY, new MessageDraft.Penalty(order));
    }

    @Override
    public Transition resume() {
        return Transition.to(this, new Watch(channel.context().outpoint()))
                .and(newestShown())
                .and(signatures())
                .and(overdue());
    }

    @Override
    public Transition onConnected(Connected event) {
        return event.party() == Party.UTILITY ? Transition.to(this).and(signatures()) : stay();
    }

    /** The same ruling again: the signature was lost on its way. */
    @Override
    public Transition onRulingIssued(RulingIssued message) {
        boolean same = message.file().equals(ruling.value());
        return same ? Transition.to(this).and(signatures()) : Terminal.super.onRulingIssued(message);
    }

    @Override
    public String bound() {
        return "it carries another one out";
    }

    @Override
    public Transition onUnitDelivered(UnitDelivered message) {
        return Transition.to(with(Reveals.learn(channel, message)));
    }

    @Override
    public Transition onTick(Tick event) {
        Ruled ticked = with(channel.at(event.tip()));
        return Transition.to(ticked).and(ticked.overdue());
    }

    /** The utility had its time to publish. */
    private List<ChannelAction> overdue() {
        int waited = channel.tip().value() - since.value();
        int most = channel.context().terms().windows().reaction().value();
        return waited < most ? List.of() : List.of(ClosingLocal.publication(channel));
    }

    @Override
    public Transition onCloseAlone(CloseAlone command) {
        return Transition.to(this, ClosingLocal.publication(channel));
    }

    @Override
    public Ruled with(Channel next) {
        return new Ruled(next, ruling, verified, since);
    }
}
