package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.Evidence;
import org.gridbolt.penalty.ruling.Ruling;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.SideState;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.pricing.UnitNumber;

/**
 * Makes the ruling that is due, with all its evidence. It is given out only when it convinces the same verifier that the
 * consumer and everybody else will use.
 */
final class RulingMaker {

    private final UtilityChannel channel;
    private final Party signer;
    private final List<UnitFile> pending;

    private RulingMaker(UtilityChannel channel, Party signer) {
        this.channel = channel;
        this.signer = signer;
        this.pending = Verdicts.ruledOn(channel, signer).toList();
    }

    /** The ruling, when every pending unit has a verdict, one of them a default, and a receipt of each household is in the books. */
    static Optional<RulingFile> due(UtilityChannel channel) {
        return Verdicts.due(channel)
                .flatMap(verdicts -> new RulingMaker(channel, Party.CONSUMER).make(verdicts, Optional.empty()));
    }

    /**
     * The ruling that settles the newest receipt of the household that gave {@code absence}, when every pending unit has a
     * verdict and none is a default: for that there is the penalty.
     */
    static Optional<RulingFile> withoutPeer(UtilityChannel channel, Signed<PeerAbsence> absence) {
        Party signer = absence.content().side();
        return Verdicts.all(channel, signer)
                .filter(verdicts -> verdicts.stream().noneMatch(verdict -> verdict.verdict() == Verdict.DEFAULT))
                .flatMap(verdicts -> new RulingMaker(channel, signer).make(verdicts, Optional.of(absence)));
    }

    /** The evidence of the state as it is now, for the consumer to sign. */
    static Optional<Evidence> evidence(UtilityChannel channel) {
        return new RulingMaker(channel, Party.CONSUMER).evidence();
    }

    private Optional<RulingFile> make(List<UnitVerdict> verdicts, Optional<Signed<PeerAbsence>> absence) {
        return evidence()
                .map(evidence -> absence.map(evidence::without).orElse(evidence))
                .map(evidence -> issue(evidence, verdicts))
                .filter(file -> verified(channel, file).isPresent());
    }

    private RulingFile issue(Evidence evidence, List<UnitVerdict> verdicts) {
        UtilityProfile utility = channel.context().profile();
        int sequence = channel.bench().rulings();
        return RulingFile.issue(
                evidence,
                channel.context().wallet().outpoint(),
                sequence,
                verdicts,
                utility.preimageKey().salt(evidence.hash(), sequence),
                utility.nodeKey());
    }

    /** What {@code file} rules, if it is proved. */
    static Optional<VerifiedRuling> verified(UtilityChannel channel, RulingFile file) {
        return RulingVerifier.verify(file, channel.context().profile().nodeKey().publicKey())
                .value();
    }

    /** What carries {@code file} out on the wallet. */
    static PenaltyTx penalty(UtilityChannel channel, RulingFile file) {
        VerifiedRuling ruling = verified(channel, file).orElseThrow();
        return PenaltyTx.build(channel.context().wallet(), file.evidence().signer(), ruling.onWallet(), ruling.hash());
    }

    private Optional<Evidence> evidence() {
        return isComplete()
                ? state(Party.CONSUMER)
                        .flatMap(consumer -> state(Party.PRODUCER).map(producer -> evidence(consumer, producer)))
                : Optional.empty();
    }

    /** Who signs passes on what it was given before its own next receipt: until then, it is on its way. */
    private boolean isComplete() {
        CommitmentNumber shown = channel.sides().of(signer.peer()).shown().number();
        return channel.sides()
                .of(signer)
                .opened()
                .filter(receipt -> !shown.isBefore(receipt.content().peer().number()))
                .isPresent();
    }

    /**
     * Of who signs, the newest version that could be opened; of the other one, the newest that it gave to who signs. A household that
     * signs what nothing leads to does not keep the utility from ruling on the state before it, nor does the other one put a ruling
     * off by anything that it says of itself. Whether the watchtower holds the secrets before it is another question: nor does a
     * producer that keeps the consumer's to itself.
     */
    private Optional<SideState> state(Party side) {
        SideBook book = channel.sides().of(side);
        OpenedVersion version = side == signer ? book.newest() : book.shown();
        return version.receipt()
                .map(receipt ->
                        new SideState(receipt.signed(), version.pending().numbers()));
    }

    private Evidence evidence(SideState consumer, SideState producer) {
        return new Evidence(
                        channel.context().signedTerms(),
                        consumer,
                        producer,
                        books(),
                        of(file -> file.acceptance().map(Kept::value))
                                .distinct()
                                .toList(),
                        of(file -> file.reading().map(Kept::value)).toList(),
                        of(file -> file.reading().isPresent() ? Optional.empty() : file.silence())
                                .toList(),
                        preimages())
                .after(cited());
    }

    /** The rulings before that were carried out, as far as they show how many shortfalls were tolerated already. */
    private List<Signed<Ruling>> cited() {
        int tolerated = channel.context().terms().clauses().policy().toleratedShortfalls();
        List<Signed<Ruling>> cited = new ArrayList<>();
        Set<UnitNumber> defaults = new HashSet<>();
        for (HistoryEntry.Waived waived : tolerated == 0
                ? List.<HistoryEntry.Waived>of()
                : channel.history().waived()) {
            if (defaults.size() < tolerated) {
                cited.add(waived.file().ruling());
                defaults.addAll(waived.file().ruling().content().units(Verdict.DEFAULT));
            }
        }
        return cited;
    }

    private <T> Stream<T> of(Function<UnitFile, Optional<T>> piece) {
        return pending.stream().map(piece).flatMap(Optional::stream);
    }

    private List<Signed<TicketBook>> books() {
        return channel.issued().signedBooks().stream()
                .filter(book -> pending.stream()
                        .anyMatch(file -> file.book() == book.content().number()))
                .toList();
    }

    private List<Bytes> preimages() {
        return pending.stream()
                .filter(UnitFile::revealed)
                .map(file -> channel.context().preimage(file.book(), file.ticket()))
                .toList();
    }
}
