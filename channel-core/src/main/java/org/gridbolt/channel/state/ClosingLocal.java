package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.TransactionDraft;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.Command.CloseAlone;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.tx.CommitmentTx;

/**
 * CLOSING_LOCAL: the own newest version is published, and the channel never updated again.
 *
 * @param channel the channel
 */
public record ClosingLocal(Channel channel) implements Terminal {

    /** The step into this state. */
    static Transition of(Channel channel, String why) {
        ClosingLocal closing = new ClosingLocal(channel);
        return Transition.to(closing, new Report(new Notice.Terminal(why)), closing.publication());
    }

    private ChannelAction publication() {
        return publication(channel);
    }

    /** The own newest version, to be published. */
    static ChannelAction publication(Channel channel) {
        CommitmentTx version = channel.ownVersion();
        SigningOrder.OwnVersion order = new SigningOrder.OwnVersion(
                channel.context().deed(), version, channel.commitments().own().signature());
        return new PublishSigned<>(
                Purpose.COMMITMENT,
                new TransactionDraft.Whole(order),
                Optional.of(version.unsigned().outpoint(version.anchor().index())));
    }

    @Override
    public Transition resume() {
        return Transition.to(this, new Watch(channel.context().outpoint()), publication());
    }

    @Override
    public Transition onTick(Tick event) {
        ClosingLocal ticked = new ClosingLocal(channel.at(event.tip()));
        return Transition.to(ticked, publication()).and(Meters.due(ticked.channel()));
    }

    @Override
    public Transition onConnected(Connected event) {
        return Transition.to(this).and(Meters.again(channel, event.party()));
    }

    @Override
    public String bound() {
        return "it closes alone";
    }

    /**
     * The own version binds nobody to keep what a ruling takes: it is carried out on the wallet, or on what confirms. A word of
     * absence asked for another close than this, and may be an old one.
     */
    @Override
    public Transition onRulingIssued(RulingIssued message) {
        Judgement judgement = new Judgement(channel, message.file());
        if (judgement.isOnOwnWord()) {
            return Terminal.super.onRulingIssued(message);
        }
        return judgement
                .ruled()
                .fold(
                        Ruled::entering,
                        refusal -> Transition.to(with(judgement.remembering(refusal)))
                                .and(judgement.answers(refusal)));
    }

    @Override
    public Transition onCloseAlone(CloseAlone command) {
        return stay();
    }

    /** What is delivered can still be claimed by preimage. */
    @Override
    public Transition onUnitDelivered(UnitDelivered message) {
        return Transition.to(new ClosingLocal(Reveals.learn(channel, message)));
    }

    @Override
    public ClosingLocal with(Channel next) {
        return new ClosingLocal(next);
    }
}
