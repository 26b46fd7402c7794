package org.gridbolt.channel.utility;

import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.TransactionDraft;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.ruling.RulingFile;

/**
 * TERMINAL: the utility has signed its one spend of the wallet, by which a ruling is carried out, and brings it into the chain.
 * Nothing is acknowledged and nothing is issued any more; the watchtower goes on.
 *
 * @param channel the channel
 * @param ruling what is carried out: a penalty, or a division without a missing household
 * @param signature on it, of the household that the ruling asks for it
 */
public record Executing(UtilityChannel channel, RulingFile ruling, Signature signature) implements OpenState {

    @Override
    public Executing with(UtilityChannel next) {
        return new Executing(next, ruling, signature);
    }

    /** The watchtower still learns; the books are closed, so nothing of the routine follows. */
    @Override
    public UtilityTransition change(UtilityChannel changed) {
        return UtilityTransition.to(with(channel.with(changed.tower()).at(changed.tip())));
    }

    /**
     * What follows when a household signs what {@code ruling} asks it for. Terminal from here: what is stored next says which
     * spend was signed, before the utility's own signature leaves.
     */
    static UtilityTransition signed(OpenState state, RulingFile ruling, Party from, PenaltySigned message) {
        PenaltyTx spend = RulingMaker.penalty(state.channel(), ruling);
        boolean fits = from == spend.household()
                && message.ruling().equals(spend.ruling())
                && message.txid().equals(spend.txid())
                && spend.verify(message.signature(), spend.household());
        if (!fits) {
            return state.refuse(from, new ReportFlaw.NotThePenalty());
        }
        UtilityChannel channel = state.channel();
        return channel.bench()
                .signed()
                .with(channel.context().wallet().outpoint(), spend.txid())
                .map(recorded -> channel.with(channel.bench().signing(recorded)))
                .map(marked -> new Executing(marked, ruling, message.signature()).begin())
                .orElseGet(() -> state.refuse(from, new ReportFlaw.SignedAlready()));
    }

    private UtilityTransition begin() {
        String why = signer() + " signed what carries the ruling out";
        return UtilityTransition.to(this, new Report(new Notice.Terminal(why)), publish());
    }

    private Party signer() {
        return ruling.evidence().signer();
    }

    /** What carries the ruling out. */
    public PenaltyTx penalty() {
        return RulingMaker.penalty(channel, ruling);
    }

    /** Publishes what carries a ruling out, once it is signed: it pays no fee, so a child has to. */
    static ChannelAction publication(Purpose purpose, Transaction ruled, TransactionDraft<?> draft) {
        return new PublishSigned<>(purpose, draft, ruled.anchor());
    }

    /** What carries {@code ruling} out on the wallet is for. */
    static Purpose purposeOf(RulingFile ruling) {
        return ruling.evidence().absence().isPresent() ? Purpose.ARBITRATED : Purpose.PENALTY;
    }

    ChannelAction publish() {
        PenaltyTx penalty = penalty();
        SigningOrder.RuledWallet order =
                new SigningOrder.RuledWallet(channel.context().deed(), penalty, ruling);
        return publication(purposeOf(ruling), penalty.unsigned(), new TransactionDraft.RuledWallet(order, signature));
    }

    @Override
    public UtilityTransition resume() {
        return OpenState.super.resume().and(publish());
    }

    /** The books were closed before anything was signed, so nothing can have been forgotten that speaks against it. */
    @Override
    public Optional<UtilityTransition> restored() {
        return Optional.of(resume());
    }

    @Override
    public UtilityTransition accepted(Party from, UnitAccepted message) {
        return unexpected(from, message.kind());
    }

    /** The household sends its signature again when it does not know that it arrived. */
    @Override
    public UtilityTransition signed(Party from, PenaltySigned message) {
        boolean same = message.signature().equals(signature);
        return same ? UtilityTransition.to(this, publish()) : unexpected(from, message.kind());
    }

    @Override
    public Optional<RulingFile> ruled() {
        return Optional.of(ruling);
    }
}
