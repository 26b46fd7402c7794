package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command.CloseTogether;
import org.gridbolt.channel.message.ClosingProposed;
import org.gridbolt.channel.message.Shutdown;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CloseTx;

/**
 * SHUTDOWN: no unit is offered any more; those that are pending come to their end. Once none is, the closer proposes the close.
 *
 * @param channel the channel
 * @param closer the household that asked first, and pays
 * @param agreed whether both have said so
 */
public record ShuttingDown(Channel channel, Party closer, boolean agreed) implements Running {

    /** This household asks. */
    static Transition asking(Channel channel, Party closer) {
        Progress asked = Progress.of(channel).toPeer(new Shutdown(closer));
        return new ShuttingDown(channel, closer, false).finish(Rounds.signIfPossible(asked));
    }

    /** The peer asked. */
    static Transition answering(Channel channel, Party closer) {
        Progress answered = Progress.of(channel).toPeer(new Shutdown(closer));
        return new ShuttingDown(channel, closer, true).finish(Rounds.signIfPossible(answered));
    }

    @Override
    public ShuttingDown with(Channel next) {
        return new ShuttingDown(next, closer, agreed);
    }

    /** Nothing is to wait for another unit to ride along with. */
    @Override
    public Transition finish(Progress progress) {
        Progress signed = Rounds.signIfPossible(progress);
        boolean ready = agreed && closer == self() && signed.channel().isQuiet();
        return ready ? propose(signed) : signed.in(this::with);
    }

    private Transition propose(Progress progress) {
        return Closing.cheapest(progress.channel())
                .map(close -> Coop.proposing(progress, close))
                .orElseGet(() -> progress.in(this::with)
                        .then(ClosingLocal.of(progress.channel(), "the closer's balance does not pay for a close")));
    }

    /** If both asked at once, each names itself: then the consumer is the closer. Who asked stays the closer, whatever it says. */
    @Override
    public Transition onShutdown(Shutdown message) {
        boolean crossed = closer == self() && message.closer() == self().peer();
        Party payer = crossed ? Party.CONSUMER : closer;
        return new ShuttingDown(channel, payer, true).finish(Progress.of(channel));
    }

    @Override
    public Transition onCloseTogether(CloseTogether command) {
        return stay();
    }

    /** Who proposes pays. A producer that asked too takes the proposal for the consumer's asking, which may have been lost. */
    @Override
    public Transition onClosingProposed(ClosingProposed message) {
        boolean ownTurn = closer == self() && self() == Party.CONSUMER;
        if (ownTurn || !channel.isQuiet()) {
            return unexpected(message);
        }
        Party payer = self().peer();
        Optional<CloseTx> close = Closing.as(channel, payer, message.fee(), message.lockTime());
        boolean fits =
                close.filter(built -> built.verify(message.signature(), payer)).isPresent();
        if (!fits || message.lockTime().isAfter(channel.tip())) {
            return refuse(payer, new Refusal.Warned(new ClosingFlaw.BadProposal(message.fee())));
        }
        return Coop.answering(channel, close.get(), message.signature());
    }

    @Override
    public List<ChannelAction> again() {
        List<ChannelAction> sends = new ArrayList<>(Running.super.again());
        sends.add(new Send(self().peer(), new Shutdown(closer)));
        return sends;
    }
}
