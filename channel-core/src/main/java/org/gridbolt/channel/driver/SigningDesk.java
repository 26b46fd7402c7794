package org.gridbolt.channel.driver;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Disconnect;
import org.gridbolt.channel.action.ChannelAction.LookUp;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.SendSigned;
import org.gridbolt.channel.action.ChannelAction.ShowSigner;
import org.gridbolt.channel.action.ChannelAction.SignInputs;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.pricing.Outcome;

/**
 * Performs the actions of a step whose state is durable. What needs a channel's key goes by the signer first; what the signer
 * refuses is reported and not done. When the signer's record cannot be made durable, this action and all after it are left for
 * {@code resume()}, which gives them again.
 */
final class SigningDesk implements ChannelAction.Desk {

    private final ChannelSigner signer;
    private final ChannelAction.Performer world;
    private Optional<IOException> failure = Optional.empty();

    SigningDesk(ChannelSigner signer, ChannelAction.Performer world) {
        this.signer = signer;
        this.world = world;
    }

    /** Performs them in their order, up to a failure of the signer's record. */
    void perform(Iterable<ChannelAction> actions) {
        for (ChannelAction action : actions) {
            if (failure.isEmpty()) {
                action.perform(this);
            }
        }
    }

    /** Why the signer's record is not durable, if it is not. */
    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public <R> void sendSigned(SendSigned<R> action) {
        complete(
                action.draft().order(),
                released -> world.send(new Send(action.to(), action.draft().completed(released))));
    }

    @Override
    public <R> void publishSigned(PublishSigned<R> action) {
        complete(
                action.draft().order(),
                released -> world.publish(
                        new Publish(action.purpose(), action.draft().completed(released), action.anchor())));
    }

    @Override
    public void showSigner(ShowSigner action) {
        complete(action.order(), released -> {});
    }

    private <R> void complete(SigningOrder<R> order, Consumer<R> effect) {
        try {
            Outcome<R, SigningRefusal> signed = signer.sign(order);
            signed.value().ifPresent(effect);
            signed.flaw().map(Notice.SigningRefused::new).map(Report::new).ifPresent(world::report);
        } catch (IOException notDurable) {
            failure = Optional.of(notDurable);
        }
    }

    @Override
    public void send(Send action) {
        world.send(action);
    }

    @Override
    public void disconnect(Disconnect action) {
        world.disconnect(action);
    }

    @Override
    public void watch(Watch action) {
        world.watch(action);
    }

    @Override
    public void lookUp(LookUp action) {
        world.lookUp(action);
    }

    @Override
    public void signInputs(SignInputs action) {
        world.signInputs(action);
    }

    @Override
    public void publish(Publish action) {
        world.publish(action);
    }

    @Override
    public void report(Report action) {
        world.report(action);
    }
}
