package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.event.ConnectionEvent.Connected;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.ruling.CosignRefusal;
import org.gridbolt.penalty.ruling.Cosigner;
import org.gridbolt.penalty.ruling.Ruling;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.VerifiedRuling;

/**
 * RULED: the utility ruled, and its evidence proves it. The channel is never updated again. The consumer has signed the
 * penalty for the utility to publish; the producer waits for it.
 *
 * @param channel the channel
 * @param ruling the ruling, as the journal keeps it
 * @param verified what it comes to
 */
public record Ruled(Channel channel, Kept<RulingFile> ruling, VerifiedRuling verified) implements Terminal {

    /** What comes of a ruling in a state that goes on: each household checks the evidence for itself. */
    static Transition judge(Running before, RulingFile file) {
        return before.self() == Party.CONSUMER ? cosign(before, file) : accept(before, file);
    }

    private static Transition cosign(Running before, RulingFile file) {
        return cosigner(before.channel())
                .examine(file)
                .fold(
                        verified -> {
                            Ruled next = of(before.channel(), file, verified);
                            return Transition.to(
                                    next, new Report(new Notice.Terminal("carrying a ruling out")), next.signature());
                        },
                        refusal -> refuse(before, file, refusal));
    }

    private static Ruled of(Channel channel, RulingFile file, VerifiedRuling verified) {
        Journal journal = channel.journal().plus(new JournalEntry.Ruled(file).encode());
        return new Ruled(channel.with(journal), new Kept<>(channel.journal().size(), file), verified);
    }

    /** The state of these parts, as it is stored: the ruling is proved again. */
    public static Ruled restored(Channel channel, Kept<RulingFile> ruling) {
        VerifiedRuling verified =
                RulingVerifier.verify(ruling.value(), utility(channel)).orElseThrow();
        return new Ruled(channel, ruling, verified);
    }

    private static Cosigner cosigner(Channel channel) {
        List<Signed<TicketBook>> books =
                channel.book().books().stream().map(Kept::value).toList();
        List<Signed<Ruling>> rulings = new ArrayList<>();
        channel.journal().since(0).stream().map(JournalEntry::decode).forEach(entry -> {
            if (entry instanceof JournalEntry.Ruled ruled) {
                rulings.add(ruled.file().ruling());
            }
        });
        return new Cosigner(
                channel.context().ref(),
                utility(channel),
                channel.commitments().receipts().own().hash(),
                books,
                Reveals.of(channel),
                rulings);
    }

    private static PublicKey utility(Channel channel) {
        return channel.context().terms().identity().utilityNodeKey();
    }

    /** The ruling is remembered, so that a second one that contradicts it is proof of fraud. */
    private static Transition refuse(Running before, RulingFile file, CosignRefusal refusal) {
        String reason = ProtocolFault.of(refusal).reason();
        PenaltyRefused answer = new PenaltyRefused(file.ruling().hash(), reason);
        Journal journal = before.channel().journal();
        if (refusal instanceof CosignRefusal.Fraudulent fraud) {
            journal = journal.plus(new JournalEntry.Proved(fraud.proof()).encode());
        }
        boolean genuine = file.ruling().isSignedBy(utility(before.channel()));
        Journal kept = genuine ? journal.plus(new JournalEntry.Ruled(file).encode()) : journal;
        Notice notice = refusal instanceof CosignRefusal.Fraudulent
                ? new Notice.Fraud(refusal.message())
                : new Notice.Refused(new Refusal.Warned(refusal));
        return Transition.to(
                before.with(before.channel().with(kept)), new Report(notice), new Send(Party.UTILITY, answer));
    }

    private static Transition accept(Running before, RulingFile file) {
        return RulingVerifier.verify(file, utility(before.channel()))
                .fold(
                        verified -> isHere(before.channel(), verified)
                                ? Transition.to(
                                        of(before.channel(), file, verified),
                                        new Report(new Notice.Terminal("the utility has ruled")))
                                : before.refuse(
                                        Party.UTILITY, new Refusal.Warned(new StateFlaw.NotGenuine("a ruling"))),
                        flaw -> before.refuse(Party.UTILITY, new Refusal.Warned(flaw)));
    }

    private static boolean isHere(Channel channel, VerifiedRuling verified) {
        return verified.ruling().channel().equals(channel.context().ref());
    }

    /** The penalty on the wallet. */
    PenaltyTx penalty() {
        return PenaltyTx.build(channel.context().wallet(), Party.CONSUMER, verified.onWallet(), verified.hash());
    }

    private Send signature() {
        PenaltyTx penalty = penalty();
        var signature = penalty.sign(channel.context().secrets().walletKeyWith(Party.UTILITY));
        return new Send(Party.UTILITY, new PenaltySigned(verified.hash(), penalty.txid(), signature));
    }

    @Override
    public Transition resume() {
        return Transition.to(this, new Watch(channel.context().outpoint()));
    }

    @Override
    public Transition onConnected(Connected event) {
        boolean signs = self() == Party.CONSUMER && event.party() == Party.UTILITY;
        return signs ? Transition.to(this, signature()) : stay();
    }

    /** The same ruling again: the signature was lost on its way. */
    @Override
    public Transition onRulingIssued(RulingIssued message) {
        boolean same = message.file().equals(ruling.value());
        return same && self() == Party.CONSUMER ? Transition.to(this, signature()) : stay();
    }

    @Override
    public Transition onUnitDelivered(UnitDelivered message) {
        return Transition.to(new Ruled(Reveals.learn(channel, message), ruling, verified));
    }

    @Override
    public Transition onTick(Tick event) {
        return Transition.to(new Ruled(channel.at(event.tip()), ruling, verified));
    }

    @Override
    public Ruled with(Channel next) {
        return new Ruled(next, ruling, verified);
    }
}
