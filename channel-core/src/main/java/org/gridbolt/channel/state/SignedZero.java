package org.gridbolt.channel.state;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.SignInputs;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.CoinsFound;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.event.WalletEvent.InputsSigned;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.UtilityFunded;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;

/**
 * SIGNED0: the own signature on the peer's version 0 is sent. Nobody signs an input before holding the other's signature on
 * the own version 0: from then on everybody can get back what they put in.
 *
 * <p>MUST 3.5: both hold the other's signature on version 0 before anyone signs an input.
 *
 * @param plan the funding, as built here
 * @param theirs the peer's signature on the own version 0, verified
 * @param witnesses what has come of the inputs' witnesses
 */
public record SignedZero(FundingPlan plan, Optional<Signature> theirs, Witnesses witnesses) implements OffChain {

    @Override
    public Party self() {
        return plan.context().self();
    }

    @Override
    public Transition resume() {
        return theirs.isPresent() ? Transition.to(this, plan.lookUp()) : stay();
    }

    @Override
    public Transition onConnected(Connected event) {
        if (event.party() == self().peer()) {
            return Transition.to(this, openingAgain(plan));
        }
        return theirs.isPresent() ? Transition.to(this, new Send(Party.UTILITY, plan.report())) : stay();
    }

    static ChannelAction[] openingAgain(FundingPlan plan) {
        Party peer = plan.context().peer();
        return new ChannelAction[] {new Send(peer, plan.opening().message()), plan.signature()};
    }

    @Override
    public Transition onOpenChannel(OpenChannel message) {
        return message.equals(plan.theirs()) ? stay() : unexpected(message);
    }

    @Override
    public Transition onOpeningSigned(OpeningSigned message) {
        if (theirs.isPresent()) {
            return stay();
        }
        Optional<OpeningFlaw> flaw = plan.flawOf(message);
        if (flaw.isPresent()) {
            return giveUp(flaw.get());
        }
        return Transition.to(
                new SignedZero(plan, Optional.of(message.signature()), witnesses),
                new Send(Party.UTILITY, plan.report()),
                new Report(new Notice.WalletAgreed(plan.context().outpoint())),
                plan.lookUp());
    }

    @Override
    public Transition onFundingSigned(FundingSigned message) {
        return Witnesses.flawOf(plan, plan.theirs().contribution(), message.witnesses())
                .map(flaw -> refuse(self().peer(), new Refusal.Warned(flaw)))
                .orElseGet(() -> Transition.to(new SignedZero(plan, theirs, witnesses.withPeer(message.witnesses()))));
    }

    @Override
    public Transition onUtilityFunded(UtilityFunded message) {
        if (plan.opening().utility().isEmpty()) {
            return unexpected(message);
        }
        return plan.opening()
                .utility()
                .flatMap(brought -> Witnesses.flawOf(plan, brought, message.witnesses()))
                .map(flaw -> refuse(Party.UTILITY, new Refusal.Warned(flaw)))
                .orElseGet(
                        () -> Transition.to(new SignedZero(plan, theirs, witnesses.withUtility(message.witnesses()))));
    }

    /** The coins are looked at once more, right before the inputs are signed: nothing is lost yet when one is gone. */
    @Override
    public Transition onCoinsFound(CoinsFound event) {
        if (theirs.isEmpty()) {
            return stay();
        }
        return plan.flawOf(event.facts())
                .map(this::giveUp)
                .orElseGet(() -> Transition.to(
                        this, new SignInputs(plan.funding(), plan.opening().own())));
    }

    private Transition giveUp(OpeningFlaw flaw) {
        Transition refused = refuse(self().peer(), new Refusal.ChannelFailed(flaw));
        return Transition.to(new Aborted(self(), flaw.message())).and(refused.actions());
    }

    @Override
    public Transition onInputsSigned(InputsSigned event) {
        if (theirs.isEmpty() || !event.fundingTxid().equals(plan.funding().txid())) {
            return stay();
        }
        return Witnesses.flawOf(plan, plan.opening().own(), event.witnesses())
                .map(flaw -> Transition.to(this, new Report(new Notice.Refused(new Refusal.Warned(flaw)))))
                .orElseGet(() -> sign(theirs.get(), event));
    }

    private Transition sign(Signature signature, InputsSigned event) {
        FundingSent next = new FundingSent(plan, signature, witnesses.withOwn(event.witnesses()), Optional.empty());
        List<ChannelAction> watches = FundingSent.watches(plan);
        return Transition.to(next)
                .and(watches)
                .and(new Send(self().peer(), new FundingSigned(event.fundingTxid(), event.witnesses())))
                .then(next.publishIfComplete());
    }
}
