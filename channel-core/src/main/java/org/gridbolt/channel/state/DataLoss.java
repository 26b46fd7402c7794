package org.gridbolt.channel.state;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.Reestablish;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.multisig.key.PublicKey;

/**
 * DATA_LOSS: the peer proved that this household has forgotten states. Its own newest version may be revoked, so it never
 * publishes one; it waits for the peer to publish, and takes its own from that.
 *
 * @param channel the channel as it was restored
 * @param stated the version that the peer publishes or has published, as others state it
 */
public record DataLoss(Channel channel, Optional<StatedVersion> stated) implements Terminal {

    /** The step into this state. */
    static Transition of(Channel channel, PublicKey peerPoint) {
        return Transition.to(
                stating(channel, peerPoint),
                new Report(new Notice.Terminal("this household has lost states: the peer must publish")));
    }

    private static DataLoss stating(Channel channel, PublicKey point) {
        return new DataLoss(channel, Optional.of(new StatedVersion(point, List.of())));
    }

    /** The same, told of the version that stands in the chain. */
    DataLoss told(StatedVersion version) {
        return new DataLoss(channel, Optional.of(version));
    }

    /** The state of a backup: the peer has not said yet how much is lost. */
    static Transition restored(Channel channel) {
        return Transition.to(
                new DataLoss(channel, Optional.empty()),
                new Watch(channel.context().outpoint()),
                new Report(new Notice.Terminal("restored from a backup: the peer must publish")));
    }

    /** Says where this household stands, so that the peer sees what is lost, publishes, and states its point. */
    @Override
    public Transition onConnected(Connected event) {
        return event.party() == self().peer()
                ? Transition.to(this, new Send(self().peer(), Retransmission.greeting(channel.commitments())))
                : stay();
    }

    @Override
    public Transition onReestablish(Reestablish message) {
        return Transition.to(stating(channel, message.point()));
    }

    @Override
    public Transition resume() {
        return Transition.to(this, new Watch(channel.context().outpoint()));
    }

    @Override
    public String bound() {
        return "it has lost states and does not know its newest";
    }

    @Override
    public Transition onTick(Tick event) {
        return Transition.to(new DataLoss(channel.at(event.tip()), stated));
    }

    @Override
    public Transition onUnitDelivered(UnitDelivered message) {
        return Transition.to(new DataLoss(Reveals.learn(channel, message), stated));
    }

    @Override
    public DataLoss with(Channel next) {
        return new DataLoss(next, stated);
    }
}
