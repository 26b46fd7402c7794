package org.gridbolt.channel.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction.Report;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.UnitScript;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.ruling.FraudProof;
import org.gridbolt.penalty.ruling.RulingFile;

/** What the chain proves against the utility: kept with the channel, and told once. */
final class Frauds {

    private final Resolving resolving;
    private final Channel channel;
    private final PublicKey utility;

    private Frauds(Resolving resolving) {
        this.resolving = resolving;
        this.channel = resolving.channel();
        this.utility = channel.context().terms().identity().utilityNodeKey();
    }

    /** {@code resolving} with every proof that it did not have yet, each of them told. */
    static Transition told(Resolving resolving) {
        Frauds frauds = new Frauds(resolving);
        Journal journal = resolving.journal();
        Transition told = Transition.to(resolving);
        for (FraudProof proof : frauds.proofs()) {
            if (!isKnown(proof, journal)) {
                journal = journal.plus(new JournalEntry.Proved(proof).encode());
                told = told.and(new Report(frauds.notice(proof)));
            }
        }
        boolean same = journal.size() == resolving.journal().size();
        return same
                ? told
                : Transition.to(resolving.with(frauds.channel.with(journal))).and(told.actions());
    }

    private Notice notice(FraudProof proof) {
        PublicKey consumer = channel.context().terms().identity().nodeKey(Party.CONSUMER);
        boolean convicts = proof.convicts(proof instanceof FraudProof.PenaltyAfterWaiver ? consumer : utility);
        return convicts ? new Notice.Fraud(proof.message(), proof) : new Notice.Unexplained(proof.message(), proof);
    }

    /** One proof a transaction is enough: who mines could take many units in a transaction that fills a block. */
    private static boolean isKnown(FraudProof proof, Journal journal) {
        return journal.since(0).stream()
                .map(JournalEntry::decode)
                .filter(JournalEntry.Proved.class::isInstance)
                .map(entry -> ((JournalEntry.Proved) entry).proof())
                .anyMatch(known -> known.equals(proof) || isOfSameClaim(known, proof));
    }

    private static boolean isOfSameClaim(FraudProof one, FraudProof other) {
        return one instanceof FraudProof.ClaimOfRevealedUnit claim
                && other instanceof FraudProof.ClaimOfRevealedUnit same
                && claim.claim().equals(same.claim());
    }

    private List<FraudProof> proofs() {
        List<FraudProof> proofs = new ArrayList<>();
        if (resolving.spender().kind() == SpendKind.ROGUE) {
            Transaction spend = resolving.spender().transaction();
            afterWaiver(spend).or(() -> ofWallet(spend)).ifPresent(proofs::add);
        }
        resolving.commitment().ifPresent(commitment -> proofs.addAll(ofOutputs(commitment)));
        return proofs;
    }

    /** The consumer signed what it had promised never to sign. */
    private Optional<FraudProof> afterWaiver(Transaction spend) {
        PublicKey consumer = channel.context().terms().identity().nodeKey(Party.CONSUMER);
        return GivenWaiver.all(resolving.journal()).stream()
                .<FraudProof>map(waiver ->
                        new FraudProof.PenaltyAfterWaiver(channel.context().signedTerms(), waiver, spend.serialize()))
                .filter(proof -> proof.convicts(consumer))
                .findFirst();
    }

    private Optional<FraudProof> ofWallet(Transaction spend) {
        FraudProof proof = withoutRuling(spend);
        return accuses(proof) ? Optional.of(proof) : Optional.empty();
    }

    private boolean accuses(FraudProof proof) {
        return proof.convicts(utility) || proof.answer().isPresent();
    }

    private List<FraudProof> ofOutputs(CommitmentTx commitment) {
        List<FraudProof> proofs = new ArrayList<>();
        for (CommitmentOutput output : commitment.outputs()) {
            Outpoint outpoint = commitment.unsigned().outpoint(output.index());
            Optional.ofNullable(resolving.taken().get(outpoint))
                    .flatMap(Taken::suspect)
                    .flatMap(spend -> of(output, spend, commitment))
                    .ifPresent(proofs::add);
        }
        return proofs;
    }

    private Optional<FraudProof> of(CommitmentOutput output, Transaction spend, CommitmentTx commitment) {
        return output.role() instanceof CommitmentOutput.Unit unit
                ? ofUnit(unit.unit(), spend)
                : ofBalance(spend, commitment);
    }

    /** The producer's balance: the ruling by which this household stands allows one spend of it, and no other. */
    private Optional<FraudProof> ofBalance(Transaction spend, CommitmentTx commitment) {
        boolean ruled = Carried.of(resolving)
                .flatMap(carried -> Forfeits.claim(carried, commitment, channel.context()))
                .map(ClaimTx::txid)
                .filter(spend.txid()::equals)
                .isPresent();
        FraudProof proof = withoutRuling(spend);
        return !ruled && accuses(proof) ? Optional.of(proof) : Optional.empty();
    }

    private FraudProof withoutRuling(Transaction spend) {
        FraudProof blind = withoutRuling(spend, Optional.empty());
        return withoutRuling(spend, blind.answer().flatMap(this::shown));
    }

    private FraudProof withoutRuling(Transaction spend, Optional<RulingFile> shown) {
        return new FraudProof.SpendWithoutRuling(channel.context().signedTerms(), spend.serialize(), shown);
    }

    /** The ruling of that hash, if the utility ever sent it. */
    private Optional<RulingFile> shown(Sha256Hash ruling) {
        return entries(JournalEntry.Ruled.class)
                .map(JournalEntry.Ruled::file)
                .filter(file -> file.ruling().hash().equals(ruling))
                .findFirst();
    }

    private <E extends JournalEntry> Stream<E> entries(Class<E> kind) {
        return channel.journal().since(0).stream()
                .map(JournalEntry::decode)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private Optional<FraudProof> ofUnit(PendingUnit unit, Transaction spend) {
        Map<Sha256Hash, Bytes> preimages = Reveals.of(channel);
        Bytes preimage = preimages.get(unit.hash());
        return preimage == null
                ? Optional.empty()
                : entries(JournalEntry.Issued.class)
                        .map(JournalEntry.Issued::book)
                        .flatMap(book -> claimOf(book, unit, preimage, spend).stream())
                        .filter(proof -> proof.convicts(utility))
                        .findFirst();
    }

    private Optional<FraudProof> claimOf(Signed<TicketBook> book, PendingUnit unit, Bytes preimage, Transaction claim) {
        return book.content().tickets().stream()
                .filter(ticket -> ticket.hash().equals(unit.hash()))
                .map(Ticket::unit)
                .findFirst()
                .map(number -> new FraudProof.ClaimOfRevealedUnit(
                        channel.context().signedTerms(), book, number, preimage, claim.serialize()));
    }

    /** Whether the spend of {@code output} may be fraud against {@code victim}, now or once a preimage is known. */
    static boolean isSuspect(CommitmentOutput output, List<Bytes> witness, Party victim) {
        boolean balance = output.role().equals(new CommitmentOutput.Balance(Party.PRODUCER));
        return output.role() instanceof CommitmentOutput.Unit
                ? UnitScript.branchTaken(witness) == Branch.REPLACED
                : balance && victim == Party.PRODUCER;
    }
}
