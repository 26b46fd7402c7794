package org.gridbolt.channel.utility;

import java.util.Optional;
import java.util.stream.IntStream;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.event.ChainNews.Confirmed;
import org.gridbolt.channel.event.ChainNews.Unconfirmed;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.ruling.RulingFile;

/**
 * TERMINAL: the utility has signed the penalty, its one spend of the wallet, and brings it into the chain. Nothing is
 * acknowledged and nothing is issued any more; the watchtower goes on.
 *
 * @param channel the channel
 * @param ruling what the penalty carries out
 * @param consumerSignature the consumer's signature on it
 */
public record Executing(UtilityChannel channel, RulingFile ruling, Signature consumerSignature) implements OpenState {

    @Override
    public Executing with(UtilityChannel next) {
        return new Executing(next, ruling, consumerSignature);
    }

    /** The watchtower still learns; the books are closed, so nothing of the routine follows. */
    @Override
    public UtilityTransition change(UtilityChannel changed) {
        return UtilityTransition.to(with(channel.with(changed.tower()).at(changed.tip())));
    }

    /** The penalty, signed by both. The utility's signature is always the same one (RFC 6979). */
    public Transaction penalty() {
        PenaltyTx penalty = RulingMaker.penalty(channel, ruling);
        Signature own = penalty.sign(channel.context().secrets().walletKeyWith(Party.CONSUMER));
        return penalty.signed(consumerSignature, own);
    }

    /** Publishes what carries a ruling out: it pays no fee, so a child has to. */
    static ChannelAction publication(Transaction ruled) {
        Optional<Outpoint> anchor = IntStream.range(0, ruled.outputs().size())
                .filter(index -> ruled.outputs().get(index).script().equals(AnchorScript.ANCHOR.scriptPubKey()))
                .mapToObj(ruled::outpoint)
                .findFirst();
        return new Publish(Purpose.PENALTY, ruled, anchor);
    }

    ChannelAction publish() {
        return publication(penalty());
    }

    @Override
    public UtilityTransition resume() {
        return OpenState.super.resume().and(publish());
    }

    @Override
    public UtilityTransition accepted(Party from, UnitAccepted message) {
        return unexpected(from, message.kind());
    }

    /** The consumer sends its signature again when it does not know that it arrived. */
    @Override
    public UtilityTransition signed(Party from, PenaltySigned message) {
        boolean same = message.signature().equals(consumerSignature);
        return same ? UtilityTransition.to(this, publish()) : unexpected(from, message.kind());
    }

    @Override
    public Optional<RulingFile> ruled() {
        return Optional.of(ruling);
    }

    @Override
    public UtilityTransition onConfirmed(Confirmed event) {
        return stay();
    }

    @Override
    public UtilityTransition onUnconfirmed(Unconfirmed event) {
        return stay();
    }
}
