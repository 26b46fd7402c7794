package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.CosignRefusal;
import org.gridbolt.penalty.ruling.Cosigner;
import org.gridbolt.penalty.ruling.Ruling;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.WattHours;

/**
 * What a household makes of a ruling. Both check the evidence for themselves, against everything that they know: the
 * newest receipts, every ticket book there ever was, every preimage that was revealed, every earlier ruling.
 *
 * <p>MUST 6.1: on top of the evidence, by what this household alone knows.
 */
final class Judgement {

    /** With as many the utility has contradicted itself long since. */
    private static final int RULINGS_KEPT_MAX = 64;

    private final Channel channel;
    private final RulingFile file;
    private final List<Signed<TicketBook>> books = new ArrayList<>();
    private final List<Signed<Ruling>> rulings = new ArrayList<>();
    private final Set<Sha256Hash> waived = new HashSet<>();

    /** The judgement of {@code file}, which the utility sent about {@code channel}. */
    Judgement(Channel channel, RulingFile file) {
        this.channel = channel;
        this.file = file;
        channel.journal().since(0).stream().map(JournalEntry::decode).forEach(this::remember);
    }

    private void remember(JournalEntry entry) {
        if (entry instanceof JournalEntry.Issued issued) {
            books.add(issued.book());
        } else if (entry instanceof JournalEntry.Ruled ruled) {
            rulings.add(ruled.file().ruling());
        } else if (entry instanceof JournalEntry.Waived given) {
            waived.add(given.waiver().content().ruling());
        }
    }

    /** The state in which the ruling is carried out, or why this household does not stand by it. */
    Outcome<Ruled, CosignRefusal> ruled() {
        return waived.contains(file.ruling().hash())
                ? Outcome.flawed(new CosignRefusal.Bound("its penalty is waived"))
                : notWaived();
    }

    private Outcome<Ruled, CosignRefusal> notWaived() {
        return standing()
                .flatMap(verified -> isSaidToBeMissing()
                        ? Outcome.flawed(new CosignRefusal.NotMissing())
                        : Outcome.of(Ruled.of(channel, file, verified)));
    }

    /** What it rules on the newest state, or why it does not hold there: whether this household helps with it is another question. */
    Outcome<VerifiedRuling, CosignRefusal> standing() {
        return cosigner()
                .examine(file)
                .flatMap(verified -> isOwnStateStale()
                        ? Outcome.flawed(new CosignRefusal.NotNewestState())
                        : meters().<Outcome<VerifiedRuling, CosignRefusal>>map(Outcome::flawed)
                                .orElseGet(() -> Outcome.of(verified)));
    }

    private boolean isSaidToBeMissing() {
        return file.evidence().absence().isPresent() && signer() != self();
    }

    /** Whether it settles without the peer, on this household's own word that the peer is missing. */
    boolean isOnOwnWord() {
        return file.evidence().absence().isPresent() && signer() == self();
    }

    /** Whether this household's signature is not asked for. */
    boolean isForOthersToSign() {
        return signer() != self();
    }

    private Party signer() {
        return file.evidence().signer();
    }

    private Party self() {
        return channel.context().self();
    }

    /** A default that the producer answered on the households' own connection, by a reading that is not in the evidence. */
    private Optional<CosignRefusal> meters() {
        return file.ruling().content().verdicts().stream()
                .filter(verdict -> verdict.verdict() == Verdict.DEFAULT)
                .flatMap(verdict -> channel.units().find(verdict.unit()).stream()
                        .flatMap(unit -> contradiction(unit, verdict.shortfall())))
                .findFirst();
    }

    private static Stream<CosignRefusal> contradiction(Unit unit, WattHours stated) {
        return unit.reading().stream()
                .map(reading -> reading.content().shortfallOf(unit.ticket().energy()))
                .filter(shown -> shown.compareTo(stated) < 0)
                .map(shown -> new CosignRefusal.MeterSaysOtherwise(unit.number(), stated, shown));
    }

    private Cosigner cosigner() {
        return new Cosigner(
                channel.context().ref(), utility(), newestOfSigner(), books, Reveals.of(channel), rulings, waived);
    }

    private PublicKey utility() {
        return channel.context().terms().identity().utilityNodeKey();
    }

    /** The receipt that must be ruled on: the signer's. Its peer may not have the last one yet, but knows what it says. */
    private Sha256Hash newestOfSigner() {
        Receipts receipts = channel.commitments().receipts();
        if (signer() == self()) {
            return receipts.own().hash();
        }
        StateReceipt stated = file.evidence().of(signer()).receipt().content();
        return isNextOfPeer(stated) ? stated.hash() : receipts.peerHash();
    }

    /** Whether {@code stated} is the receipt of the version that this household signed last. */
    private boolean isNextOfPeer(StateReceipt stated) {
        Commitments commitments = channel.commitments();
        VersionTip next = new VersionTip(
                commitments.peer().number().next(), commitments.peerPoints().next());
        return stated.own().equals(next)
                && stated.previous().equals(commitments.receipts().peerHash())
                && commitments.signed().filter(signed -> isOf(stated, signed)).isPresent();
    }

    private static boolean isOf(StateReceipt stated, PeerVersion version) {
        return stated.balances().equals(version.ledger().balances())
                && stated.pendingRoot().equals(version.ledger().units().root());
    }

    /** Who does not sign finds its own newest version in the evidence; what is on its way to the utility may be missing. */
    private boolean isOwnStateStale() {
        if (signer() == self()) {
            return false;
        }
        KnownReceipt own = channel.commitments().receipts().own();
        Sha256Hash ruledOn = file.evidence().of(self()).receipt().hash();
        boolean underWay = !channel.guard().isAcknowledged(own, self())
                && ruledOn.equals(own.content().previous());
        return !ruledOn.equals(own.hash()) && !underWay;
    }

    /** Whether the utility made this ruling on this channel: then a refused one is the utility's fault. */
    boolean isGenuine() {
        return file.ruling().content().channel().equals(channel.context().ref())
                && file.ruling().isSignedBy(utility());
    }

    /** The channel with what is to be remembered of a refused ruling: one that contradicts it later is proof of fraud. */
    Channel remembering(CosignRefusal refusal) {
        if (!isGenuine() || rulings.contains(file.ruling()) || rulings.size() >= RULINGS_KEPT_MAX) {
            return channel;
        }
        Journal journal = channel.journal().plus(new JournalEntry.Ruled(file).encode());
        return channel.with(
                refusal instanceof CosignRefusal.Fraudulent fraud
                        ? journal.plus(new JournalEntry.Proved(fraud.proof()).encode())
                        : journal);
    }

    /** What the household and the utility are told of a refusal. */
    List<ChannelAction> answers(CosignRefusal refusal) {
        Notice notice = refusal instanceof CosignRefusal.Fraudulent fraud
                ? new Notice.Fraud(refusal.message(), fraud.proof())
                : new Notice.Refused(new Refusal.Warned(refusal));
        String reason = ProtocolFault.of(refusal).reason();
        return List.of(
                new Report(notice),
                new Send(Party.UTILITY, new PenaltyRefused(file.ruling().hash(), reason)));
    }
}
