package org.gridbolt.channel.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction.LookUp;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PointCheck;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.CoinFact;
import org.gridbolt.multisig.tx.FundingInput;

/**
 * NEGOTIATING: the own side of the channel is sent. Waits for the peer's side, then for what the chain knows of its coins.
 *
 * @param opening the own side
 * @param theirs the peer's side, checked but for its coins
 * @param early the peer's signature, when it came before this household had looked at the coins
 */
public record Negotiating(Opening opening, Optional<OpenChannel> theirs, Optional<OpeningSigned> early)
        implements OffChain {

    @Override
    public Party self() {
        return opening.profile().role();
    }

    @Override
    public Transition resume() {
        return theirs.map(message -> Transition.to(this, lookUp(message))).orElseGet(this::stay);
    }

    @Override
    public Transition onConnected(Connected event) {
        return event.party() == self().peer()
                ? Transition.to(this, new Send(self().peer(), opening.message()))
                : stay();
    }

    @Override
    public Transition onOpenChannel(OpenChannel message) {
        if (theirs.isPresent()) {
            return theirs.get().equals(message) ? stay() : unexpected(message);
        }
        Optional<OpeningFlaw> flaw = flawOf(message);
        return flaw.isPresent()
                ? abort(flaw.get())
                : Transition.to(new Negotiating(opening, Optional.of(message), early), lookUp(message));
    }

    private LookUp lookUp(OpenChannel message) {
        List<Outpoint> outpoints = opening.contributions(message.contribution()).stream()
                .flatMap(contribution -> contribution.inputs().stream())
                .map(FundingInput::outpoint)
                .toList();
        return new LookUp(outpoints);
    }

    private Optional<OpeningFlaw> flawOf(OpenChannel message) {
        Party peer = self().peer();
        if (!message.termsHash().equals(opening.terms().hash())) {
            return Optional.of(new OpeningFlaw.PeerHasOtherTerms(message.termsHash()));
        }
        if (message.keys().party() != peer || message.contribution().party() != peer) {
            return Optional.of(new OpeningFlaw.NotThePeers());
        }
        PartyKeys own = opening.keys().keys();
        PartyKeys utility = opening.terms().content().identity().utilityKeys();
        return KeyRings.repeated(own, message.keys(), utility)
                .<OpeningFlaw>map(OpeningFlaw.RepeatedKey::new)
                .or(() -> points(message, own, utility).map(OpeningFlaw.BadPoint::new));
    }

    private static Optional<PointCheck> points(OpenChannel message, PartyKeys own, PartyKeys utility) {
        ChannelKeyRing ring = KeyRings.of(own, message.keys(), utility);
        PointCheck first = PointCheck.of(message.firstPoint(), ring, List.of());
        if (!(first instanceof PointCheck.Accepted accepted)) {
            return Optional.of(first);
        }
        List<PublicKey> live = List.of(accepted.point());
        PointCheck second = PointCheck.of(message.secondPoint(), ring, live);
        return second instanceof PointCheck.Accepted ? Optional.empty() : Optional.of(second);
    }

    @Override
    public Transition onOpeningSigned(OpeningSigned message) {
        return Transition.to(new Negotiating(opening, theirs, Optional.of(message)));
    }

    @Override
    public Transition onCoinsFound(CoinsFound event) {
        return theirs.map(message -> judge(message, event.facts())).orElseGet(this::stay);
    }

    private Transition judge(OpenChannel message, Map<Outpoint, CoinFact> facts) {
        Optional<OpeningFlaw> flaw = opening.flawOf(message.contribution(), facts);
        if (flaw.isPresent()) {
            return abort(flaw.get());
        }
        FundingPlan plan = new FundingPlan(opening, message);
        SignedZero next = new SignedZero(plan, Optional.empty(), Witnesses.NONE);
        Transition signed = Transition.to(next, plan.signature());
        return early.map(signature -> signed.then(next.onOpeningSigned(signature)))
                .orElse(signed);
    }

    /** Nothing was signed yet: the channel is given up, at no cost to anybody. */
    private Transition abort(OpeningFlaw flaw) {
        Transition refused = refuse(self().peer(), new Refusal.ChannelFailed(flaw));
        return Transition.to(new Aborted(self(), flaw.message())).and(refused.actions());
    }
}
