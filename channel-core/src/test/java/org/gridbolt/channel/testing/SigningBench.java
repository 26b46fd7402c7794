package org.gridbolt.channel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

/** Completes the actions of a step by a signer and keeps them, for tests that run a machine without a driver. */
public final class SigningBench implements ChannelAction.Desk {

    private final ChannelSigner signer;
    private final List<ChannelAction> completed = new ArrayList<>();

    private SigningBench(ChannelSigner signer) {
        this.signer = signer;
    }

    /** The actions with everything signed that {@code signer} signs, and a report of what it refuses. */
    public static List<ChannelAction> complete(List<ChannelAction> actions, ChannelSigner signer) {
        SigningBench bench = new SigningBench(signer);
        actions.forEach(action -> action.perform(bench));
        return bench.completed;
    }

    @Override
    public <R> void sendSigned(SendSigned<R> action) {
        complete(
                action.draft().order(),
                signed -> new Send(action.to(), action.draft().completed(signed)));
    }

    @Override
    public <R> void publishSigned(PublishSigned<R> action) {
        complete(
                action.draft().order(),
                signed -> new Publish(action.purpose(), action.draft().completed(signed), action.anchor()));
    }

    @Override
    public void showSigner(ShowSigner action) {
        complete(action.order(), shown -> action);
    }

    private <R> void complete(SigningOrder<R> order, Function<R, ? extends ChannelAction> completion) {
        try {
            completed.add(signer.sign(order)
                    .<ChannelAction>fold(completion, refusal -> new Report(new Notice.SigningRefused(refusal))));
        } catch (IOException notDurable) {
            throw new UncheckedIOException(notDurable);
        }
    }

    @Override
    public void send(Send action) {
        completed.add(action);
    }

    @Override
    public void disconnect(Disconnect action) {
        completed.add(action);
    }

    @Override
    public void watch(Watch action) {
        completed.add(action);
    }

    @Override
    public void lookUp(LookUp action) {
        completed.add(action);
    }

    @Override
    public void signInputs(SignInputs action) {
        completed.add(action);
    }

    @Override
    public void publish(Publish action) {
        completed.add(action);
    }

    @Override
    public void report(Report action) {
        completed.add(action);
    }
}
